import AHP
import DelimitedText
import Diagnostics

/// Reads judgements that were written for, or by, other programs.
public enum ForeignJudgements {
  /// The judgements of a text, every matrix in it as a set.
  ///
  /// - Throws: every fault of the text together; that nothing in it is a comparison.
  public static func read(
    _ text: DecodedText, as format: ForeignFormat
  ) throws(DiagnosedFailure) -> JudgementFile {
    let found: FoundComparisons
    switch format {
    case .ahpy: found = try AHPyReader.read(text)
    case .rAHP: found = try RModelReader.read(text)
    case .ahpOS: found = try AHPOSReader.read(text)
    }
    guard !found.diagnostics.hasErrors else { throw DiagnosedFailure(found.diagnostics) }
    guard !found.comparisons.isEmpty else {
      throw DiagnosedFailure(
        found.diagnostics + [
          Diagnostic(
            code: "judgement.nothing-imported",
            at: SourceLocation(file: text.file, line: 1, column: 1),
            "no pairwise comparison is found in this file, read as \(format.rawValue)",
            suggestion: advice(format))
        ])
    }
    return try JudgementFile(
      file: text.file, comparisons: found.comparisons, findings: found.diagnostics)
  }

  /// What a file of a format must be like.
  private static func advice(_ format: ForeignFormat) -> String {
    switch format {
    case .ahpy:
      "save Compare.report(verbose=True) with its comparisons, or {\"name\": {\"a, b\": 3}}"
    case .rAHP: "write preferences: with pairwise: under Goal:, as in the package's file format"
    case .ahpOS: "export the input data of a session as CSV, or the project as JSON"
    }
  }
}

/// What a reader has found so far.
struct FoundComparisons {
  var comparisons: [PanelComparison] = []
  var diagnostics: [Diagnostic] = []
}
