import ScorecardPolicy

/// One input of a measure: a column, or an aggregate with the detail rows behind it.
public struct ExplainedInput: Sendable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`.
  public let name: String
  /// Its value.
  public let value: Value
  /// What a column's cells hold; nil for anything else.
  public let type: ValueType?
  /// The unit of a column, when the policy names one.
  public let unit: Unit?
  /// For an aggregate the detail rows that it is formed from; else empty.
  public let rows: [ExplainedRow]
}
