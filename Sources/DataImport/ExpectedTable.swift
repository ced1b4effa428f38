/// A table that files are to be made into, as whoever reads it describes it.
public struct ExpectedTable: Sendable {
  /// One of its columns.
  public struct Column: Sendable {
    /// Its name, which is what is written as its header.
    public var name: String
    /// What files and people call it as well.
    public var headers: [String]
    /// What its cells hold.
    public var kind: ColumnKind
    /// The unit of its numbers.
    public var unit: CellUnit
    /// The only texts allowed; any where empty.
    public var values: [String]

    /// A column.
    public init(
      name: String, headers: [String], kind: ColumnKind, unit: CellUnit = .unknown,
      values: [String] = []
    ) {
      (self.name, self.headers, self.kind) = (name, headers, kind)
      (self.unit, self.values) = (unit, values)
    }
  }

  /// Its name.
  public var name: String
  /// The name of its key column, one of `columns`.
  public var key: String
  /// Whether each key has one row.
  public var hasUniqueKey: Bool
  /// All columns, the key among them.
  public var columns: [Column]

  /// A table.
  public init(name: String, key: String, hasUniqueKey: Bool, columns: [Column]) {
    (self.name, self.key, self.hasUniqueKey, self.columns) = (name, key, hasUniqueKey, columns)
  }
}
