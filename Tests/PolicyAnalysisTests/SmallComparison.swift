import DelimitedText
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Two versions of a small policy, and runs of policies over small tables.
enum SmallComparison {
  /// Two weighted dimensions, a gate, a ranking in branches, a grade of seats, and pay.
  static let first = """
    policy: small
    version: "1"
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, missing: allow}
          deposit: {unit: ratio}
          loan: {unit: ratio}
          review: {unit: point}
          complaints: {unit: count}
    scorecard:
      weights: {business: 0.6, service: 0.4}
      dimensions:
        business:
          weights: {deposit: 0.5, loan: 0.5}
          measures:
            deposit: {score: 100 * deposit, cap: 150}
            loan: {score: 100 * loan, cap: 150}
        service:
          measures:
            review: {score: review}
    gates:
      complaints: {when: complaints > 0, deduct: 10 * complaints, because: a complaint}
    rankings:
      branch_rank: {by: final, within: branch}
    grades:
      star:
        by: final
        bands:
          - {grade: gold, seats: 1}
          - {grade: silver, seats: 2}
          - {grade: none}
    results:
      bonus: IF(star = "gold", 1000元, IF(star = "silver", 500元, 0元))
    payroll: {amount: bonus, budget: 2000元}
    """

  /// Other weights, a lower cap, fewer seats, more pay and one more gate.
  static let second =
    first
    .replacing("version: \"1\"", with: "version: \"2\"")
    .replacing("business: 0.6, service: 0.4", with: "business: 0.5, service: 0.5")
    .replacing("100 * deposit, cap: 150", with: "100 * deposit, cap: 120")
    .replacing("silver, seats: 2", with: "silver, seats: 1")
    .replacing("\"gold\", 1000元", with: "\"gold\", 2500元")
    .replacing(
      "gates:\n",
      with: "gates:\n  rude: {when: review < 60, cap: 70, ineligible: [star], because: rude}\n")

  static let staff = """
    id,branch,deposit,loan,review,complaints
    a,East,1.5,1.1,60,0
    b,East,0.9,1.0,95,0
    c,West,1.2,1.2,50,0
    d,West,0.8,0.7,90,1
    e,West,1.0,1.0,80,0
    """

  /// The run of a policy over a subject table.
  static func run(_ yaml: String, _ staff: String = staff) throws -> ScoredPopulation {
    let plan = try plan(yaml)
    let text = try DecodedText(Array(staff.utf8), file: "staff.csv")
    let population = try Population.load(plan, texts: ["staff": [text]])
    return PlanEngine(plan: plan).score(population)
  }

  /// The comparison of two policies over the same table, by branch.
  static func compare(
    _ before: String, _ after: String, _ staff: String = staff,
    options: ComparisonOptions = ComparisonOptions(groupColumn: "branch")
  ) throws -> PolicyComparison {
    PolicyComparison(before: try run(before, staff), after: try run(after, staff), options: options)
  }

  static func plan(_ yaml: String) throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(yaml, file: "policy.yaml").policy))
  }
}
