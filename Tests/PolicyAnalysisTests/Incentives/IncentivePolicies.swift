import DelimitedText
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Small policies with caps, gates, seats and detail rows, and tables whose cells can be changed.
enum IncentivePolicies {
  /// Caps, a curve, a veto, a deduction, seats within branches with a tie by a column, and pay.
  static let seats = """
    policy: seats
    version: "1"
    tables:
      staff:
        key: id
        columns:
          branch: {type: text}
          plan: {unit: ratio, minimum: 0}
          deposit: {unit: ratio}
          review: {unit: point, minimum: 0, maximum: 100}
          bad: {unit: ratio, minimum: 0, maximum: 1}
          complaints: {unit: count, minimum: 0}
          extra: {unit: point, missing: allow}
    curves:
      bad_points: [[0, 100], [0.02, 80], [0.04, 0]]
    formulas:
      deposit_points: IF(plan > 0, 100 * deposit / plan, 100)
    scorecard:
      weights: {business: 0.6, service: 0.4}
      dimensions:
        business:
          weights: {deposit: 0.7, bad: 0.3}
          measures:
            deposit: {score: deposit_points, floor: 0, cap: 150}
            bad: {score: "CURVE(bad_points, bad)"}
        service:
          weights: {review: 0.8, extra: 0.2}
          measures:
            review: {score: review}
            extra: {score: extra, missing: exclude}
    gates:
      limit: {when: bad > 0.03, cap: 90, because: bad loans}
      complaints: {when: complaints > 0, deduct: 2 * complaints, because: a complaint}
      veto: {when: review < 60, ineligible: [star], because: veto}
    rankings:
      branch_rank: {by: final, within: branch}
    grades:
      star:
        by: final
        within: branch
        ties: [-deposit, id]
        bands:
          - {grade: gold, seats: 1}
          - {grade: silver, seats: 2}
          - {grade: none}
      level:
        by: final
        bands:
          - {grade: A, minimum: 100}
          - {grade: B, seats: 4}
          - {grade: C}
      third:
        by: business
        ties: [-review]
        bands:
          - {grade: first, share: 0.3}
          - {grade: second, share: 0.4}
          - {grade: last}
    results:
      bonus: IF(star = "gold", 1000元, IF(star = "silver", 500元, 0元)) + 1元 * branch_rank
    payroll: {amount: bonus}
    """

  /// The paper's ageing of old business: detail rows, sums, averages and a condition.
  static let ledger = """
    policy: ledger
    version: "1"
    parameters:
      decay: {value: 0.05, unit: 1/year}
    tables:
      staff:
        key: id
        columns:
          plan: {unit: CNY10k, minimum: 0}
      business:
        key: id
        columns:
          kind: {type: text, values: [old, new]}
          years: {unit: year, minimum: 0}
          income: {unit: CNY10k}
          cost: {unit: CNY10k}
        formulas:
          kept: IF(kind = "old", MAX(0.8, 1 - decay * years), 1)
          profit: kept * (income - cost)
    formulas:
      points: 100 * SUM(business.profit) / plan
    scorecard:
      weights: {profit: 0.9, age: 0.1}
      dimensions:
        profit:
          measures:
            profit: {score: points, floor: 0, cap: 150}
        age:
          measures:
            lines: {score: "10 * COUNTIF(business.kind, income > 5万元)", cap: 100}
    grades:
      level:
        by: total
        bands:
          - {grade: A, minimum: 90}
          - {grade: B, minimum: 50}
          - {grade: C}
    """

  /// Everybody compared with a group: averages, ranks.
  static let compared = """
    policy: compared
    version: "1"
    tables:
      staff:
        key: id
        columns:
          branch: {type: text}
          sold: {unit: count}
          asked: {unit: count}
    formulas:
      ahead: sold - AVERAGE(sold, branch)
      place: RANK(asked, ALL)
    scorecard:
      weights: {sold: 0.5, asked: 0.5}
      dimensions:
        sold:
          measures:
            sold: {score: 50 + 5 * ahead}
        asked:
          measures:
            asked: {score: 100 - 3 * place}
    """

  /// A table that can be changed: a header and rows of texts.
  struct Cells {
    var header: [String]
    var rows: [[String]]

    /// The file.
    var text: String {
      ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    /// The same with another text in a cell.
    func with(_ text: String, row: Int, column: String) -> Cells {
      var cells = self
      cells.rows[row][header.firstIndex(of: column) ?? 0] = text
      return cells
    }
  }

  static func run(_ yaml: String, _ tables: [String: Cells]) throws -> ScoredPopulation {
    let plan = try SmallComparison.plan(yaml)
    let texts = try tables.map { name, cells in
      (name, [try DecodedText(Array(cells.text.utf8), file: "\(name).csv")])
    }
    let population = try Population.load(plan, texts: Dictionary(uniqueKeysWithValues: texts))
    return PlanEngine(plan: plan).score(
      population, options: ScoringOptions(keepsMeasures: true))
  }
}
