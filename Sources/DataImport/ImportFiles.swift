import ColumnStore
import Glibc

/// The files that an import writes into a folder; they appear together or not at all.
///
/// The folder is made if it is not there, and taken away again when nothing comes of it.
public final class ImportFiles {
  private let folder: String
  private let isNewFolder: Bool
  private let files = AtomicFiles()
  private var isCommitted = false

  /// The names of the files: one for each table, then the log and the list of rejected rows.
  static func names(_ map: ImportMap) -> [String] {
    map.tables.map { "\($0.name).csv" } + ["repairs.csv", "rejects.csv"]
  }

  /// Begins the files of an import, each with its header.
  init(_ map: ImportMap, in folder: String) throws(AtomicFileError) {
    self.folder = folder
    isNewFolder = mkdir(folder, 0o777) == 0
    for name in Self.names(map) { try files.begin(Self.path(name, in: folder)) }
    let headers =
      map.tables.map(\.header) + [
        ["file", "row", "column", "before", "after", "rule"],
        ["file", "row", "column", "reason", "text"],
      ]
    for (index, header) in headers.enumerated() {
      var writer = DelimitedWriter()
      writer.appendHeader(header)
      try files.write(index, writer.bytes)
    }
  }

  deinit {
    files.abandon()
    // Fails, and should, when there is anything in it.
    if isNewFolder, !isCommitted { rmdir(folder) }
  }

  /// Where a file stands in a folder.
  static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Appends bytes to the file at that place in the list.
  func write(_ index: Int, _ bytes: UnsafeRawBufferPointer) throws(AtomicFileError) {
    try files.write(index, bytes)
  }

  /// Puts all files in their places, one right after the other once all are on the disk.
  func commit() throws(AtomicFileError) {
    try files.commit()
    isCommitted = true
  }
}
