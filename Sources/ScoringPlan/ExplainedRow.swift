import ScorecardPolicy

/// One detail row behind an aggregate.
public struct ExplainedRow: Sendable {
  /// The row's columns, then the formulas that lead to what is aggregated, in order of evaluation.
  public let values: [(name: String, type: ValueType, value: Value)]
  /// What the row adds to the aggregate.
  public let contribution: Value
}
