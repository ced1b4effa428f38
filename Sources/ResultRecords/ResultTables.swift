import ColumnStore
import Databases
import Glibc

/// The tables of one result in a database, which change together or not at all: the result with a column
/// of its rows' places, its manifest, and the rejected rows if they are asked for.
public struct ResultTables: Sendable {
  private let result: DatabaseTable
  private let manifest: DatabaseTable
  private let rejects: DatabaseTable?

  /// The tables that a result comes with.
  public static func names(result: DatabaseTable, hasRejects: Bool) -> [DatabaseTable] {
    [result, manifest(of: result)] + (hasRejects ? [rejects(of: result)] : [])
  }

  /// The table of a result's manifest.
  public static func manifest(of result: DatabaseTable) -> DatabaseTable {
    DatabaseTable(result.location, table: "\(result.table)_manifest")
  }

  /// The table of the rows that a result is without.
  public static func rejects(of result: DatabaseTable) -> DatabaseTable {
    DatabaseTable(result.location, table: "\(result.table)_rejects")
  }

  /// The tables of a result to come.
  ///
  /// - Throws: a fault when the database cannot be reached, or a table of that name is no result.
  public init(result: DatabaseTable, hasRejects: Bool) throws(DatabaseFault) {
    self.result = result
    manifest = Self.manifest(of: result)
    rejects = hasRejects ? Self.rejects(of: result) : nil
    try check()
  }

  /// Writes what came of a job in place of an earlier result, all of it in one transaction.
  public func write(
    _ outcome: ScoringOutcome, policyFiles: [HashedFile], programVersion: String
  ) throws {
    let session = try result.location.session(for: .writing)
    try session.transaction {
      let digest = try write(outcome, to: session)
      let rejected = try writeRejects(of: outcome, to: session)
      let record = ResultManifest(
        outcome, policyFiles: policyFiles, programVersion: programVersion,
        resultFile: result.location.file ?? result.table, result: digest, rejects: rejected)
      var text = DelimitedWriter()
      text.appendHeader(["json"])
      text.append(try record.json)
      text.endRow()
      try session.load(table: manifest.table, columns: [DatabaseColumn("json", .text)]) { sink in
        try text.withBytes { bytes throws(any Error) in try sink(bytes) }
      }
    }
  }

  private func write(
    _ outcome: ScoringOutcome, to session: any DatabaseSession
  ) throws -> ContentDigest {
    var hasher = ContentHasher()
    let columns = [DatabaseColumn(PlacedRows.column, .integer)] + outcome.resultColumns
    try session.load(table: result.table, columns: columns) { sink in
      var rows = PlacedRows()
      try outcome.writeResult { piece in
        hasher.update(piece)
        try rows.take(piece).withUnsafeBytes { try sink($0) }
      }
    }
    return hasher.finish()
  }

  /// The rejected rows of an earlier result go in any case.
  private func writeRejects(
    of outcome: ScoringOutcome, to session: any DatabaseSession
  ) throws -> HashedFile? {
    guard let rejects else {
      let old = session.quoted(Self.rejects(of: result).table)
      try session.execute("DROP TABLE IF EXISTS \(old)")
      return nil
    }
    let bytes = try outcome.rejectsBytes()
    let columns = [
      DatabaseColumn(PlacedRows.column, .integer), DatabaseColumn("table", .text),
      DatabaseColumn("line", .integer),
      DatabaseColumn("column", .text), DatabaseColumn("reason", .text),
      DatabaseColumn("row", .text),
    ]
    try session.load(table: rejects.table, columns: columns) { sink in
      var rows = PlacedRows()
      try bytes.withUnsafeBytes { rows.take($0) }.withUnsafeBytes { try sink($0) }
    }
    return HashedFile(rejects.name, ContentDigest(of: bytes))
  }

  /// Says before any work what would make it fail in the end; makes no file.
  private func check() throws(DatabaseFault) {
    if let file = result.location.file {
      let folder = FilePath.folder(of: file)
      guard access(folder, W_OK) == 0 else {
        throw DatabaseFault(
          result.location.name, "the folder \(folder) is not there, or you may not write to it")
      }
      if access(file, F_OK) != 0 { return }
    }
    let tables = try result.location.session(for: .reading).tables()
    if tables.contains(result.table), !tables.contains(manifest.table) {
      throw DatabaseFault(
        result.location.name,
        "the table \"\(result.table)\" is no result, as there is no \"\(manifest.table)\" beside it, "
          + "and is left as it is",
        advice: "name another table")
    }
  }
}
