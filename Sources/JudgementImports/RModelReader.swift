import AHP
import DelimitedText
import Diagnostics
import LocatedYAML

/// Reads the pairwise preferences of a model of the R package `ahp`.
///
/// https://github.com/gluc/ahp, vignette "AHP File Format", version 2.0. Preferences that are R code,
/// scores or priorities are no judgements and are named as left out.
struct RModelReader {
  private var found = FoundComparisons()
  private var leftOut: [(node: String, kind: String, location: SourceLocation)] = []
  private var taken: Set<String> = []

  private static let kinds = [
    "pairwise", "pairwiseFunction", "score", "scoreFunction", "priority",
  ]

  static func read(_ text: DecodedText) throws(DiagnosedFailure) -> FoundComparisons {
    let root = try YAMLNode.parse(
      String(decoding: text.bytes, as: UTF8.self), file: text.file,
      kind: DocumentKind(name: "judgement", firstKey: "Version"))
    var reader = RModelReader()
    if let goal = root["Goal"] {
      reader.read(goal, name: goal["name"]?.text ?? "Goal", parent: nil, weights: [:])
    }
    for node in reader.leftOut {
      reader.found.diagnostics.append(
        Diagnostic(
          .finding, code: "judgement.not-pairwise", at: node.location,
          "the preferences of \(node.node) are a \(node.kind), and left out",
          suggestion: "only pairwise: holds judgements; R code is not run"))
    }
    return reader.found
  }

  private mutating func read(
    _ node: YAMLNode, name: String, parent: String?, weights inherited: [String: Double]
  ) {
    let weights = weights(node["decision-makers"], inherited)
    if let preferences = node["preferences"], preferences.entries != nil {
      let set = taken.insert(name).inserted ? name : "\(parent ?? "")/\(name)"
      read(preferences, set: set, weights: weights)
    }
    for child in node["children"]?.entries ?? [] {
      read(child.value, name: child.key, parent: name, weights: weights)
    }
  }

  /// What decision makers count, where that is said: a number or a fraction for each.
  private mutating func weights(
    _ node: YAMLNode?, _ inherited: [String: Double]
  ) -> [String: Double] {
    guard let node else { return inherited }
    let entries = (node.elements ?? [node]).flatMap { $0.entries ?? [] }
    return entries.reduce(into: [:]) { weights, entry in
      if let weight = entry.value.text.flatMap({ try? Judgement($0) }) {
        weights[entry.key] = weight.value
      } else {
        found.diagnostics.append(
          Diagnostic(
            code: "judgement.weight", at: entry.value.location,
            "\"\(entry.value.text ?? "")\" for the weight of \(entry.key) is not a positive number",
            suggestion: "write a number or fraction; R expressions are not run"))
      }
    }
  }

  /// Preferences of one person, or of each decision maker by name.
  private mutating func read(_ node: YAMLNode, set: String, weights: [String: Double]) {
    let entries = node.entries ?? []
    if entries.contains(where: { Self.kinds.contains($0.key) }) {
      return read(entries, set: set, respondent: "decision maker", weight: 1)
    }
    for entry in entries {
      read(
        entry.value.entries ?? [], set: set, respondent: entry.key,
        weight: weights[entry.key] ?? 1)
    }
  }

  private mutating func read(
    _ entries: [YAMLNode.Entry], set: String, respondent: String, weight: Double
  ) {
    for entry in entries where Self.kinds.contains(entry.key) {
      guard entry.key == "pairwise" else {
        leftOut.append((set, entry.key, entry.keyLocation))
        continue
      }
      for element in entry.value.elements ?? [] {
        let parts = (element.elements ?? []).compactMap(\.text)
        guard parts.count == 3 else {
          found.diagnostics.append(
            Diagnostic(
              code: "judgement.pair", at: element.location,
              "a pairwise preference of \(set) is not two names and a number",
              suggestion: "write - [a, b, 1/3]"))
          continue
        }
        found.comparisons.append(
          PanelComparison(
            set: set, respondent: respondent, weight: weight,
            JudgementComparison(
              row: parts[0], column: parts[1], text: parts[2], at: element.location)))
      }
    }
  }
}
