/// A value of a table's row: its key, a column or a formula, by name.
public struct ValueReference: Hashable, Sendable {
  /// Where the value comes from.
  public enum Source: Sendable {
    case key
    case column
    case formula
  }

  /// Where the value comes from.
  public let source: Source
  /// Its name in the table.
  public let name: String

  /// A reference to a value of that name.
  public init(source: Source, name: String) {
    self.source = source
    self.name = name
  }
}
