import ScorecardPolicy

/// One named formula on the way to a measure's score.
public struct ExplainedStep: Sendable {
  /// Its name.
  public let name: String
  /// The formula as written.
  public let formula: String
  /// Its value for the subject.
  public let value: Value
}
