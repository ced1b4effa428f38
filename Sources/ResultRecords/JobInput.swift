import ColumnStore
import DelimitedText

/// One file of a table, with the digest of the very bytes that were read from it.
public struct JobInput: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The digest of its bytes, before they were decoded.
  public let digest: ContentDigest
  let source: TextSource

  /// The same file, of which some bytes are read otherwise; the digest stays that of the file.
  func replacing(_ edits: [TextEdit]) -> JobInput {
    JobInput(file: file, digest: digest, source: TextSource(source, replacing: edits))
  }

  /// Opens a file, pipe or device, which reads it once.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - table: the table, for messages.
  ///   - name: what faults of its rows call it; its path when nil.
  ///   - isWanted: asked with the digest before anything is said about the text.
  ///   - progress: called with the number of bytes of each piece.
  /// - Returns: nil when `isWanted` says no.
  static func open(
    _ file: String, of table: String, name: String? = nil,
    isWanted: (ContentDigest) -> Bool = { _ in true }, progress: (Int) -> Void = { _ in }
  ) throws(TableReadError) -> JobInput? {
    var hasher = ContentHasher()
    var hasBytes = false
    let source = Result { () throws(DelimitedTextError) in
      try TextSource(file, name: name) { piece in
        hasBytes = true
        hasher.update(piece)
        progress(piece.count)
      }
    }
    let digest = hasher.finish()
    switch source {
    case .success(let source):
      return isWanted(digest) ? JobInput(file: file, digest: digest, source: source) : nil
    case .failure(let error):
      if hasBytes, !isWanted(digest) { return nil }
      throw .text(table: table, error)
    }
  }
}
