/// One thing wrong with one row of a batch.
public struct BatchFault {
  /// The row in the batch.
  public let row: Int
  /// The column by its place in the specification; nil when it is the key or the whole row.
  public let column: Int?
  /// Whether it is the key that is at fault.
  public var isOfKey: Bool { column == nil && !name.isEmpty }

  /// The column's name; empty when the row as a whole is at fault.
  let name: String
  /// The text found; empty unless faults are worded.
  let text: String
  /// What was expected; empty unless faults are worded.
  let reason: String
}
