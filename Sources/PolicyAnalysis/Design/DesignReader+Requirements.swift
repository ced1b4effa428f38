import Diagnostics
import LocatedYAML
import ScoringPlan

// Reading what must hold.
extension DesignReader {
  /// The first key of each kind of requirement, with the others that it takes.
  private static let kinds: [(key: String, others: [String])] = [
    ("payroll", []), ("lose", ["at_most"]), ("ratio", ["bands", "by", "at_least"]),
    ("ahead", ["of"]), ("keep", ["of"]), ("consistency", []),
  ]

  mutating func requirement(_ entry: YAMLNode.Entry) -> DesignProblem.Named? {
    let (node, path) = (entry.value, "constraints.\(entry.key)")
    let present = (node.entries ?? []).map(\.key)
    guard let kind = Self.kinds.first(where: { present.contains($0.key) }) else {
      report(
        node, path, "design.choice", "\(path) says nothing that can be required",
        suggestion: "write one of \(Self.kinds.map { "\($0.key):" }.joined(separator: ", "))")
      return nil
    }
    guard let fields = fields(of: node, path: path, keys: [kind.key] + kind.others) else {
      return nil
    }
    for key in [kind.key] + kind.others where fields[key] == nil && key != "bands" {
      missingKey(key, node, path: path)
    }
    return requirement(kind.key, fields, node, path).map {
      DesignProblem.Named(name: entry.key, requirement: $0)
    }
  }

  private mutating func requirement(
    _ kind: String, _ fields: [String: YAMLNode], _ node: YAMLNode, _ path: String
  ) -> DesignProblem.Requirement? {
    switch kind {
    case "payroll":
      if plan.payroll == nil {
        report(
          node, path, "design.not-there", "the policy has no payroll",
          suggestion: "take the constraint out, or name what is paid under payroll:")
        return nil
      }
      return number(fields["payroll"], node, "\(path).payroll", in: 0...1e15).map {
        .payroll(atMost: $0)
      }
    case "lose":
      guard let grade = grade(fields["lose"], path),
        let most = fields["at_most"].flatMap({ number($0, node, "\(path).at_most", in: 0...1e9) })
      else { return nil }
      return .losers(grade: grade.name, atMost: Int(most))
    case "ratio": return ratio(fields, node, path)
    case "ahead":
      guard let ahead = person(fields["ahead"], path), let of = person(fields["of"], path) else {
        return nil
      }
      return .ahead(ahead, of: of)
    case "keep":
      guard let grade = grade(fields["keep"], path), let of = person(fields["of"], path) else {
        return nil
      }
      return .keep(grade: grade.name, of)
    default:
      return number(fields["consistency"], node, "\(path).consistency", in: 0...100).map {
        .consistency(below: $0)
      }
    }
  }

  private mutating func ratio(
    _ fields: [String: YAMLNode], _ node: YAMLNode, _ path: String
  ) -> DesignProblem.Requirement? {
    guard let grade = grade(fields["ratio"], path), let by = fields["by"],
      let column = text(by, path: "\(path).by"), let atLeast = fields["at_least"],
      let least = number(atLeast, node, "\(path).at_least", in: 0...1)
    else { return nil }
    let columns = plan.tables[0].columns.filter { $0.type == .text }.map(\.name)
    guard columns.contains(column) else {
      unknown(column, by, "\(path).by", "text column", columns)
      return nil
    }
    let known = grade.bands.map(\.grade)
    let bands = fields["bands"].map { texts($0, path: "\(path).bands") } ?? [known[0]]
    for band in bands where !known.contains(band) {
      unknown(band, fields["bands"] ?? node, "\(path).bands", "band", known)
    }
    return .ratio(grade: grade.name, bands: bands, column: column, atLeast: least)
  }

  private mutating func grade(_ node: YAMLNode?, _ path: String) -> Grading? {
    guard let node, let name = text(node, path: path) else { return nil }
    if let grading = plan.gradings.first(where: { $0.name == name }) { return grading }
    unknown(name, node, path, "grade", plan.gradings.map(\.name))
    return nil
  }

  private mutating func person(_ node: YAMLNode?, _ path: String) -> DesignProblem.Person? {
    guard let node, let key = text(node, path: path) else { return nil }
    return DesignProblem.Person(key: key, location: node.location)
  }

  private mutating func unknown(
    _ name: String, _ node: YAMLNode, _ path: String, _ what: String, _ known: [String]
  ) {
    report(
      node, path, "design.unknown-name", "the policy has no \(what) \(name)",
      suggestion: Spelling.didYouMean(name, among: known)
        ?? (known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))"))
  }
}
