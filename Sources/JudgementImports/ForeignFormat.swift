/// Files of other programs that hold judgements.
public enum ForeignFormat: String, CaseIterable, Sendable {
  /// Comparisons of AHPy (Python) as JSON: a verbose report, or dictionaries of pairs.
  case ahpy
  /// A model of the R package `ahp`, YAML.
  case rAHP = "r-ahp"
  /// Input data (CSV), a project (JSON) or one matrix (CSV) exported by AHP-OS.
  case ahpOS = "ahp-os"

  /// The format of a text by its first characters and lines; nil when it is none of them.
  public static func recognised(_ text: String) -> ForeignFormat? {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.first == "{" {
      return ["\"pj\"", "\"Priorities\""].contains(where: start.prefix(2000).contains)
        ? .ahpOS : .ahpy
    }
    if start.hasPrefix("sep=") { return .ahpOS }
    // A model begins with its version, alternatives or goal, after comments.
    let first = start.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }
    let keys = ["Version:", "Alternatives:", "Goal:"]
    return keys.contains { first?.hasPrefix($0) == true } ? .rAHP : nil
  }
}
