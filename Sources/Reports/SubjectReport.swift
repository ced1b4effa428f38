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
  /// The way from the group's mean to the score; nil where there is nothing to compare with.
  public let comparison: GroupComparison?
  /// What training or guidance the policy suggests, the largest loss of points first.
  public let guidance: [MeasureGuidance]

  /// What was decided about objections to the subject's data.
  public var decisions: [ReportDecision] { sources.decisions[explanation.key] ?? [] }

  /// A report about a subject, by its place in the population that the means are of; without means
  /// it is compared with nobody.
  public init(
    _ account: SubjectAccount, _ plan: Plan, _ sources: ReportSources,
    comparedBy groupMeans: GroupMeans? = nil, subject: Int = 0
  ) {
    self.plan = plan
    (explanation, standing) = (account.explanation, account.standing)
    self.sources = sources
    printed = PrintedScore(account.explanation, decimals: plan.decimals)
    comparison = groupMeans.flatMap {
      GroupComparison(account.explanation, plan, $0, subject: subject)
    }
    guidance =
      comparison.map {
        MeasureGuidance.list(account.explanation, $0.means, decimals: plan.decimals)
      } ?? []
  }
}
