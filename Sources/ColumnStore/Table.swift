import DelimitedText

/// A table in memory: typed columns, the key of each row, and where each row came from.
///
/// Texts are codes of the `TextPool` that was given to the reader.
public struct Table: Sendable {
  /// The table's name.
  public let name: String
  /// The files that it was read from, as the user named them, in the order of their rows.
  public var files: [String] { sources.map(\.file) }
  /// The number of rows.
  public var rowCount: Int { keys.count }
  /// The key of each row as a pool code, -1 where it is missing.
  public internal(set) var keys: [Int32] = []
  /// The columns in the order of the specification.
  public internal(set) var columns: [Column] = []
  /// The first line of each row in its file, from 1.
  public internal(set) var lines: [Int32] = []

  var sources: [TextSource] = []
  /// What stands between the fields of each file.
  var separators: [UInt8] = []
  /// Where each row begins in its file's text. Its end is found again when asked for.
  var starts: [Int] = []
  /// The first row of each file.
  var firstRows: [Int] = []

  /// A table of known keys and columns; a column without rows was not kept. Where its rows stand in
  /// the files is not known.
  public init(
    name: String, sources: [TextSource] = [], keys: [Int32] = [], columns: [Column] = []
  ) {
    (self.name, self.sources, self.keys, self.columns) = (name, sources, keys, columns)
  }

  /// The column of this name, if there is one. O(columns).
  public func column(named name: String) -> Column? {
    columns.first { $0.name == name }
  }

  /// Whether rows stand in files that somebody can look into: texts without a name are parts of files,
  /// and of their lines nobody knows which they were.
  public var hasPlaces: Bool { sources.allSatisfy { !$0.file.isEmpty } }

  /// Which of `files` a row stands in. O(files).
  public func fileIndex(ofRow row: Int) -> Int {
    precondition(keys.indices.contains(row), "the table has no row \(row)")
    return firstRows.lastIndex { $0 <= row } ?? 0
  }

  /// The file that a row stands in. O(files).
  public func file(ofRow row: Int) -> String {
    sources[fileIndex(ofRow: row)].file
  }

  /// A row as it stood in its file, without its line's end; read again, and empty where that is no
  /// longer possible. O(length of the row).
  public func rowText(_ row: Int) -> String {
    let file = fileIndex(ofRow: row)
    return sources[file].record(at: starts[row], separator: separators[file])
  }
}
