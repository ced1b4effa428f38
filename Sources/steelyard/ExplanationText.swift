import ColumnStore
import ScorecardPolicy
import ScoringPlan

/// The text of `explain`: the total, the dimensions that add up to it, and each measure down to the
/// cells and rows it was computed from.
struct ExplanationText {
  private let explanation: Explanation
  private let standing: Standing
  private let plan: Plan
  private let notice: String?

  init(_ explanation: Explanation, _ standing: Standing, _ plan: Plan, notice: String?) {
    (self.explanation, self.standing, self.plan, self.notice) = (
      explanation, standing, plan, notice
    )
  }

  func text() -> String {
    ([heading, summary] + explanation.dimensions.map(dimension) + [footer]).joined(
      separator: "\n\n")
  }

  private var heading: String {
    let texts = standing.texts.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    var lines = [
      "\(explanation.key)\(texts.isEmpty ? "" : "  (\(texts))")",
      "\(plan.title.text(in: .english) ?? plan.policy); policy \(plan.policy), version \(plan.version)",
    ]
    if let notice { lines.append("notice: \(notice)") }
    lines.append("total \(published(explanation.total))")
    for place in standing.places {
      let group = place.group.map { " in \($0)" } ?? ""
      lines.append("\(place.ranking): \(place.rank) of \(place.count)\(group)")
    }
    return lines.joined(separator: "\n")
  }

  private var summary: String {
    var table = TextTable([
      ("dimension", .left), ("score", .right), ("weight", .right), ("points", .right),
    ])
    let points = printed(explanation.dimensions.map(\.points), whole: explanation.total)
    for (dimension, points) in zip(explanation.dimensions, points) {
      table.add([
        title(dimension.title, dimension.name), published(dimension.score),
        dimension.isBonus ? "bonus" : dimension.weight.rounded(to: 4), points,
      ])
    }
    table.add(["total", "", "", published(explanation.total)])
    return table.text()
  }

  // MARK: Dimensions and measures

  private func dimension(_ dimension: ExplainedDimension) -> String {
    var table = TextTable([
      ("", .left), ("", .left), ("score", .right), ("weight", .right), ("points", .right),
      ("", .left),
    ])
    let parts = dimension.measures.map { ($0.weight ?? 0) * ($0.score ?? 0) }
    let points = printed(parts, whole: dimension.score)
    for (measure, points) in zip(dimension.measures, points) {
      let isExcluded = measure.score == nil
      table.add([
        measure.name, title(measure.title, ""), measure.score.map(published) ?? "-",
        measure.weight?.rounded(to: 4) ?? "-", isExcluded ? "-" : points,
        isExcluded
          ? "nothing to score: left out"
            + (dimension.rescales ? ", the other weights rescaled" : "")
          : remark(measure),
      ])
    }
    let lines = [
      "\(title(dimension.title, dimension.name)): \(published(dimension.score))", table.text(),
    ]
    return (lines + dimension.measures.map(derivation)).joined(separator: "\n")
  }

  private func remark(_ measure: ExplainedMeasure) -> String {
    guard let raw = measure.raw else { return "missing: the policy's score is used" }
    switch measure.bound {
    case "cap": return "capped at \(plain(measure.cap ?? raw)) from \(published(raw))"
    case "floor": return "raised to the floor \(plain(measure.floor ?? raw)) from \(published(raw))"
    default: return ""
    }
  }

  /// The formula of a measure, the formulas it names, and the values they were computed from.
  private func derivation(_ measure: ExplainedMeasure) -> String {
    var lines = ["    \(measure.name) = \(measure.formula)"]
    for step in measure.steps.reversed() {
      lines.append("      \(step.name) = \(step.formula) = \(value(step.value))")
    }
    for setting in measure.settings {
      let entries = setting.entries.map { entry in
        entry.count == 1 ? entry[0] : "(\(entry.joined(separator: ", ")))"
      }
      lines.append("      \(setting.name): \(entries.joined(separator: " ")), set by the policy")
    }
    for input in measure.inputs {
      let unit = input.unit.map { " \($0)" } ?? ""
      lines.append(
        "      \(input.name): \(value(input.value))\(input.value == .missing ? "" : unit)")
      if !input.rows.isEmpty { lines.append(rows(of: input)) }
    }
    return lines.joined(separator: "\n")
  }

  private func rows(of input: ExplainedInput) -> String {
    let names = input.rows[0].values.map(\.name)
    let isText = input.rows[0].values.map { if case .text = $0.value { true } else { false } }
    var table = TextTable(zip(names, isText).map { ($0, $1 ? .left : .right) })
    for row in input.rows { table.add(row.values.map { value($0.value) }) }
    return table.text(indent: "        ")
  }

  private var footer: String {
    """
    Points are rounded so that they add up to what is printed. This is a calculation for people to \
    discuss, not a verdict.
    """
  }

  // MARK: Numbers

  private func title(_ title: Title?, _ name: String) -> String {
    title?.text(in: .english) ?? name
  }

  private func published(_ number: Double) -> String {
    PrintedParts.text(number, decimals: plan.decimals)
  }

  private func plain(_ number: Double) -> String { PlainDecimal.text(number) }

  private func value(_ value: Value) -> String {
    switch value {
    case .number(let number): brief(number)
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .text(let text): text
    case .missing: "missing"
    case .fault(let fault): fault.kind.reason
    }
  }

  /// A number without the noise of binary fractions.
  private func brief(_ number: Double) -> String {
    plain(DecimalRounding.round(number, places: max(plan.decimals + 4, 6), rule: .nearest))
  }

  private func printed(_ parts: [Double], whole: Double) -> [String] {
    guard let printed = PrintedParts.round(parts, whole: whole, decimals: plan.decimals) else {
      return parts.map(published)
    }
    return printed.parts.map { PrintedParts.text($0, decimals: plan.decimals) }
  }
}
