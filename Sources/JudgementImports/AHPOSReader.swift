import AHP
import DelimitedText
import Diagnostics
import LocatedYAML

/// Reads what AHP-OS exports: the input data of a session (CSV), one matrix of its calculator (CSV), or
/// a project (JSON).
///
/// https://github.com/bpmsg/ahp-os: `exportProjectDetails`, `set_txtbuf` and the export of
/// `ahp-session-admin.php`.
enum AHPOSReader {
  static func read(_ text: DecodedText) throws(DiagnosedFailure) -> FoundComparisons {
    let string = String(decoding: text.bytes, as: UTF8.self)
    if string.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "{" {
      return try AHPOSProject.read(string, file: text.file)
    }
    return AHPOSTable.read(text)
  }

  /// What holds results and no judgements.
  static func results(_ file: String) -> Diagnostic {
    Diagnostic(
      code: "judgement.results", at: SourceLocation(file: file, line: 1, column: 1),
      "this file of AHP-OS holds results, from which judgements cannot be told",
      suggestion: "export the input data of the session as CSV, or the project as JSON")
  }
}
