import Diagnostics
import LocatedYAML

// Reading the gates.
extension PolicyReader {
  private static let gateKeys =
    ["title", "when"] + GateEffect.allCases.map(\.rawValue) + ["ineligible", "because"]

  /// The gates; `awards` are the names of the rankings and grades that a gate may leave people out
  /// of.
  mutating func gates(
    _ node: YAMLNode?, scope: FormulaScope, awards: [String]
  ) -> [GateDeclaration] {
    named(node, path: "gates").compactMap { gate($0, scope: scope, awards: awards) }
  }

  private mutating func gate(
    _ entry: YAMLNode.Entry, scope: FormulaScope, awards: [String]
  ) -> GateDeclaration? {
    let path = "gates.\(entry.key)"
    guard let fields = fields(of: entry.value, path: path, keys: Self.gateKeys) else { return nil }
    let written = GateEffect.allCases.filter { fields[$0.rawValue] != nil }
    if written.isEmpty, fields["ineligible"] == nil {
      let keys = GateEffect.allCases.map { "\($0.rawValue):" }.joined(separator: ", ")
      report(
        entry.value, path, "policy.missing-key", "\(path) does nothing",
        suggestion: "add \(keys) or ineligible:")
    }
    let when = fields["when"].flatMap {
      formula($0, path: join(path, "when"), as: .truth, scope: scope)
    }
    return GateDeclaration(
      name: entry.key, title: fields["title"].flatMap { title($0, path: join(path, "title")) },
      when: when,
      effects: written.compactMap { effect in
        let key = effect.rawValue
        return amount(fields[key], path: join(path, key), scope).map { (effect, $0) }
      },
      ineligible: ineligibility(fields["ineligible"], awards, path: join(path, "ineligible")),
      because: fields["because"].flatMap { title($0, path: join(path, "because")) }, path: path)
  }

  /// A number, which can be tuned, or a formula.
  private mutating func amount(
    _ node: YAMLNode?, path: String, _ scope: FormulaScope
  ) -> GateAmount? {
    guard let node else { return nil }
    if let text = node.text, let literal = NumberLiteral.parseSigned(text) {
      if let unit = literal.unit, !unit.isPlain {
        report(
          node, path, "formula.unit", "\(text) is in \(unit), and scores are numbers of points",
          suggestion: "write a number of points, such as 5")
      }
      return .number(literal.value)
    }
    return formula(node, path: path, as: .number, scope: scope, isPoints: true)
      .map { .formula($0) }
  }

  private mutating func ineligibility(
    _ node: YAMLNode?, _ awards: [String], path: String
  ) -> Ineligibility {
    guard let node else { return .nothing }
    guard node.elements != nil || !["true", "false"].contains(node.text?.lowercased()) else {
      return truth(node, path: path) == true ? .everything : .nothing
    }
    let names = texts(node, path: path)
    for name in names where !awards.contains(name) {
      report(
        node, path, "policy.unknown-name", "no ranking or grade is named \(name)",
        suggestion: Spelling.didYouMean(name, among: awards)
          ?? (awards.isEmpty
            ? "write ineligible: true, or add rankings: or grades:"
            : "the rankings and grades are \(awards.joined(separator: ", ")); true means all"))
    }
    return .only(names.filter(awards.contains))
  }
}
