/// A subject in both results with the cells that differ.
public struct SubjectDifference: Hashable, Sendable {
  /// Whose rows they are.
  public let subject: ResultSubject
  /// The cells that differ, in the order of the new result's columns; never empty.
  public let cells: [CellDifference]
}
