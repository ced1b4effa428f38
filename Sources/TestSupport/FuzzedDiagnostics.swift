import Diagnostics

/// What every refusal of an author's input must say.
enum FuzzedDiagnostics {
  /// What is wrong with the diagnostics of a text that was refused, a sentence each.
  static func faults(_ failure: DiagnosedFailure, in text: String) -> [String] {
    (failure.diagnostics.hasErrors ? [] : ["refused without an error"])
      + faults(failure.diagnostics, in: text)
  }

  /// What is wrong with findings or errors about a text, a sentence each.
  static func faults(_ diagnostics: [Diagnostic], in text: String) -> [String] {
    // A line end more than other programs count, as the end of the text may be meant.
    let lineCount = text.unicodeScalars.count(where: isLineEnd) + 2
    return diagnostics.flatMap { diagnostic -> [String] in
      var faults: [String] = []
      if diagnostic.message.isEmpty { faults.append("\(diagnostic.code) says nothing") }
      if let place = diagnostic.location {
        let isInside = (1...lineCount).contains(place.line) && place.column >= 1
        if !isInside { faults.append("\(diagnostic) stands outside the text") }
      }
      return faults
    }
  }

  /// Line ends in delimited text and in YAML.
  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }
}
