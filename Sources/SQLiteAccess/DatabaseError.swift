import CSQLite

/// Why a database could not be opened, read or written.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as far as it tells what to do.
  public enum Kind: Hashable, Sendable {
    /// There is no such file, or it may not be opened.
    case cannotOpen
    /// The file is no database.
    case notADatabase
    /// The file, its folder or its disk can only be read.
    case readOnly
    /// The disk is full.
    case full
    /// Another program has been using the file for too long.
    case busy
    /// The file is damaged.
    case damaged
    /// A statement was refused by a rule that the database itself holds.
    case refused
    /// Anything else.
    case other
  }

  /// The file as the user named it.
  public let file: String
  /// What is wrong.
  public let kind: Kind
  /// SQLite's own words, or ours where it does not say why a file cannot be opened.
  public let words: String

  init(file: String, code: Int32, words: String) {
    self.file = file
    self.words = words
    kind =
      switch code & 0xFF {
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
      case SQLITE_NOTADB: .notADatabase
      case SQLITE_READONLY: .readOnly
      case SQLITE_FULL: .full
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT: .damaged
      case SQLITE_CONSTRAINT: .refused
      default: .other
      }
  }

  /// What is wrong and with which file, without a full stop.
  public var description: String {
    switch kind {
    case .cannotOpen: "cannot open \(file): \(words)"
    case .notADatabase: "\(file) is no SQLite database: \(words)"
    case .readOnly: "cannot write \(file): it, its folder or its disk can only be read (\(words))"
    case .full: "cannot write \(file): no space is left on the disk (\(words))"
    case .busy: "cannot use \(file): another program is using it (\(words))"
    case .damaged: "\(file) is damaged: \(words)"
    case .refused: "\(file) refuses the change: \(words)"
    case .other: "cannot use \(file): \(words)"
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var advice: String? {
    switch kind {
    case .cannotOpen: "see that the file or its folder is there and may be opened by you"
    case .notADatabase: "name another file; this one was left as it is"
    case .readOnly: "see that you may write the file and its folder; nothing was changed"
    case .full: "make room and try again; nothing was changed"
    case .busy: "try again when the other program has ended; nothing was changed"
    case .damaged: "take a copy of the file from a backup"
    case .refused, .other: nil
    }
  }
}
