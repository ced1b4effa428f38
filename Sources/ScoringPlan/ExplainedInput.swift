import ScorecardPolicy

/// One input of a value: a column, an aggregate with the detail rows behind it, a statistic, or a score
/// that was computed before.
public struct ExplainedInput: Sendable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`.
  public let name: String
  /// Its value.
  public let value: Value
  /// What it holds; nil where only the value tells.
  public let type: ValueType?
  /// The unit of a column, or of what is aggregated, when the policy names one.
  public let unit: Unit?
  /// The aggregate, when it is one.
  public let aggregate: Aggregate?
  /// For an aggregate the detail rows that it is formed from; else empty.
  public let rows: [ExplainedRow]
}
