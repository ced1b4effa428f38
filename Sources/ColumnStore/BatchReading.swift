/// What is read of the rows of a table.
public struct BatchReading: Sendable {
  /// How keys are read.
  public enum Keys: Sendable {
    /// Not at all.
    case none
    /// Each has a code of its own, also where two are the same.
    case listed
    /// The same keys of a batch have the same code.
    case shared
  }

  /// How the key of each row is read.
  var keys: Keys
  /// Whether the columns of the specification are read.
  var readsColumns: Bool
  /// Whether faults are put into words.
  var wordsFaults = false

  /// A reading; faults are found but not put into words.
  public init(keys: Keys, readsColumns: Bool) {
    self.keys = keys
    self.readsColumns = readsColumns
  }
}
