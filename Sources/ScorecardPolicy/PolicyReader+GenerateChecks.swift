import Diagnostics
import LocatedYAML

// What keys and numbers of a hint for made-up data must be.
extension PolicyReader {
  /// Whether all keys fit the column's type; says which do not.
  mutating func fit(
    _ fields: [String: YAMLNode], _ type: ValueType, path: String
  ) -> Bool {
    let sources: Set<String> =
      switch type {
      case .number: ["distribution", "among", "attains", "splits", "first"]
      case .text: ["among", "digits", "name"]
      case .truth: ["share"]
      case .date: ["distribution", "first"]
      case .period: ["first"]
      }
    let isNumber = type == .number
    for key in Self.sourceKeys + Self.modifierKeys {
      guard let node = fields[key], !sources.contains(key), key != "blank" else { continue }
      if isNumber, Self.modifierKeys.contains(key) { continue }
      fault(node, join(path, key), "\(key) does not fit a column of type \(type.rawValue)")
      return false
    }
    return true
  }

  /// Says which parameters belong to nothing that is given.
  mutating func refuseStrayParameters(
    _ fields: [String: YAMLNode], _ source: String?, path: String
  ) {
    let used =
      switch source {
      case "distribution": Self.distributions[fields["distribution"]?.text ?? ""] ?? []
      case "attains", "splits": ["median", "sigma"]
      default: [String]()
      }
    for key in Self.parameterKeys where !used.contains(key) {
      guard let node = fields[key] else { continue }
      fault(
        node, join(path, key),
        "\(key) means nothing \(source.map { "with \($0)" } ?? "without a distribution")")
    }
  }

  mutating func number(
    _ fields: [String: YAMLNode], _ key: String, path: String, above least: Double,
    default fallback: Double
  ) -> Double? {
    guard let node = fields[key] else { return fallback }
    guard let value = number(node, path: join(path, key)) else { return nil }
    if value > least, value <= 1e12 { return value }
    fault(
      node, join(path, key),
      "\(key) must be \(least == 0.49 ? "at least 0.5" : "above \(least < 0 ? "-1e12" : "0")")"
        + " and at most 1e12")
    return nil
  }

  mutating func probability(_ node: YAMLNode, path: String) -> Double? {
    guard let value = number(node, path: path) else { return nil }
    if (0...1).contains(value) { return value }
    fault(node, path, "a share is a number from 0 to 1")
    return nil
  }

  mutating func whole(
    _ node: YAMLNode, _ range: ClosedRange<Int>, path: String
  ) -> Int? {
    guard let value = number(node, path: path) else { return nil }
    if let whole = Int(exactly: value), range.contains(whole) { return whole }
    fault(
      node, path, "this must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func fault(
    _ node: YAMLNode, _ path: String, _ message: String, suggestion: String? = nil
  ) {
    report(node, path, "policy.generate", message, suggestion: suggestion)
  }
}
