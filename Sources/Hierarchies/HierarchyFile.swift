import DelimitedText
import Diagnostics

/// Hierarchies as files.
public enum HierarchyFile {
  /// The hierarchy of a YAML file; judgement files that it names are taken from its folder.
  ///
  /// - Throws: every fault of the file together.
  public static func read(_ file: String) throws(DiagnosedFailure) -> Hierarchy {
    let text: DecodedText
    do throws(DelimitedTextError) {
      text = try DecodedText(contentsOf: file)
    } catch {
      throw DiagnosedFailure([
        Diagnostic(
          code: "hierarchy.unreadable", "\(error)", suggestion: "see that the name is right")
      ])
    }
    return try HierarchyReader.read(String(decoding: text.bytes, as: UTF8.self), file: file)
  }
}
