import DelimitedText
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom

/// A small policy in which a number of every kind stands, and people made up for it.
///
/// Each number can be written otherwise: then the policy is what an author would have typed.
struct VariedBank {
  /// For the path of a number the text that stands for it.
  private var texts: [String: String] = [:]

  /// The text of the policy with a number written otherwise.
  func with(_ path: String, _ text: String) -> VariedBank {
    var changed = self
    changed.texts[path] = text
    return changed
  }

  private func text(_ path: String, _ usual: String) -> String { texts[path] ?? usual }

  /// Weights as a mapping in braces, or the judgements that usually stand there.
  private func weights(_ path: String, _ judgements: String) -> String {
    texts[path] ?? judgements
  }

  var yaml: String {
    """
    policy: varied
    decimals: 2
    parameters:
      share: {value: \(text("parameters.share", "0.8")), minimum: 0, maximum: 1}
      full_pay: \(text("parameters.full_pay", "1500元"))
    tables:
      staff:
        key: id
        columns:
          branch: text
          level: {type: text, values: [junior, senior]}
          deposit: number
          loan: {type: number, missing: \(text("tables.staff.columns.loan.missing", "78"))}
          npl: number
          review: {type: number, missing: allow}
          complaints: {type: number, unit: count}
      ledger:
        key: id
        columns: {income: number}
        formulas: {kept: share * income}
    curves:
      npl_points: [[0, 100], [\(text("curves.npl_points.2.x", "0.02")), \
    \(text("curves.npl_points.2.y", "80"))], [0.05, 0]]
    steps:
      loan_steps: [[0, 50], [\(text("steps.loan_steps.2.x", "80")), 90]]
    lookups:
      level_points: {junior: \(text("lookups.level_points.junior", "70")), senior: 90}
    formulas:
      income: SUM(ledger.kept)
    scorecard:
      weights: \(weights("scorecard.weights", Self.judgements(text("a", "2"), text("b", "3"), text("c", "1/2"))))
      dimensions:
        business:
          weights: \(weights("scorecard.dimensions.business.weights", "{deposit: 0.5, loan: 0.3, income: 0.2}"))
          measures:
            deposit: {score: deposit, floor: \(text("scorecard.dimensions.business.measures.deposit.floor", "40")), \
    cap: \(text("scorecard.dimensions.business.measures.deposit.cap", "110"))}
            loan: {score: "STEP(loan_steps, loan)"}
            income: {score: income}
        risk:
          measures:
            npl: {score: "CURVE(npl_points, npl)"}
        service:
          weights: {judgements: [[review, grade, \(text("d", "3"))]], method: geometric-mean}
          measures:
            review: {score: review, missing: \(text("scorecard.dimensions.service.measures.review.missing", "55"))}
            grade: {score: "LOOKUP(level_points, level)"}
    gates:
      complaints: {when: complaints > \(text("gates.complaints.when.1", "1")), deduct: \(text("gates.complaints.deduct", "8"))}
      risky: {when: npl > 4%, cap: \(text("gates.risky.cap", "75"))}
    rankings:
      branch_rank: {by: final, within: branch}
    grades:
      star:
        by: final
        within: branch
        bands:
          - {grade: gold, seats: \(text("grades.star.bands.1.seats", "2"))}
          - {grade: silver, seats: 3}
          - {grade: none}
      quarter:
        by: total
        bands:
          - {grade: top, share: \(text("grades.quarter.bands.1.share", "0.25"))}
          - {grade: rest}
      class:
        by: final
        bands:
          - {grade: A, minimum: \(text("grades.class.bands.1.minimum", "80"))}
          - {grade: B, minimum: 60}
          - {grade: C}
    results:
      bonus: IF(star = "gold", full_pay, IF(star = "silver", \(text("results.bonus.1", "700元")), 0元))
      pay: bonus + ROUND(10元 * final, 0)
    payroll: {amount: pay}
    """
  }

  private static func judgements(_ first: String, _ second: String, _ third: String) -> String {
    "{judgements: [[business, risk, \(first)], [business, service, \(second)], "
      + "[risk, service, \(third)]], method: eigenvector, maximum_consistency_ratio: 0.6}"
  }

  // MARK: People

  /// The tables, the same whatever the policy.
  static let tables: [String: [DecodedText]] = {
    var random = SplitMix64(seed: 8)
    var staff = "id,branch,level,deposit,loan,npl,review,complaints\n"
    var ledger = "id,income\n"
    for person in 0..<60 {
      let number = { (from: Double, to: Double) in
        ((from + (to - from) * random.nextUnit()) * 100).rounded() / 100
      }
      let loan = person % 7 == 0 ? "" : "\(number(40, 130))"
      let review = person % 5 == 0 ? "" : "\(number(50, 100))"
      staff += "p\(person),\(["East", "West", "North"][person % 3]),"
      staff += "\(person % 2 == 0 ? "junior" : "senior"),\(number(20, 140)),\(loan),"
      staff += "\(number(0, 0.06)),\(review),\(person % 4)\n"
      for _ in 0..<3 { ledger += "p\(person),\(number(0, 50))\n" }
    }
    return ["staff": staff, "ledger": ledger].compactMapValues { text in
      (try? DecodedText(Array(text.utf8), file: "table.csv")).map { [$0] }
    }
  }()

  /// Everybody scored by the policy as it is written, from its text and the files on.
  func run() throws -> ScoredPopulation {
    let plan = try SmallComparison.plan(yaml)
    return PlanEngine(plan: plan).score(try Population.load(plan, texts: Self.tables))
  }

  /// The policy's numbers varied over the same people.
  func analysis(threads: Int = 2) throws -> SensitivityAnalysis {
    let policy = try VariablePolicy(PolicyTuning(yaml, file: "policy.yaml"))
    return SensitivityAnalysis(
      policy, try Population.load(policy.plan, texts: Self.tables),
      options: ScoringOptions(threads: threads))
  }
}
