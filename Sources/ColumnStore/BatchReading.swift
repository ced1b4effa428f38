/// What is read of the rows of a table.
public struct BatchReading: Sendable {
  /// Whether the key of each row is read.
  public var readsKeys: Bool
  /// Whether the columns of the specification are read.
  public var readsColumns: Bool
  /// Whether faults are put into words, and the lines and places of rows kept.
  var wordsFaults = false

  /// A reading; faults are found but not put into words.
  public init(readsKeys: Bool, readsColumns: Bool) {
    self.readsKeys = readsKeys
    self.readsColumns = readsColumns
  }
}
