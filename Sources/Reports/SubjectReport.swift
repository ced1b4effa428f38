import ScoringEngine
import ScoringPlan

/// Everything that a report about one subject tells, before it is put into words.
public struct SubjectReport: Sendable {
  /// The plan that scored the subject.
  public let plan: Plan
  /// How the score came about.
  public let explanation: Explanation
  /// Where the subject stands with it.
  public let standing: SubjectStanding
  /// What it rests on.
  public let sources: ReportSources
  /// The numbers as printed.
  public let printed: PrintedScore

  /// A report about a subject.
  public init(_ account: SubjectAccount, _ plan: Plan, _ sources: ReportSources) {
    self.plan = plan
    (explanation, standing) = (account.explanation, account.standing)
    self.sources = sources
    printed = PrintedScore(account.explanation, decimals: plan.decimals)
  }
}
