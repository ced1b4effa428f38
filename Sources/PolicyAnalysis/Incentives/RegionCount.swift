/// Who sits in one region of a column for one cause.
public struct RegionCount: Sendable, Equatable {
  /// The region.
  public let region: IncentiveRegion
  /// The cause; nil where doing better pays or cannot be.
  public let cause: IncentiveCause?
  /// How many rows: each row of the column's table stands in one region.
  public let rows: Int
  /// How many people have such a row; in the subject table as many as rows.
  public let people: Int
  /// Half of the rows are nearer to the region's edge: for `waits` how far it is until it pays, for `capped`
  /// how far they are beyond where it still paid; in the column's unit. Nil for other regions, and where no
  /// edge is within what is looked at.
  public let medianDistance: Double?
}
