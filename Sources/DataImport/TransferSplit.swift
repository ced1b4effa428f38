import Calendars

/// How somebody with rows of several branches becomes a subject for each: `transfers: {split: ...}`.
///
/// The key of such a subject is the person's, `@` and the branch, as in `000358@120101001`. Days count
/// from the first to the last, both included.
public struct TransferSplit: Hashable, Sendable {
  /// What stands between the person's id and the branch in a key.
  public static let separator = "@"

  /// The column in which the rows of a person differ, usually the branch.
  public var by: String
  /// The column of each row's first day.
  public var from: String
  /// The column of its last day; nil where each row lasts until the next one begins.
  public var until: String?
  /// The period whose days are shared out; nil where these are the days that the rows name.
  public var period: CivilPeriod?
  /// What becomes of days that no row has; nil where not decided.
  public var gaps: GapDecision?

  /// A split by days between these columns.
  public init(by: String, from: String, until: String? = nil, period: CivilPeriod? = nil) {
    (self.by, self.from, self.until, self.period) = (by, from, until, period)
  }
}
