/// A row of a file that was looked for, with its cells and where they stand.
public struct FoundRow: Sendable {
  /// The line that it begins on, from 1.
  public let line: Int
  /// Why its cells cannot be told, such as a wrong number of fields; nil where they can.
  public let fault: String?
  /// The cells of the columns of the specification, in their order; empty where they cannot be told.
  public let cells: [FoundCell]
}
