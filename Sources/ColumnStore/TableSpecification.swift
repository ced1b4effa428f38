/// What a table must look like: its key, its columns, and what may not occur twice.
public struct TableSpecification: Hashable, Sendable {
  /// The table's name, for messages.
  public var name: String
  /// The key column's name, which is also accepted as its header.
  public var keyName: String
  /// Further headers accepted for the key.
  public var keyHeaders: [String]
  /// The columns to read, without the key; all others in a file are passed over.
  public var columns: [ColumnSpecification]
  /// Names of columns (the key's among them, if wanted): rows that agree in all of these are faulty.
  /// Empty when rows may repeat.
  public var uniqueBy: [String]

  /// A table; `uniqueBy` must name the key or columns of the table.
  public init(
    name: String, keyName: String, keyHeaders: [String] = [], columns: [ColumnSpecification],
    uniqueBy: [String] = []
  ) {
    for name in uniqueBy {
      precondition(
        name == keyName || columns.contains { $0.name == name },
        "uniqueBy names a column that the table has not: \(name)")
    }
    self.name = name
    self.keyName = keyName
    self.keyHeaders = keyHeaders
    self.columns = columns
    self.uniqueBy = uniqueBy
  }
}
