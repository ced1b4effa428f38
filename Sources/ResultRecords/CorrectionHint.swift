import Diagnostics

/// Guesses at what a correction meant by a name that is not there.
enum CorrectionHint {
  /// The nearest of some names, or else the names that there are.
  static func text(_ name: String, among names: [String], or all: [String]) -> String {
    "; "
      + (Spelling.didYouMean(name, among: names)
        ?? (all.isEmpty ? "there is none" : "there are \(all.joined(separator: ", "))"))
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
