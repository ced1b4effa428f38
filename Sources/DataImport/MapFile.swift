import DelimitedText
import Diagnostics

/// Maps as files.
public enum MapFile {
  /// The map of a file.
  ///
  /// - Throws: `DiagnosedFailure` when it cannot be read, and with every fault found in it.
  public static func read(_ file: String) throws(DiagnosedFailure) -> ImportMap {
    let text: DecodedText
    do throws(DelimitedTextError) {
      text = try DecodedText(contentsOf: file)
    } catch {
      throw DiagnosedFailure([
        Diagnostic(code: "map.unreadable", "\(error)", suggestion: "see that the name is right")
      ])
    }
    return try MapReader.read(String(decoding: text.bytes, as: UTF8.self), file: file)
  }
}
