import AHP
import DelimitedText
import Diagnostics
import JudgementImports

/// Judgement files as `weights` takes them: our own, and those of other programs.
enum ImportedJudgements {
  /// The judgements of a file, in the format named, or else the one that it is recognised as.
  static func read(
    _ file: String, from format: ForeignFormat?, gaps: JudgementGaps
  ) throws(DiagnosedFailure) -> JudgementFile {
    // A file that cannot be read is told of in one place.
    guard let text = try? DecodedText(contentsOf: file) else {
      return try JudgementFile.read(file, gaps: gaps)
    }
    let start = String(decoding: text.bytes.prefix(100_000), as: UTF8.self)
    guard let chosen = format ?? ForeignFormat.recognised(start) else {
      return try JudgementFile(text, gaps: gaps)
    }
    return try ForeignJudgements.read(text, as: chosen)
  }
}
