import ScorecardPolicy

/// One named formula on the way to a score or result.
public struct ExplainedStep: Sendable {
  /// Its name.
  public let name: String
  /// The formula as written.
  public let formula: String
  /// What its values are.
  public let type: ValueType
  /// The unit of its numbers, when it has one of its own.
  public let unit: Unit?
  /// Its value for the subject.
  public let value: Value
}
