/// A single judgement moved within what is drawn, all others as they are, or one respondent left out.
public struct JudgementMove: Sendable, Equatable {
  /// What is moved, by its place in `PolicyStability.inputs`; nil where a respondent is left out.
  public let input: Int?
  /// The respondent who is left out.
  public let respondent: String?
  /// How far, as a share of the way to the end of what is drawn: above 0 upwards, below 0 downwards; 1 for a
  /// respondent left out.
  public let share: Double
  /// The judgement then; nil where a respondent is left out.
  public let judgement: Double?
}
