import ColumnStore
import Databases
import DelimitedText

/// One file of a table, with the digest of the very bytes that were read from it.
public struct JobInput: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The digest of its bytes, before they were decoded.
  public let digest: ContentDigest
  let source: TextSource
  /// The columns that were read where it is a table of a database, the key first; nil for a file.
  let columns: [String]?

  init(
    file: String, digest: ContentDigest, source: TextSource, columns: [String]? = nil
  ) {
    (self.file, self.digest, self.source, self.columns) = (file, digest, source, columns)
  }

  /// The same file, of which some bytes are read otherwise; the digest stays that of the file.
  func replacing(_ edits: [TextEdit]) -> JobInput {
    JobInput(
      file: file, digest: digest, source: TextSource(source, replacing: edits), columns: columns)
  }

  /// Opens a file, pipe or device, which reads it once, or a table of a database.
  ///
  /// - Parameters:
  ///   - file: where it is.
  ///   - wanted: which columns are read of a table of a database.
  ///   - databases: where such a table is read from.
  ///   - table: the table, for messages.
  ///   - name: what faults of its rows call it; its path when nil.
  ///   - isWanted: asked with the digest before anything is said about the text.
  ///   - progress: called with the number of bytes of each piece.
  /// - Returns: nil when `isWanted` says no.
  static func open(
    _ file: String, of table: String, name: String? = nil, columns wanted: WantedColumns,
    from databases: DatabaseSnapshots,
    isWanted: (ContentDigest) -> Bool = { _ in true }, progress: (Int) -> Void = { _ in }
  ) throws(TableReadError) -> JobInput? {
    if let place = DatabaseTable(file) {
      return try open(
        place, of: table, name: name, wanted, from: databases, isWanted: isWanted,
        progress: progress)
    }
    return try open(file, of: table, name: name, isWanted: isWanted, progress: progress)
  }

  /// Opens a file, pipe or device, which reads it once.
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
