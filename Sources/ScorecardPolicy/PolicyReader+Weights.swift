import Diagnostics
import JudgementReading
import LocatedYAML

// Reading weights: plain numbers, or judgements, alike for all or by a text column.
extension PolicyReader {
  static let judgementKeys = [
    "judgements", "file", "set", "aggregate", "incomplete", "method", "random_index",
    "maximum_consistency_ratio", "maximum_respondent_ratio", "weigh_respondents",
  ]

  /// The weights of some items; nil when they are at fault.
  mutating func weights(
    _ node: YAMLNode?, of items: [WeightedItem], path: String, parent: YAMLNode, isBonus: Bool
  ) -> WeightsDeclaration? {
    guard let node, !node.isBlank else {
      if items.count <= 1 || isBonus { return .absent }
      report(
        parent, path, "policy.no-weights", "nothing says how \(items.count) things are weighed",
        notes: ["they are \(items.map(\.name).joined(separator: ", "))"],
        suggestion: "add weights: with judgements:, file: or a number for each")
      return nil
    }
    guard node.entries != nil else {
      report(
        node, path, "policy.shape", "\(path) must be a mapping (key: value), not \(node.kind)",
        suggestion: "write a number behind the name of each of "
          + items.map(\.name).joined(separator: ", "))
      return nil
    }
    switch node.weighingForm {
    case .byColumn(let by): return choices(node, by: by, of: items, path: path)
    case .judgements, .judgementFile:
      return judgements(node, of: items, path: path).map { .judgements($0) }
    case .numbers: return numbers(node, of: items, path: path).map { .numbers($0) }
    }
  }

  // MARK: Weights by a text column

  private mutating func choices(
    _ node: YAMLNode, by: YAMLNode, of items: [WeightedItem], path: String
  ) -> WeightsDeclaration? {
    guard let declared = textColumn(by, path: join(path, "by")) else { return nil }
    let entries = (node.entries ?? []).filter { $0.key != "by" }
    checkChoices(entries, declared, by, path: path)
    let choices = entries.map { entry in
      let weights = weights(
        entry.value, of: items, path: join(path, entry.key), parent: entry.value, isBonus: false)
      return (value: entry.key, weights: weights)
    }
    let sound = choices.compactMap { choice in choice.weights.map { (choice.value, $0) } }
    guard sound.count == choices.count, !choices.isEmpty else { return nil }
    return .by(column: declared.name, sound)
  }

  /// Every text that the column allows needs weights, and no other.
  private mutating func checkChoices(
    _ entries: [YAMLNode.Entry], _ column: ColumnDeclaration, _ by: YAMLNode, path: String
  ) {
    let allowed = column.allowedTexts
    for entry in entries where !allowed.isEmpty && !allowed.contains(entry.key) {
      diagnostics.append(
        Diagnostic(
          code: "policy.unknown-name", at: entry.keyLocation, path: path,
          "\(entry.key) is not among the values of \(column.name)",
          suggestion: Spelling.didYouMean(entry.key, among: allowed)
            ?? "its values are \(allowed.joined(separator: ", "))"))
    }
    let lacking = allowed.filter { text in !entries.contains { $0.key == text } }
    if !lacking.isEmpty || entries.isEmpty {
      report(
        by, path, "policy.no-weights",
        entries.isEmpty
          ? "no weights are given for any value of \(column.name)"
          : "no weights are given where \(column.name) is \(lacking.joined(separator: " or "))",
        suggestion: "add a key for each value, with weights or judgements under it")
    }
  }

  // MARK: Plain numbers

  private mutating func numbers(
    _ node: YAMLNode, of items: [WeightedItem], path: String
  ) -> [Double]? {
    var byName: [String: Double] = [:]
    var normalizes = false
    for entry in node.entries ?? [] {
      if entry.key == "normalize", !items.contains(where: { $0.name == "normalize" }) {
        normalizes = truth(entry.value, path: join(path, "normalize")) ?? false
        continue
      }
      guard let name = WeightedItem.name(for: entry.key, among: items) else {
        diagnostics.append(
          Diagnostic(
            code: "policy.unknown-name", at: entry.keyLocation, path: path,
            "\(entry.key) is not among what is weighed here",
            suggestion: Spelling.didYouMean(
              entry.key, among: items.map(\.name) + Self.judgementKeys + ["normalize"])
              ?? "weigh \(items.map(\.name).joined(separator: ", ")), and no bonus"))
        return nil
      }
      guard let weight = number(entry.value, path: join(path, name)) else { return nil }
      if weight < 0 {
        report(
          entry.value, join(path, name), "policy.bounds", "a weight cannot be negative",
          suggestion: "what deducts is a gate, or a measure with a negative score")
        return nil
      }
      byName[name] = weight
    }
    return complete(byName, normalizes, node, items, path: path)
  }

  private mutating func complete(
    _ byName: [String: Double], _ normalizes: Bool, _ node: YAMLNode, _ items: [WeightedItem],
    path: String
  ) -> [Double]? {
    let lacking = items.map(\.name).filter { byName[$0] == nil }
    guard lacking.isEmpty else {
      report(
        node, path, "policy.no-weights",
        "no weight is given for \(lacking.joined(separator: ", "))",
        suggestion: "give each a number; 0 leaves it out of the sum")
      return nil
    }
    let weights = items.compactMap { byName[$0.name] }
    let sum = weights.reduce(0, +)
    if normalizes, sum > 0, sum.isFinite { return weights.map { $0 / sum } }
    guard abs(sum - 1) <= 1e-9 else {
      // Ten decimals show every difference that is refused, and not the noise of adding doubles.
      let rounded = (sum * 1e10).rounded() / 1e10
      report(
        node.changedPart, path, "policy.weights-sum",
        "the weights add up to \(rounded.asWritten), not to 1",
        suggestion: sum <= 0
          ? "give at least one of them a weight above 0"
          : rounded == 100
            ? "write a percent sign behind each, or normalize: true to have each divided by the sum"
            : "correct them, or write normalize: true to have each divided by the sum")
      return nil
    }
    return weights
  }
}
