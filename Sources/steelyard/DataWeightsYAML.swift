import DataWeights
import Foundation

/// Weights from data as a policy takes them, with their provenance above.
enum DataWeightsYAML {
  static func text(_ answer: DataWeightsAnswer) -> String {
    let split = answer.split
    var lines = header(answer).map { "# \($0)" } + ["scorecard:"]
    if answer.options.dimension == nil, split.dimensions.count > 1 {
      lines.append("  weights: \(mapping(split.dimensions.map { ($0.name, $0.weight) }))")
    }
    let several = split.dimensions.filter { $0.measures.count > 1 }
    if !several.isEmpty { lines.append("  dimensions:") }
    for dimension in several {
      lines += [
        "    \(key(dimension.name)):",
        "      weights: \(mapping(Array(zip(dimension.measures, dimension.weights))))",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func header(_ answer: DataWeightsAnswer) -> [String] {
    let scores = answer.scores
    let part = answer.options.dimension.map { ", dimension \($0)" } ?? ""
    let constants = Set(answer.weights.constants).sorted()
    return [
      "Weights of \(line(answer.policy.name)), version \(line(answer.policy.version))\(line(part)), by \(answer.derivation).",
      "Method: \(answer.method.source).",
      "Computed by steelyard \(ProgramVersion.current) from the measures' scores, of which more is better, of",
      "\(answer.countedPeople) people\(answer.folder.map { " in \(line($0))" } ?? ""); \(scores.leftOutCount) of \(scores.scoredCount) were left out for a missing measure.",
    ]
      + (constants.isEmpty
        ? []
        : [
          "The same for everybody, and so without weight: \(line(constants.joined(separator: ", ")))."
        ])
      + ["Put each weights: in place of that of the policy."]
  }

  /// A text on one line, whatever the name of a folder holds.
  private static func line(_ text: String) -> String {
    Terminal.harmless(text).replacingOccurrences(of: "\n", with: " ")
  }

  private static func mapping(_ weights: [(name: String, weight: Double)]) -> String {
    "{" + weights.map { "\(key($0.name)): \(number($0.weight))" }.joined(separator: ", ") + "}"
  }

  /// Digits without an exponent, which say the same double.
  private static func number(_ weight: Double) -> String {
    let text = weight.description
    return text.contains("e") ? String(format: "%.20f", weight) : text
  }

  /// A name as YAML takes it in any place.
  private static func key(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || $0.isASCII && $0.properties.numericType != nil
    }
    let doubled = name.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined()
    return isPlain ? name : "'\(doubled)'"
  }
}
