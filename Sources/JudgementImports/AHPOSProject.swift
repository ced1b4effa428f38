import AHP
import Diagnostics
import LocatedYAML

/// Reads a project of AHP-OS: its hierarchy as text, and for each participant and node a digit for each
/// pair and one that says which of the two it is for.
enum AHPOSProject {
  static func read(_ json: String, file: String) throws(DiagnosedFailure) -> FoundComparisons {
    let root = try YAMLNode.parse(
      json, file: file, kind: DocumentKind(name: "judgement", firstKey: "{"))
    var found = FoundComparisons()
    if root["Priorities"] != nil {
      found.diagnostics.append(AHPOSReader.results(file))
      return found
    }
    let project = root["pj"]?.elements?.first
    let tree = children(project?["project_hText"]?.text ?? "")
    let alternatives = (root["alt"]?.elements ?? []).compactMap { $0["alt"]?.text }
    for row in root["pwc"]?.elements ?? [] {
      guard let node = row["pwc_node"]?.text, let side = row["pwc_ab"]?.text,
        let digits = row["pwc_intense"]?.text
      else { continue }
      let labels = alternatives.isEmpty ? tree[node] ?? [] : alternatives
      read(
        Array(side), Array(digits), labels: labels, set: node,
        by: row["pwc_part"]?.text ?? "participant", at: row.location, into: &found)
    }
    return found
  }

  private static func read(
    _ side: [Character], _ digits: [Character], labels: [String], set: String, by name: String,
    at location: SourceLocation, into found: inout FoundComparisons
  ) {
    let pairs = labels.indices.flatMap { row in
      labels.indices.filter { $0 > row }.map { (row, $0) }
    }
    guard pairs.count == digits.count, side.count == digits.count else {
      found.diagnostics.append(
        Diagnostic(
          code: "judgement.pair", at: location,
          "\(name) has \(digits.count) comparisons for \(set), which \(labels.count) names do not make",
          notes: ["the names are \(labels.joined(separator: ", "))"],
          suggestion: "export the project again; its hierarchy and its comparisons differ"))
      return
    }
    for (pair, (side, digit)) in zip(pairs, zip(side, digits)) {
      found.comparisons.append(
        PanelComparison(
          set: set, respondent: name,
          JudgementComparison(
            row: labels[pair.0], column: labels[pair.1],
            text: side == "0" || digit == "1" ? String(digit) : "1/\(digit)", at: location)))
    }
  }

  /// The children of each node of `Goal: A, B=0.3; A: A1, A2;`.
  static func children(_ text: String) -> [String: [String]] {
    text.split(separator: ";").reduce(into: [:]) { tree, branch in
      let parts = branch.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return }
      tree[trimmed(parts[0])] = parts[1].split(separator: ",").map { child in
        trimmed(String(child.prefix { $0 != "=" }))
      }
    }
  }

  /// Without white space round it and with one space in place of several, as AHP-OS does.
  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
