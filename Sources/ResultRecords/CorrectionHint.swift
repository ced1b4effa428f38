import Diagnostics

/// Guesses at what a correction meant by a name that is not there.
enum CorrectionHint {
  /// The nearest of some names, or else the names that there are.
  static func text(_ name: String, among names: [String], or all: [String]) -> String {
    let known =
      switch all.count {
      case 0: "there is none"
      case 1: "there is only \(all[0])"
      default: "there are \(all.joined(separator: ", "))"
      }
    return "; \(Spelling.didYouMean(name, among: names) ?? known)"
  }

  /// The key that differs by zeros in front, which spreadsheets drop, or else the nearest; empty when
  /// none is near.
  static func text(_ key: String, amongKeys keys: [String]) -> String {
    let digits = key.drop { $0 == "0" }
    let padded = keys.first { $0 != key && $0.drop { $0 == "0" } == digits }
    let hint = padded.map { "did you mean \"\($0)\"?" } ?? Spelling.didYouMean(key, among: keys)
    return hint.map { "; \($0)" } ?? ""
  }
}
