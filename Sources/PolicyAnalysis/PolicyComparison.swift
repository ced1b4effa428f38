import ScoringEngine
import ScoringPlan

/// What a change from one policy to another does to the same people: to their order, their grades
/// and their pay.
public struct PolicyComparison: Sendable {
  /// The runs of both policies.
  public let scored: Compared<ScoredPopulation>
  /// The subjects that both score.
  public let subjects: ComparedSubjects
  /// The subjects that not both score, in the order of their keys' bytes.
  public let unmatched: [UnmatchedSubject]
  /// How finals change; nil when there is no subject.
  public let changes: ChangeDistribution?
  /// Spearman's rho of the published finals; nil for fewer than two subjects, and when a policy gives all
  /// the same final.
  public let spearman: Double?
  /// Kendall's tau-b of the published finals; nil as for rho.
  public let kendallTauB: Double?
  /// How many of the first stay among the first; empty when there is no subject.
  public let tops: [TopOverlap]
  /// How subjects move in the rank among all.
  public let movement: RankMovement
  /// What the change does to what is paid; nil when pay cannot be compared.
  public let payroll: PayrollChange?
  /// The text column that makes the groups.
  public let groupColumn: String?
  /// The groups in the order of their texts' bytes, the subjects without a text first.
  public let groups: [GroupMovement]
  /// The subjects that move farthest.
  public let movers: [Mover]
  /// Whether the plans differ in their parameter values alone.
  public let hasSameStructure: Bool
  /// The numbers that the policies set differently.
  public let parameters: [ParameterChange]

  /// Compares two runs, whose subjects are matched by the bytes of their keys.
  ///
  /// - Complexity: O(n log n) in subjects.
  public init(
    before: ScoredPopulation, after: ScoredPopulation,
    options: ComparisonOptions = ComparisonOptions()
  ) {
    let scored = Compared(before: before, after: after)
    let matching = SubjectMatching(scored)
    let subjects = ComparedSubjects(scored, rows: matching.subjects)
    self.scored = scored
    self.subjects = subjects
    unmatched = matching.unmatched
    let all = 0..<subjects.count
    changes = all.isEmpty ? nil : ChangeDistribution(all.map(subjects.change))
    let published = subjects.published
    spearman = RankCorrelation.spearman(published.before, published.after)
    kendallTauB = RankCorrelation.kendallTauB(published.before, published.after)
    tops = all.isEmpty ? [] : options.tops.map { TopOverlap($0, ranks: subjects.ranks) }
    movement = RankMovement(subjects.ranks)
    payroll = subjects.pay.map { PayrollChange($0, of: all) }
    groupColumn = options.groupColumn
    groups = options.groupColumn.map { GroupMovement.all(subjects, by: $0) } ?? []
    movers = Mover.farthest(options.moverCount, of: subjects, scored)
    let plans = scored.map(\.plan)
    hasSameStructure = plans.before.hasSameStructure(as: plans.after)
    parameters = ParameterChange.all(plans, scored.map(\.values))
  }
}
