import ColumnStore
import DelimitedText

/// One file of a table, with the digest of the very bytes that were read from it.
public struct JobInput: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The digest of its bytes, before they were decoded.
  public let digest: ContentDigest
  let text: DecodedText

  /// Reads a file, pipe or device.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - table: the table, for messages.
  ///   - name: what faults of its rows call it; its path when nil.
  ///   - isWanted: asked with the digest before the bytes are decoded.
  /// - Returns: nil when `isWanted` says no.
  static func read(
    _ file: String, of table: String, name: String? = nil,
    isWanted: (ContentDigest) -> Bool = { _ in true }
  ) throws(TableReadError) -> JobInput? {
    do throws(DelimitedTextError) {
      let bytes = try FileBytes.read(file)
      let digest = ContentDigest(of: bytes)
      guard isWanted(digest) else { return nil }
      let text = try DecodedText(bytes, file: name ?? file)
      return JobInput(file: file, digest: digest, text: text)
    } catch {
      throw .text(table: table, error)
    }
  }
}
