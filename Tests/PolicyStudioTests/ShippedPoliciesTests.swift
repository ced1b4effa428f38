import Foundation
import SeededRandom
import TestSupport
import Testing

@testable import PolicyStudio

@Suite("Every shipped policy opens in the studio")
struct ShippedPoliciesTests {
  /// The policies below `Datasets/policies`, as `folder/name`.
  static let policies = Result {
    try ProjectFiles.names(in: "Datasets/policies").flatMap { folder in
      try ProjectFiles.names(in: "Datasets/policies/\(folder)").filter { $0.hasSuffix(".yaml") }
        .map { "\(folder)/\($0.dropLast(5))" }
    }
  }

  @Test(
    "Its numbers are moved, people explained, pages printed; what cannot be is refused with a reason"
  )
  func open() throws {
    var (opened, random) = (0, SplitMix64(seed: 5))
    for policy in try Self.policies.get() {
      // Some belong to judgements that nobody has given yet, and score nobody.
      guard let bank = try? StudioBank(policy, size: 40) else { continue }
      opened += 1
      try expectPage(bank, policy)
      try expectBoards(bank, policy, &random)
      try expectPeople(bank, policy)
    }
    #expect(opened >= 38)
  }

  private func expectPage(_ bank: StudioBank, _ policy: String) throws {
    let page = bank.studio.respond(to: StudioRequest(method: "GET", path: "/api/policy"))
    #expect(page.status == 200, "\(policy)")
    let still = try bank.ask("/api/draft", ["changes": [String: Any]()])
    #expect(still.status == 200, "\(policy)")
    let effect = try #require(still.answer["effect"] as? [String: Any])
    #expect(effect["rankMovers"] as? Int == 0 && effect["scoreChanges"] as? Int == 0, "\(policy)")
  }

  /// Some numbers, each at both ends of its slider.
  private func expectBoards(
    _ bank: StudioBank, _ policy: String, _ random: inout SplitMix64
  ) throws {
    let numbers = try bank.studio.document().numbers
    for _ in 0..<min(6, numbers.count) {
      let number = numbers[Int(random.next() % UInt64(numbers.count))]
      #expect(number.low <= number.high && number.step > 0, "\(policy) \(number.path)")
      for value in [number.low, number.high] {
        let (status, answer) = try bank.ask(
          "/api/draft", ["changes": ["numbers": [number.path: "\(value)"]]])
        let message = (answer["error"] as? [String: Any])?["message"] as? String
        #expect(
          status == 200 || status == 422 && message?.isEmpty == false, "\(policy) \(number.path)")
      }
      let spark = try bank.ask("/api/sensitivity", ["path": number.path])
      #expect(spark.status == 200 || number.value == nil, "\(policy) \(number.path)")
    }
    #expect(try bank.ask("/api/stability", [:]).status == 200, "\(policy)")
    let (status, answer) = try bank.ask("/api/incentives", [:])
    #expect([200, 422].contains(status), "\(policy) \(answer)")
  }

  private func expectPeople(_ bank: StudioBank, _ policy: String) throws {
    let found = try bank.ask("/api/people", ["query": ""])
    let people = try #require(found.answer["people"] as? [[String: Any]])
    let key = try #require(people.first?["key"] as? String)
    #expect(try bank.ask("/api/person", ["key": key]).status == 200, "\(policy)")
    for (path, name) in [("/person", "key"), ("/branch", "group")] {
      let column = try bank.studio.document().column
      let group = column.flatMap { bank.studio.maker.column(named: $0)?.groups.first?.name } ?? ""
      let value =
        (name == "key" ? key : group)
        .addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      let page = bank.studio.respond(
        to: StudioRequest(
          method: "POST", path: path,
          body: Data("\(name)=\(value)&language=zh&which=draft&column=\(column ?? "")".utf8)))
      #expect([200, 404].contains(page.status), "\(policy) \(path)")
    }
  }
}
