import Calendars
import Diagnostics
import LocatedYAML

// Reading where made-up values come from.
extension PolicyReader {
  mutating func generateSource(
    _ key: String, _ node: YAMLNode, _ fields: [String: YAMLNode], _ column: ColumnDeclaration,
    path: String
  ) -> GenerateHint.Source? {
    let keyPath = join(path, key)
    switch key {
    case "distribution": return distribution(node, fields, column, path: path)
    case "among":
      let choices = choices(node, isNumber: column.type == .number, path: keyPath)
      return fitting(choices, node, column, path: keyPath) ? .among(choices) : nil
    case "attains", "splits":
      guard let name = text(node, path: keyPath),
        let median = number(fields, "median", path: path, above: 0, default: 1),
        let sigma = number(fields, "sigma", path: path, above: 0, default: 0.28)
      else { return nil }
      return key == "attains"
        ? .attains(column: name, median: median, sigma: sigma)
        : .splits(column: name, median: median, sigma: sigma)
    case "share": return probability(node, path: keyPath).map { .share($0) }
    case "first": return first(node, column, path: keyPath).map { .counting(first: $0) }
    case "digits":
      return whole(node, 1...18, path: keyPath).map { .digits($0) }
    default:
      guard let text = text(node, path: keyPath) else { return nil }
      if let kind = GenerateHint.NameKind(rawValue: text) { return .name(kind) }
      let kinds = GenerateHint.NameKind.allCases.map(\.rawValue)
      fault(
        node, keyPath, "there are no names of the kind \(text)",
        suggestion: Spelling.didYouMean(text, among: kinds)
          ?? "the kinds are \(kinds.joined(separator: ", "))")
      return nil
    }
  }

  private mutating func distribution(
    _ node: YAMLNode, _ fields: [String: YAMLNode], _ column: ColumnDeclaration, path: String
  ) -> GenerateHint.Source? {
    guard let name = text(node, path: join(path, "distribution")) else { return nil }
    let known = column.type == .date ? ["uniform"] : Self.distributions.keys.sorted()
    guard known.contains(name) else {
      fault(
        node, join(path, "distribution"), "there is no distribution \(name) of \(column.type)s",
        suggestion: Spelling.didYouMean(name, among: known)
          ?? "the distributions are \(known.joined(separator: ", "))")
      return nil
    }
    if name == "uniform" { return uniform(node, fields, column, path: path) }
    var values: [Double] = []
    for key in Self.distributions[name] ?? [] {
      let least = key == "mean" && name == "normal" ? -Double.infinity : key.count == 1 ? 0.49 : 0
      let fallback = name == "beta" && key == "scale" ? 1.0 : nil
      if fields[key] == nil, fallback == nil {
        missingKey(key, node, path: path)
        return nil
      }
      guard
        let value = number(fields, key, path: path, above: least, default: fallback ?? 0)
      else { return nil }
      values.append(value)
    }
    switch name {
    case "normal": return .distribution(.normal(mean: values[0], deviation: values[1]))
    case "lognormal": return .distribution(.lognormal(median: values[0], sigma: values[1]))
    case "beta": return .distribution(.beta(a: values[0], b: values[1], scale: values[2]))
    case "gamma": return .distribution(.gamma(shape: values[0], scale: values[1]))
    default:
      guard values[0] <= 500 else {
        fault(node, join(path, "mean"), "the mean of a poisson distribution is at most 500")
        return nil
      }
      return .distribution(.poisson(mean: values[0]))
    }
  }

  private mutating func uniform(
    _ node: YAMLNode, _ fields: [String: YAMLNode], _ column: ColumnDeclaration, path: String
  ) -> GenerateHint.Source? {
    var ends: [Double] = []
    for key in ["from", "to"] {
      guard let value = fields[key] else {
        missingKey(key, node, path: path)
        return nil
      }
      guard let end = first(value, column, path: join(path, key)) else { return nil }
      ends.append(end)
    }
    guard ends[0] <= ends[1] else {
      fault(node, path, "from lies above to", suggestion: "exchange them")
      return nil
    }
    return .distribution(.uniform(from: ends[0], to: ends[1]))
  }

  /// A number, or a date or period as its number.
  private mutating func first(
    _ node: YAMLNode, _ column: ColumnDeclaration, path: String
  ) -> Double? {
    switch column.type {
    case .number: return number(node, path: path, unit: column.unit)
    case .date: return time(node, path: path, "date", "2026-01-31") { CivilDate($0)?.number }
    default:
      return time(node, path: path, "period", "2026-10, 2026Q3, 2026H1 or 2026") {
        CivilPeriod($0)?.number
      }
    }
  }

  /// `6`, `[a, b]` or `{a: 0.3, b: 0.7}`.
  mutating func choices(
    _ node: YAMLNode, isNumber: Bool, path: String
  ) -> [GenerateHint.Choice] {
    var choices: [GenerateHint.Choice] = []
    let pairs =
      node.entries.map { $0.map { ($0.key, Optional($0.value)) } }
      ?? texts(node, path: path).map { ($0, nil) }
    for (text, weightNode) in pairs {
      let value = isNumber ? NumberLiteral.parseSigned(text)?.value : 0
      guard let value else {
        fault(node, path, "\"\(text)\" is not a number")
        return []
      }
      let weight = weightNode.map { number($0, path: join(path, text)) } ?? 1
      guard let weight else { return [] }
      guard weight >= 0, weight <= 1e9 else {
        fault(weightNode ?? node, join(path, text), "a weight is a number from 0 to 1e9")
        return []
      }
      choices.append(GenerateHint.Choice(text: text, number: value, weight: weight))
    }
    guard choices.contains(where: { $0.weight > 0 }) else {
      fault(node, path, "there is nothing to choose from")
      return []
    }
    return choices
  }

  private mutating func fitting(
    _ choices: [GenerateHint.Choice], _ node: YAMLNode, _ column: ColumnDeclaration, path: String
  ) -> Bool {
    guard column.type == .text, !column.allowedTexts.isEmpty else { return !choices.isEmpty }
    for choice in choices where !column.allowedTexts.contains(choice.text) {
      fault(
        node, path, "\"\(choice.text)\" is not among the column's values",
        suggestion: Spelling.didYouMean(choice.text, among: column.allowedTexts))
      return false
    }
    return !choices.isEmpty
  }
}
