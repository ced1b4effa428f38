import ColumnStore
import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine
import SeededRandom

@Suite("A policy that uses the whole language")
struct WholePolicyTests {
  static let yaml = """
    policy: whole
    version: "1"
    title: Whole
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, missing: allow}
          role: {type: text, values: [corporate, personal]}
          deposit: {unit: CNY10k}
          visits: {unit: count, missing: allow}
          complaints: {unit: count}
          joined: {type: date, missing: allow}
      months:
        key: id
        order: month
        columns:
          month: period
          income: {unit: CNY10k}
          reached: truth
    formulas:
      income: SUMIF(months.income, income > 0)
      run: IFMISSING(STREAK(months.reached), 0)
      mean: AVERAGE(deposit, branch)
      spread: STDEV(deposit, ALL)
    scorecard:
      weights: {financial: 0.6, service: 0.4}
      dimensions:
        financial:
          weights:
            by: role
            corporate: {deposit: 0.7, income: 0.3}
            personal: {deposit: 0.2, income: 0.8}
          measures:
            deposit: {score: 100 * deposit / mean, floor: 0, cap: 150}
            income: {score: "100 * income / MAX(spread, 1) + run", floor: 0, cap: 120}
        service:
          weights: {visits: 0.5, rank: 0.5}
          measures:
            visits: {score: visits, missing: exclude, when: role = "corporate"}
            rank: {score: "100 * PERCENTRANK(income, role, 2)", when: role = "personal"}
    gates:
      complaints: {when: complaints > 0, deduct: 2 * complaints}
      veto: {when: complaints > 3, ineligible: true}
    rankings:
      branch_rank: {by: final, within: branch}
      overall: {by: final}
    grades:
      star:
        by: final
        within: branch
        ties: [-deposit, id]
        bands:
          - {grade: gold, share: 0.1}
          - {grade: silver, share: 0.4}
          - {grade: bronze, minimum: 60}
          - {grade: none}
    results:
      bonus: IF(star = "gold", 1500元, IF(star = "silver", 1000元, 0元))
      is_gold: star = "gold"
      since: joined
      latest: LAST(months.month)
    payroll: {amount: bonus, budget: 120000元}
    """

  /// Tables for the policy; some who are corporate have no visits and are rejected after they have
  /// counted in the mean of their branch.
  static func tables(_ random: inout SplitMix64) -> [String: String] {
    var staff = ["id,branch,role,deposit,visits,complaints,joined"]
    var months = ["id,month,income,reached"]
    for number in 0..<Int.random(in: 1...80, using: &random) {
      let cells = [
        "k\(number)", ["", "x", "y", "z"].randomElement(using: &random)!,
        ["corporate", "personal"].randomElement(using: &random)!,
        "\(Int.random(in: 0...30, using: &random))",
        ["", "40", "60", "90"].randomElement(using: &random)!,
        ["0", "0", "1", "5"].randomElement(using: &random)!,
        ["", "2020-02-29"].randomElement(using: &random)!,
      ]
      staff.append(cells.joined(separator: ","))
      for month in (10...12).shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
      {
        let income = Int.random(in: -5...20, using: &random)
        months.append("k\(number),2026-\(month),\(income),\(Bool.random(using: &random))")
      }
    }
    return ["staff": staff, "months": months].mapValues { $0.joined(separator: "\n") }
  }

  @Test("is run as the interpreters run it, by any number of threads", arguments: UInt64(0)..<8)
  func conformance(seed: UInt64) throws {
    let policy = try PolicyReader.read(Self.yaml, file: "whole.yaml").policy
    let plan = Plan(try ResolvedPolicy(policy))
    var random = SplitMix64(seed: seed)
    let population = try Conformance.population(plan, Self.tables(&random))
    #expect(population.rejectedRows.joined().isEmpty)
    try Conformance.check(plan, population)
    let scored = PlanEngine(plan: plan).score(population)
    let text = try #require(scored.column(plan.gradings[0].result))
    let paid = (0..<population.subjectCount).filter { !scored.isRejected($0) }.reduce(0.0) {
      $0 + (text.text(of: $1) == "gold" ? 1500 : text.text(of: $1) == "silver" ? 1000 : 0)
    }
    #expect(scored.payroll == Payroll(total: paid, budget: 120_000))
  }
}
