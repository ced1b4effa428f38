import ScoringPlan

/// What a subject is told: how its score came about, and where it stands with it.
public struct SubjectAccount: Sendable {
  /// How total, final value and results came about.
  public let explanation: Explanation
  /// Where the subject stands among the others.
  public let standing: SubjectStanding
}
