/// The smallest change of one cell that brings a person to a better band, all else as it is.
public struct GradeStep: Sendable, Equatable {
  /// The person, as a row of the subject table.
  public let subject: Int
  /// The column, by its place among those looked at.
  public let column: Int
  /// The row of the column's table.
  public let row: Int
  /// What the cell holds, in units of the column's grid.
  let from: Int64
  /// What it would have to hold.
  let to: Int64
  /// The band now, by its place from the top; the number of bands where the person is in none.
  public let band: Int
  /// The band that is reached.
  public let reached: Int
  /// The change as a share of the range that holds the middle nine tenths of the column's numbers.
  public let share: Double
}
