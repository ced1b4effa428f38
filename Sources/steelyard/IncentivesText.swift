import ColumnStore
import PolicyAnalysis
import ScoringEngine
import ScoringPlan

/// The text of `analyze incentives`: each column's regions and cliffs, then the steps to the next grade.
struct IncentivesText {
  let text: String

  init(_ analysis: IncentiveAnalysis, notice: String?) {
    let plan = analysis.scored.plan
    var parts = [
      "\(plan.policy) \(plan.version), \(analysis.scored.counts[0].scored) people scored"
        + (notice.map { "\nnotice: \($0)" } ?? "")
    ]
    if analysis.columns.isEmpty { parts.append("no column of numbers changes the outcome") }
    parts.append(Self.regions(analysis))
    let cliffs = Self.cliffs(analysis)
    if let cliffs { parts.append(cliffs) }
    if let steps = Self.steps(analysis) { parts.append(steps) }
    text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  static func words(_ region: IncentiveRegion) -> String {
    switch region {
    case .pays: "doing better pays"
    case .waits: "pays only farther on"
    case .capped: "pays nothing more"
    case .turns: "pays nothing, then costs"
    case .costs: "doing better costs"
    case .best: "nothing better is possible"
    case .none: "changes nothing within reach"
    case .blank: "no number"
    }
  }

  static func words(_ cause: IncentiveCause?) -> String {
    guard let cause else { return "" }
    return switch cause.kind {
    case .cap: "cap of \(cause.name)"
    case .floor: "floor of \(cause.name)"
    case .formula: "formula of \(cause.name)"
    case .gate: "gate \(cause.name)"
    case .grade: "grade \(cause.name)"
    case .other: "something else"
    }
  }

  static func words(_ direction: IncentiveDirection?) -> String {
    switch direction {
    case .up: "more is better"
    case .down: "less is better"
    case nil: "changes nothing"
    }
  }

  private static func regions(_ analysis: IncentiveAnalysis) -> String {
    if analysis.columns.isEmpty { return "" }
    var table = TextTable([
      ("column", .left), ("", .left), ("where people stand", .left), ("because of", .left),
      ("rows", .right), ("people", .right), ("median distance", .right),
    ])
    for column in analysis.columns {
      for (place, region) in column.regions.enumerated() {
        table.add([
          place == 0 ? column.column.name : "", place == 0 ? words(column.direction) : "",
          words(region.region), words(region.cause), "\(region.rows)", "\(region.people)",
          region.medianDistance.map(PlainDecimal.text) ?? "",
        ])
      }
    }
    let outcome = analysis.options.outcome == .pay ? "what is paid" : "the final"
    return "what doing better brings, in \(outcome):\n\n\(table.text())"
  }

  private static func cliffs(_ analysis: IncentiveAnalysis) -> String? {
    var table = TextTable([
      ("column", .left), ("at", .right), ("people just before", .right),
      ("just behind", .right), ("least jump", .right), ("largest", .right), ("", .left),
    ])
    let decimals = analysis.options.outcome == .pay ? 2 : analysis.scored.plan.decimals
    for column in analysis.columns {
      for cliff in column.cliffs {
        table.add([
          column.column.name, cliff.threshold.map(PlainDecimal.text) ?? "their own",
          "\(cliff.before)", "\(cliff.behind)",
          CompareNumbers.signed(PrintedParts.text(cliff.leastJump, decimals: decimals)),
          CompareNumbers.signed(PrintedParts.text(cliff.largestJump, decimals: decimals)),
          cliff.changesEligibility ? "who is ranked or graded" : "",
        ])
      }
    }
    if table.isEmpty { return nil }
    return "cliffs, where one unit of the last decimal changes at least "
      + "\(PrintedParts.text(analysis.cliff, decimals: decimals)), or who is ranked or graded; "
      + "people within one step:\n\n\(table.text())"
  }

  private static func steps(_ analysis: IncentiveAnalysis) -> String? {
    guard let counts = IncentiveStepCounts(analysis), let grading = analysis.grading else {
      return nil
    }
    var table = TextTable([
      ("column", .left), ("step", .right), ("people who could", .right), ("cheapest for", .right),
    ])
    for (column, counts) in zip(analysis.columns, counts.byColumn) {
      table.add([
        column.column.name, PlainDecimal.text(column.column.step), "\(counts.possible)",
        "\(counts.cheapest)",
      ])
    }
    return "a better \(grading.name) by one column alone, the others as they are: "
      + "\(counts.people) people; for \(counts.without) below the best no such step was found\n\n"
      + table.text()
  }
}
