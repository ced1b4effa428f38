import Diagnostics
import JudgementReading
import LocatedYAML

// Reading the scorecard: dimensions, measures, and the names of what a result holds.
extension PolicyReader {
  mutating func scorecard(_ node: YAMLNode) -> ScorecardDeclaration? {
    guard let fields = fields(of: node, path: "scorecard", keys: ["weights", "dimensions"]) else {
      return nil
    }
    guard let dimensionsNode = fields["dimensions"] else {
      missingKey("dimensions", node, path: "scorecard")
      return nil
    }
    let path = "scorecard.dimensions"
    let entries = named(dimensionsNode, path: path)
    let dimensions = entries.compactMap { dimension($0, path: join(path, $0.key)) }
    if entries.isEmpty {
      report(
        dimensionsNode, path, "policy.shape", "the scorecard has no dimension",
        suggestion: "write a name under dimensions:, and measures: under it")
    }
    let weights = self.weights(
      fields["weights"], of: entries.weightedDimensions, path: "scorecard.weights", parent: node,
      isBonus: false)
    guard let weights, dimensions.count == entries.count else { return nil }
    return ScorecardDeclaration(weights: weights, dimensions: dimensions)
  }

  private mutating func dimension(
    _ entry: YAMLNode.Entry, path: String
  ) -> DimensionDeclaration? {
    let keys = ["title", "bonus", "weights", "measures"]
    guard let fields = fields(of: entry.value, path: path, keys: keys) else { return nil }
    let isBonus = truth(fields["bonus"], path: join(path, "bonus")) ?? false
    guard let measuresNode = fields["measures"] else {
      missingKey("measures", entry.value, path: path)
      return nil
    }
    let measuresPath = join(path, "measures")
    let entries = named(measuresNode, path: measuresPath)
    if entries.isEmpty, measuresNode.entries != nil {
      report(
        measuresNode, measuresPath, "policy.shape", "\(path) has no measure",
        suggestion: "write a name under measures:, and score: under it")
    }
    let measures = entries.compactMap { measure($0, path: join(measuresPath, $0.key)) }
    let weights = self.weights(
      fields["weights"], of: entries.weightedItems, path: join(path, "weights"),
      parent: entry.value, isBonus: isBonus)
    guard let weights, measures.count == entries.count, !measures.isEmpty else { return nil }
    return DimensionDeclaration(
      name: entry.key, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
      isBonus: isBonus, weights: weights, measures: measures)
  }

  private mutating func measure(_ entry: YAMLNode.Entry, path: String) -> MeasureDeclaration? {
    guard entry.value.text == nil else {
      report(
        entry.value, path, "policy.shape", "\(path) must be a mapping with the key score",
        suggestion: "write {score: '\(entry.value.text ?? "")'}")
      return nil
    }
    let keys = ["title", "guidance", "when", "score", "floor", "cap", "missing"]
    guard let fields = fields(of: entry.value, path: path, keys: keys) else {
      return nil
    }
    guard let scoreNode = fields["score"] else {
      missingKey("score", entry.value, path: path)
      return nil
    }
    let when = fields["when"].flatMap { formula($0, path: join(path, "when"), as: .truth) }
    let score = formula(scoreNode, path: join(path, "score"), as: .number, isPoints: true)
    let floor = number(fields, "floor", path: path, unit: Unit(.point))
    let cap = number(fields, "cap", path: path, unit: Unit(.point))
    checkBounds(floor, cap, entry.value, path: path, names: ("floor", "cap"))
    let missing = missingMeasure(fields["missing"], path: join(path, "missing"))
    guard let score, fields["when"] == nil || when != nil else { return nil }
    return MeasureDeclaration(
      name: entry.key, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
      guidance: fields["guidance"].flatMap { title($0, path: join(path, "guidance")) },
      when: when, score: score, floor: floor, cap: cap, missing: missing)
  }

  private mutating func missingMeasure(_ node: YAMLNode?, path: String) -> MissingMeasureRule {
    guard let node, let text = text(node, path: path) else { return .reject }
    switch text {
    case "reject": return .reject
    case "exclude": return .exclude
    default: break
    }
    guard NumberLiteral.parseSigned(text) != nil else {
      report(
        node, path, "policy.missing-rule",
        "missing must be reject, exclude or a number, not \"\(text)\"",
        suggestion: text == "allow"
          ? "allow is for columns; for a measure write exclude"
          : "exclude leaves the measure out of the weighted sum; reject rejects the row")
      return .reject
    }
    return number(node, path: path).map { .use($0) } ?? .reject
  }

  // MARK: Rankings

  mutating func rankings(
    _ node: YAMLNode?, _ scores: FormulaScope
  ) -> [RankingDeclaration] {
    named(node, path: "rankings").compactMap { entry in
      let path = "rankings.\(entry.key)"
      guard let fields = fields(of: entry.value, path: path, keys: ["title", "by", "within"]) else {
        return nil
      }
      guard let byNode = fields["by"] else {
        missingKey("by", entry.value, path: path)
        return nil
      }
      let by = rankedValue(byNode, scores, path: join(path, "by"))
      let within = fields["within"].flatMap { group($0, path: join(path, "within")) }
      guard let by, fields["within"] == nil || within != nil else { return nil }
      return RankingDeclaration(
        name: entry.key, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
        by: by,
        within: within == "ALL" ? nil : within)
    }
  }

  /// What subjects are ranked or graded by; `scores` also knows the total and the dimensions.
  mutating func rankedValue(
    _ node: YAMLNode, _ scores: FormulaScope, path: String
  ) -> ValueReference? {
    guard let name = text(node, path: path) else { return nil }
    if name == "final" { return ValueReference(source: .final, name: name) }
    // The scorecard goes before the table's own values.
    if name == "total" { return ValueReference(source: .total, name: name) }
    if scores.measures[name] != nil { return ValueReference(source: .dimension, name: name) }
    let numbers = scores.values.filter { $0.value.type == .number }
    if let entry = numbers[name] { return entry.reference }
    if !scores.isComplete || scores.broken.contains(name) { return nil }
    report(
      node, path, "policy.unknown-name",
      scores.values[name].map { "\(name) is a \($0.type.rawValue), and only numbers can rank" }
        ?? "there is nothing named \(name) to rank by",
      suggestion: Spelling.didYouMean(name, among: ["final"] + numbers.keys.sorted())
        ?? "rank by final, total, a dimension, or a number of the subject table")
    return nil
  }

  /// A text column of the subject table, or `ALL`; nil when it is neither.
  mutating func group(_ node: YAMLNode, path: String) -> String? {
    node.text == "ALL" ? "ALL" : textColumn(node, path: path)?.name
  }

  /// A text column of the subject table; nil when it is none.
  mutating func textColumn(_ node: YAMLNode, path: String) -> ColumnDeclaration? {
    guard let name = text(node, path: path) else { return nil }
    let columns = subjects?.columns.filter { $0.type == .text } ?? []
    if let column = columns.first(where: { $0.name == name }) { return column }
    if !scope.isComplete || scope.broken.contains(name) { return nil }
    let names = columns.map(\.name)
    report(
      node, path, "policy.unknown-name", "\(name) is not a text column of the subject table",
      suggestion: Spelling.didYouMean(name, among: names)
        ?? (names.isEmpty
          ? "the table has none; write NAME: text under its columns"
          : "the text columns are \(names.joined(separator: ", "))"))
    return nil
  }
}
