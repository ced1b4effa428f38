import AHP

/// What is drawn: one judgement of a weighing, or how often one respondent is chosen.
public struct JudgementInput: Sendable, Equatable {
  /// The path of the weighing; nil for a respondent, who may have judged for several.
  public let path: String?
  /// Who judged, where that is not the whole panel.
  public let respondent: String?
  /// What is judged; nil for a respondent as a whole.
  public let row: String?
  /// What it is judged against; nil for a respondent as a whole.
  public let column: String?
  /// The judgement given; nil for a respondent as a whole.
  public let given: Double?
}
