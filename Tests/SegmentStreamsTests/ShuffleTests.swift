import ScorecardPolicy
import ScoringPlan
import SegmentStreams
import SyntheticBanks
import TestSupport
import Testing

@Suite("Plans run in parts")
struct ShuffleTests {
  private static let partitions = [1, 7, 64]

  @Test(
    "Every case gives the engine's rows and reasons",
    arguments: try ScoringCase.all(in: "Tests/Cases/scoring"))
  func cases(_ scoring: ScoringCase) throws {
    let (plan, tables) = try scoring.input()
    try compare(plan, tables.mapValues { Array($0.text.utf8) }, partitions: Self.partitions)
  }

  /// The plan in parts gives what the engine gives, or compares rows of different people and is refused.
  private func compare(_ plan: Plan, _ texts: [String: [UInt8]], partitions: [Int]) throws {
    do {
      let found = try ShuffleComparison.differences(plan, texts: texts, partitions: partitions)
      #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    } catch let error as UncuttablePlan {
      let compares = plan.tables.contains {
        !$0.uniqueBy.isEmpty && !$0.uniqueBy.contains($0.keyName)
      }
      #expect(compares, "\(error)")
    }
  }

  /// All but one that adds money to points, and is there to be refused.
  static func shipped() throws -> [String] {
    try ProjectFiles.policies().filter { $0 != "state-bank/printed-form.yaml" }
  }

  @Test("Every shipped policy gives the engine's rows and reasons", arguments: try shipped())
  func policies(_ name: String) throws {
    let policy = try PolicyReader.read(
      contentsOf: ProjectFiles.url("Datasets/policies/\(name)").path
    ).policy
    let plan = Plan(try ResolvedPolicy(policy))
    let bank = try SyntheticBank(policy, size: 120, seed: 7, dirt: 0)
    var files: [String: [UInt8]] = [:]
    _ = bank.make(threads: 1) { (file, bytes) throws(Never) in
      files[bank.fileNames[file], default: []] += bytes
    }
    var texts: [String: [UInt8]] = [:]
    for table in plan.tables { texts[table.name] = files["\(table.name).csv"] }
    try compare(plan, texts, partitions: [1, 7])
  }

  static let count: UInt64 = LongTests.rounds(200, long: 10_000)

  @Test(
    "Random policies give the engine's rows and reasons",
    arguments: Array(stride(from: 0, to: count, by: 20)))
  func random(first: UInt64) throws {
    for seed in first..<min(first + 20, Self.count) {
      let random = RandomPolicy(seed: seed)
      let texts = random.tables.mapValues { Array($0.text.utf8) }
      do {
        let found = try ShuffleComparison.differences(
          try random.plan(), texts: texts, partitions: seed % 10 == 0 ? Self.partitions : [3])
        #expect(
          found.isEmpty, "seed \(seed):\n\(found.joined(separator: "\n"))")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }
}
