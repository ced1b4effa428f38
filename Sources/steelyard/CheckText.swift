import AHP
import ScorecardPolicy

/// The text of `check`: what the policy reads, and what weighs how much.
enum CheckText {
  /// A policy that can be used, with the number of findings that are shown beside it.
  static func text(_ resolved: ResolvedPolicy, findings: Int) -> String {
    let policy = resolved.policy
    let title = policy.title.text(in: .english) ?? policy.name
    var parts = ["\(policy.name), version \(policy.version): \(title)"]
    parts.append(tables(policy))
    parts.append(scorecard(resolved))
    parts += choices(resolved)
    let awards = self.awards(policy)
    if !awards.isEmpty { parts.append(awards) }
    let sets = resolved.analyses.map { path, analysis in
      "judgements in \(path) (\(analysis.method.rawValue)):\n\(WeightsText.indices(analysis))"
    }
    parts += sets
    parts.append(
      findings == 0
        ? "The policy has no faults."
        : "The policy can be read, but \(findings == 1 ? "1 finding needs" : "\(findings) findings need") "
          + "a look.")
    return parts.joined(separator: "\n\n")
  }

  private static func tables(_ policy: Policy) -> String {
    var table = TextTable([
      ("table", .left), ("key", .left), ("columns", .right), ("formulas", .right),
    ])
    for declared in policy.tables {
      table.add([
        declared.name, declared.key.name, "\(declared.columns.count)", "\(declared.formulas.count)",
      ])
    }
    return table.text()
  }

  private static func scorecard(_ resolved: ResolvedPolicy) -> String {
    var table = TextTable([
      ("dimension", .left), ("weight", .right), ("measure", .left), ("weight", .right),
      ("bounds", .left), ("score", .left),
    ])
    let dimensions = resolved.policy.scorecard.dimensions
    for (dimension, weights) in zip(dimensions, resolved.measureWeights) {
      for (index, measure) in dimension.measures.enumerated() {
        let isFirst = index == 0
        table.add([
          isFirst ? dimension.name : "", isFirst ? weight(of: dimension, resolved) : "",
          measure.name, weight(at: index, of: weights), bounds(measure),
          brief(measure.score.text),
        ])
      }
    }
    return table.text()
  }

  private static func weight(of dimension: DimensionDeclaration, _ resolved: ResolvedPolicy)
    -> String
  {
    guard let index = resolved.dimensionWeights.labels.firstIndex(of: dimension.name) else {
      return "bonus"
    }
    return weight(at: index, of: resolved.dimensionWeights)
  }

  private static func weight(at index: Int, of weights: ResolvedWeights) -> String {
    weights.column.map { "by \($0)" } ?? weights.weights[index].rounded(to: 4)
  }

  /// A table for each set of weights that differ by the texts of a column.
  private static func choices(_ resolved: ResolvedPolicy) -> [String] {
    let names = resolved.policy.scorecard.dimensions.map { "weights in \($0.name)" }
    let sets =
      [("weights of dimensions", resolved.dimensionWeights)]
      + zip(names, resolved.measureWeights)
    return sets.compactMap { name, weights in
      guard let column = weights.column else { return nil }
      var table = TextTable(
        [("\(name) by \(column)", .left)] + weights.choices.map { ($0.value, .right) })
      for (index, label) in weights.labels.enumerated() {
        table.add([label] + weights.choices.map { weight(at: index, of: $0.weights) })
      }
      return table.text()
    }
  }

  /// What follows from the scores, a line each.
  private static func awards(_ policy: Policy) -> String {
    var table = TextTable([("", .left), ("", .left), ("", .left)])
    for gate in policy.gates {
      let condition = gate.when.map { "when \(brief($0.text))" } ?? "always"
      table.add(["gate", gate.name, "\(condition): \(effects(gate).joined(separator: ", "))"])
    }
    for ranking in policy.rankings {
      table.add(["ranking", ranking.name, order(ranking.by, ranking.within)])
    }
    for grade in policy.grades {
      let bands = grade.bands.map { "\($0.grade) \(limit($0.limit))" }.joined(separator: ", ")
      table.add(["grade", grade.name, "\(order(grade.by, grade.within)): \(bands)"])
    }
    let results = policy.resultOrder.compactMap { name in
      policy.results.first { $0.name == name }
    }
    for result in results {
      let unit = result.formula.unit.map { " (\($0))" } ?? ""
      table.add(["result", result.name, brief(result.formula.text) + unit])
    }
    if let payroll = policy.payroll {
      let budget = payroll.budget.map { ", budget \($0.rounded(to: 2))" } ?? ""
      table.add(["payroll", payroll.amount, "paid\(budget)"])
    }
    return table.isEmpty ? "" : table.text()
  }

  private static func effects(_ gate: GateDeclaration) -> [String] {
    let amounts = gate.effects.map { effect, amount in
      switch amount {
      case .number(let number): "\(effect.rawValue) \(number.brief)"
      case .formula(let formula): "\(effect.rawValue) \(brief(formula.text))"
      }
    }
    if gate.ineligible == .nothing { return amounts }
    let awards = gate.ineligible.names.map { " for \($0.joined(separator: ", "))" } ?? ""
    return amounts + ["ineligible\(awards)"]
  }

  private static func order(_ by: ValueReference, _ within: String?) -> String {
    "by \(by.name)" + (within.map { " within \($0)" } ?? "")
  }

  private static func limit(_ limit: BandDeclaration.Limit) -> String {
    switch limit {
    case .seats(let seats): "\(seats) \(seats == 1 ? "seat" : "seats")"
    case .share(let share): "\((share * 100).brief)%"
    case .minimum(let minimum): "from \(minimum.brief)"
    case .rest: "the rest"
    }
  }

  private static func bounds(_ measure: MeasureDeclaration) -> String {
    let ends = [measure.floor.map { "≥ \($0.brief)" }, measure.cap.map { "≤ \($0.brief)" }]
    return ends.compactMap { $0 }.joined(separator: ", ")
  }

  private static func brief(_ formula: String) -> String {
    formula.count <= 60 ? formula : formula.prefix(57) + "..."
  }
}
