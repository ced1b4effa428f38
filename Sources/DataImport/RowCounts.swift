/// What became of the rows of a file: `read` is the sum of all the others but the last two.
public struct RowCounts: Hashable, Sendable {
  /// Rows below the header, lines without any character left out.
  public var read = 0
  /// Rows that went into tables, or were put beside rows of others.
  public var used = 0
  /// Rows that cannot be used.
  public var rejected = 0
  /// Good rows of subjects with a rejected row.
  public var setAside = 0
  /// Rows that the map's `where` leaves out.
  public var filtered = 0
  /// Rows without any value.
  public var blank = 0
  /// Lines that are no rows of data, and earlier rows of a key, by their rule.
  public var dropped: [DropRule: Int] = [:]
  /// Cells that were repaired and stand in the log.
  public var repairs = 0
  /// Rejected rows of which it is not known whose they are.
  public var rejectedWithoutSubject = 0

  /// No rows.
  public init() {}

  /// Adds the rows of another piece.
  public static func += (left: inout Self, right: Self) {
    left.read += right.read
    left.used += right.used
    left.rejected += right.rejected
    left.setAside += right.setAside
    left.filtered += right.filtered
    left.blank += right.blank
    left.dropped.merge(right.dropped, uniquingKeysWith: +)
    left.repairs += right.repairs
    left.rejectedWithoutSubject += right.rejectedWithoutSubject
  }
}
