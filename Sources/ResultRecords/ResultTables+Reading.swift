import ColumnStore
import Databases

extension ResultTables {
  /// The manifest of a result that is in a database.
  ///
  /// - Throws: `DatabaseFault`, or `RecordError` when it is not there or damaged.
  public static func manifest(readFrom result: DatabaseTable) throws -> ResultManifest {
    let place = manifest(of: result)
    let session = try result.location.session(for: .reading)
    if try session.columns(of: place.table).isEmpty {
      throw RecordError.noManifest(file: place.name)
    }
    var texts: [String] = []
    try session.rows("SELECT json FROM \(session.quoted(place.table))") { cells in
      if case .text(let text)? = cells.first { texts.append(text) }
    }
    guard texts.count == 1 else {
      throw RecordError.unreadable(
        file: place.name, reason: "it has \(texts.count) rows and not one manifest")
    }
    return try ResultManifest(Array(texts[0].utf8), file: place.name)
  }

  /// The bytes of the files that a result in a database would be, and its rejected rows.
  static func bytes(
    of result: DatabaseTable, hasRejects: Bool
  ) throws -> (result: [UInt8], rejects: [UInt8]?) {
    let session = try result.location.session(for: .reading)
    return try session.snapshot {
      (
        try text(of: result.table, session),
        hasRejects ? try text(of: rejects(of: result).table, session) : nil
      )
    }
  }

  private static func text(
    of table: String, _ session: any DatabaseSession
  ) throws -> [UInt8] {
    let columns = try session.columns(ofExisting: table).filter { $0 != PlacedRows.column }
    var bytes: [UInt8] = []
    try session.export(table: table, columns: columns, order: .place(PlacedRows.column)) {
      bytes += $0
    }
    return bytes
  }
}
