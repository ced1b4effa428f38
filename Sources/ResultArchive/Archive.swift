import Foundation
import ResultRecords
import SQLiteAccess

/// The closed periods of any number of policies, each entry chained to the one before by its hash, in
/// one file.
public final class Archive {
  /// What the file is called in a folder that is named instead of it.
  static let fileName = "archive.sqlite"

  /// The file.
  public let file: String
  let database: Database
  let contents: ContentStore

  /// The file that is meant by a path: the path itself, or in a folder `archive.sqlite`.
  public static func place(_ path: String) -> String {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return isThere && isFolder.boolValue ? FilePath.join(path, fileName) : path
  }

  /// Opens an archive to read it.
  ///
  /// - Throws: `RecordError` when there is no such file, `ArchiveError` when it is no archive, or one
  ///   without an entry.
  public static func open(_ path: String) throws -> Archive {
    guard FileManager.default.fileExists(atPath: place(path)) else {
      throw RecordError.unreadable(file: place(path), reason: "there is no such archive")
    }
    let archive = try Archive(path, access: .reading)
    try archive.reading {
      if try ArchiveSchema.isEmpty(archive.database) {
        throw ArchiveError.empty(file: archive.file)
      }
      try ArchiveSchema.check(archive.database)
    }
    return archive
  }

  /// Opens an archive to publish into it, or makes an empty one.
  public static func openOrMake(_ path: String) throws -> Archive {
    let archive = try Archive(path, access: .writing)
    // The folder entry of the journal is brought to the disk too: a published period outlives a power
    // cut.
    try archive.reading { try archive.database.execute("PRAGMA synchronous = EXTRA") }
    return archive
  }

  private init(_ path: String, access: Database.Access) throws {
    file = Self.place(path)
    do throws(DatabaseError) {
      database = try Database(file, access: access)
    } catch {
      throw ArchiveError.database(error)
    }
    contents = ContentStore(database)
  }

  /// Does something with the database; its errors become the archive's.
  func reading<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw ArchiveError.database(error)
    }
  }

  /// All entries in their order.
  ///
  /// - Throws: `ArchiveError.damaged` for one whose record does not fit its hash. Whether each is
  ///   chained to the one before is for `ArchiveVerification` to say.
  public func entries() throws -> [ArchiveEntry] {
    try reading {
      if try ArchiveSchema.isEmpty(database) { return [] }
      try ArchiveSchema.check(database)
      return try rows().map(entry)
    }
  }

  /// The rows of the table as they stand.
  func rows() throws -> [ArchiveRow] {
    var rows: [ArchiveRow] = []
    try database.rows("SELECT number, hash, record FROM entries ORDER BY number") { row in
      rows.append(
        ArchiveRow(
          number: row.value(0).integer ?? 0, hash: row.value(1).text ?? "",
          record: row.value(2).text ?? ""))
    }
    return rows
  }

  private func entry(_ row: ArchiveRow) throws(ArchiveError) -> ArchiveEntry {
    if let entry = row.entry { return entry }
    throw .damaged(file: file, entry: row.number, reason: row.fault ?? "")
  }

  /// One entry.
  ///
  /// - Throws: `ArchiveError.noEntry`.
  public func entry(_ number: Int) throws -> ArchiveEntry {
    let entries = try entries()
    guard let entry = entries.first(where: { $0.number == number }) else {
      throw ArchiveError.noEntry(file: file, number: number, count: entries.count)
    }
    return entry
  }

  /// The statements of an entry; nil when it has none.
  public func statements(of entry: ArchiveEntry) throws -> StatementList? {
    guard let file = entry.file(.statements) else { return nil }
    guard let list = StatementList(try bytes(of: file, in: entry)) else {
      throw ArchiveError.damaged(
        file: self.file, entry: entry.number, reason: "the list of its statements cannot be read")
    }
    return list
  }

  /// The content of a file of an entry.
  public func bytes(of file: EntryFile, in entry: ArchiveEntry) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: file.digest.sha256, named: file.path, in: entry) { bytes += $0 }
    return bytes
  }

  /// Calls `body` with each piece of a content of an entry.
  func forEachPiece(
    of hash: ContentHash, named name: String, in entry: ArchiveEntry,
    _ body: ([UInt8]) throws -> Void
  ) throws {
    do {
      try reading { try contents.forEachPiece(of: hash, body) }
    } catch let fault as ContentFault {
      throw ArchiveError.damaged(file: file, entry: entry.number, reason: "\(name): \(fault)")
    }
  }
}
