import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@Suite("A large bank from file to ranks")
struct LargeBankTests {
  /// 100,000 people with about 600,000 ledger rows when the long tests are asked for.
  private static let size = LongTests.rounds(1000, long: 100_000)

  @Test(
    "the command scores everybody as the interpreter does, and its ranks are the order of totals")
  func everybody() throws {
    let folder = try TemporaryDirectory()
    let made = try CommandRunner.run(
      [
        "generate", Project.policy, "--staff", "\(Self.size)", "--seed", "7", "--output",
        folder.url.path,
      ])
    #expect(made.exitCode == 0)
    let output = folder.file("results.csv")
    let scored = try CommandRunner.run([
      "score", Project.policy, "--data", folder.url.path, "--output", output.path,
    ])
    #expect(scored.exitCode == 0)
    #expect(scored.errors.contains("\(Self.size) rows in, \(Self.size) scored"))
    let table = try ResultTable(contentsOf: output)
    let totals = try table.numbers("total")
    #expect(totals == (try interpretedTotals(folder.url.path)))
    let ranks = try table.numbers("overall_rank").map { Int($0) }
    #expect(ranks == expectedRanks(totals))
  }

  private func interpretedTotals(_ folder: String) throws -> [Double] {
    let policy = try PolicyReader.read(contentsOf: Project.policy).policy
    let plan = Plan(try ResolvedPolicy(policy))
    let population = try Population.load(
      plan, files: ["staff": ["\(folder)/staff.csv"], "business": ["\(folder)/business.csv"]])
    let interpreter = PlanInterpreter(plan)
    return (0..<population.subjectCount).map { subject in
      let input = population.interpreterInput(subject)
      let evaluation = interpreter.evaluate(subject: input.subject, details: input.details)
      guard case .number(let total) = evaluation[plan.layout.total] else { return .nan }
      return total
    }
  }

  /// One more than the number of people whose published total is larger.
  private func expectedRanks(_ totals: [Double]) -> [Int] {
    let published = totals.map { ($0 * 100 + 0.5).rounded(.down) }
    let sorted = published.sorted(by: >)
    var first: [Double: Int] = [:]
    for (index, key) in sorted.enumerated() where first[key] == nil { first[key] = index + 1 }
    return published.map { first[$0] ?? 0 }
  }
}
