import ScoringPlan

/// What a user may choose about a result that a database makes.
public struct PushedOptions: Sendable {
  /// What stands in the column `period`; nil for no such column.
  public var period: String?
  /// The ranking that orders the rows; nil for the order of keys.
  public var sort: Ranking?
  /// Whether the scores of measures are written too.
  public var measures: Bool

  /// Options; by default the order of keys, and no period or measures.
  public init(period: String? = nil, sort: Ranking? = nil, measures: Bool = false) {
    (self.period, self.sort, self.measures) = (period, sort, measures)
  }
}
