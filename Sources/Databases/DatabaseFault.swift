import SQLiteAccess

/// Why something could not be done with a database. Never tells a password.
public struct DatabaseFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What messages call the database.
  public let database: String
  /// What is wrong, in the words of the engine where it has some.
  public let reason: String
  /// What to do about it; nil where nothing can be said.
  public let advice: String?

  /// A fault.
  public init(_ database: String, _ reason: String, advice: String? = nil) {
    (self.database, self.reason, self.advice) = (database, reason, advice)
  }

  /// What is wrong and with which database, without a full stop.
  public var description: String { "\(database): \(reason)" }
}

extension DatabaseFault {
  init(_ error: DatabaseError, _ location: DatabaseLocation) {
    self.init(location.name, error.description, advice: error.advice)
  }
}
