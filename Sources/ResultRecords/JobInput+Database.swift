import ColumnStore
import Databases
import DelimitedText

extension JobInput {
  /// Reads a table of a database as text, as `open` reads a file.
  ///
  /// A table that has not the columns that are wanted is read as its header alone, so that whoever reads
  /// it says what is missing.
  static func open(
    _ place: DatabaseTable, of table: String, name: String?, _ wanted: WantedColumns,
    from databases: DatabaseSnapshots, isWanted: (ContentDigest) -> Bool,
    progress: (Int) -> Void
  ) throws(TableReadError) -> JobInput? {
    let name = name ?? place.name
    var hasher = ContentHasher()
    do {
      var spool = Spool(name: name, mostInMemory: TextSource.usuallyInMemory)
      let columns = try write(place, wanted, from: databases) { piece throws(DelimitedTextError) in
        progress(piece.count)
        try spool.append(piece)
      }
      let source = try TextSource(spool.finish(), name: name) { hasher.update($0) }
      let digest = hasher.finish()
      guard isWanted(digest) else { return nil }
      return JobInput(file: place.name, digest: digest, source: source, columns: columns)
    } catch let error as DelimitedTextError {
      throw .text(table: table, error)
    } catch let fault as DatabaseFault {
      let advice = fault.advice.map { " (\($0))" } ?? ""
      throw .text(table: table, .unreadable(file: name, reason: fault.reason + advice))
    } catch {
      throw .text(table: table, .unreadable(file: name, reason: "\(error)"))
    }
  }

  /// Writes the columns that are wanted; which they were.
  private static func write(
    _ place: DatabaseTable, _ wanted: WantedColumns, from databases: DatabaseSnapshots,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> [String] {
    try databases.with(place.location) { session in
      let names = try session.columns(ofExisting: place.table)
      let (columns, fit) = wanted.chosen(among: names)
      guard fit else {
        var header = DelimitedWriter()
        header.appendHeader(columns)
        try header.withBytes(sink)
        return columns
      }
      try session.export(table: place.table, columns: columns, key: columns[0], to: sink)
      return columns
    }
  }
}
