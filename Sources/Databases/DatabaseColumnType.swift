/// What the column of a table that is made holds.
public enum DatabaseColumnType: String, Hashable, Sendable, CaseIterable {
  /// Doubles.
  case real
  /// Whole numbers of 64 bits.
  case integer
  /// Texts.
  case text
  /// True or false.
  case truth
  /// Days.
  case date
}

/// A column of a table that is made.
public struct DatabaseColumn: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it holds.
  public let type: DatabaseColumnType

  /// A column.
  public init(_ name: String, _ type: DatabaseColumnType) { (self.name, self.type) = (name, type) }
}
