import SQLiteAccess

/// How an archive lies in its database.
///
/// Everything is said by the entries' records; `contents` and `pieces` hold bytes by their hashes. The
/// triggers refuse every change of what is there. They guard against accidents alone: whoever can
/// write the file can remove them, which verification then says.
enum ArchiveSchema {
  /// The version of the format.
  static let version = 1
  /// What tells an archive from other databases: "Stee" as four bytes.
  private static let applicationID = 0x5374_6565

  private static let tables = [
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, record TEXT NOT NULL) "
      + "STRICT",
    "CREATE TABLE contents (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, "
      + "size INTEGER NOT NULL) STRICT",
    "CREATE TABLE pieces (content INTEGER NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, "
      + "PRIMARY KEY (content, number)) STRICT",
  ]

  /// Replacing a row would delete the old one without asking any trigger.
  private static let replacements = [
    "entries": "new.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)",
    "contents": "EXISTS (SELECT 1 FROM contents WHERE id = new.id OR sha256 = new.sha256)",
    "pieces": "EXISTS (SELECT 1 FROM pieces WHERE content = new.content AND number = new.number)",
  ]

  private static let triggers = ["entries", "contents", "pieces"].flatMap { table in
    let refusal = "BEGIN SELECT raise(ABORT, 'what is in an archive stays as it is'); END"
    return [
      "CREATE TRIGGER \(table)_update BEFORE UPDATE ON \(table) \(refusal)",
      "CREATE TRIGGER \(table)_delete BEFORE DELETE ON \(table) \(refusal)",
      "CREATE TRIGGER \(table)_insert BEFORE INSERT ON \(table) WHEN "
        + "\(replacements[table, default: "0"]) \(refusal)",
    ]
  }

  /// Makes the tables in an empty database; leaves an archive as it is.
  ///
  /// - Throws: `ArchiveError` for any other database.
  static func make(in database: Database) throws {
    guard try isEmpty(database) else { return try check(database) }
    for statement in tables + triggers { try database.execute(statement) }
    try database.execute("PRAGMA application_id = \(applicationID)")
    try database.execute("PRAGMA user_version = \(version)")
  }

  /// Whether nothing was ever written to a database.
  static func isEmpty(_ database: Database) throws(DatabaseError) -> Bool {
    if try database.value("PRAGMA page_count") == .integer(0) { return true }
    let count = try database.value("SELECT count(*) FROM sqlite_schema")
    let application = try database.value("PRAGMA application_id")
    return count == .integer(0) && application == .integer(0)
  }

  /// Fails for a database that is no archive of this format.
  static func check(_ database: Database) throws {
    guard try database.value("PRAGMA application_id") == .integer(applicationID) else {
      throw ArchiveError.notAnArchive(file: database.file)
    }
    let found = try database.value("PRAGMA user_version")?.integer ?? 0
    guard found == version else {
      throw ArchiveError.newerFormat(file: database.file, found: found)
    }
  }

  /// What of the schema is not as `make` leaves it.
  static func faults(in database: Database) throws -> [String] {
    var found: Set<String> = []
    try database.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL") { row in
      found.insert(row.value(0).text ?? "")
    }
    let expected = Set(tables + triggers)
    let lacking = expected.subtracting(found).sorted().map {
      "the database lacks, or has changed: \($0.prefix(60))..."
    }
    let foreign = found.subtracting(expected).sorted().map {
      "the database has something that no archive has: \($0.prefix(60))"
    }
    return lacking + foreign
  }
}
