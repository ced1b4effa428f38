import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Makes the pages of all groups of a run: one sheet or more for each, about all its people.
public struct GroupPages: Sendable {
  let plan: Plan
  let sources: ReportSources
  let wording: Wording
  let standings: Standings
  let groupMeans: GroupMeans
  let rejected: RejectedByGroup
  let pay: PayReport?
  /// What each subject is paid, in fen.
  let amounts: [Int: Int64]
  /// How near a cut is told, in points.
  let margin: Double
  private let groups: ReportGroups

  /// The column that makes groups; nil where all are on one page.
  public var column: String? { groups.column }

  /// Pages of a run of which all rows are in memory.
  ///
  /// - Parameters:
  ///   - scored: the run, which kept the scores of measures.
  ///   - standings: where its subjects stand.
  ///   - groupMeans: the means of its groups.
  ///   - groups: who is told of together.
  ///   - rejected: the rows at fault.
  ///   - sources: what the pages rest on.
  ///   - language: that of the pages.
  ///   - margin: how near a cut is told, in points.
  /// - Throws: when amounts of money are too large to be added up in fen.
  public init(
    _ scored: ScoredPopulation, _ standings: Standings, _ groupMeans: GroupMeans,
    _ groups: ReportGroups, rejected: [RejectedRow], _ sources: ReportSources,
    _ language: Title.Language, margin: Double
  ) throws(ReportError) {
    (plan, self.sources) = (scored.plan, sources)
    (self.standings, self.groupMeans) = (standings, groupMeans)
    (self.groups, self.margin, wording) = (groups, margin, Wording(language))
    self.rejected = RejectedByGroup(rejected, scored, groups)
    pay = plan.payroll == nil ? nil : try PayReport(scored, sources, by: groups.column)
    amounts = Dictionary(
      (pay?.groups ?? []).flatMap(\.lines).compactMap { line in
        line.amount.map { (line.subject, $0) }
      }
    ) { first, _ in first }
  }

  /// What the pages tell of a subject whose own page is the given file.
  public func member(_ report: SubjectReport, subject: Int, file: String) -> GroupMember {
    GroupMember(
      report, wording, subject: subject, file: file, group: groups.text(of: subject),
      column: groups.column, margin: margin)
  }

  /// The groups that have a page, in the order of their texts' bytes; who has no text comes last.
  public func names(of members: [GroupMember]) -> [String?] {
    let names = Set(members.map(\.group)).union(rejected.rows.keys)
    // A run without people still has a page, to say so.
    return (names.isEmpty ? [nil] : names).sorted { first, second in
      guard let first, let second else { return first != nil }
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }

  /// What a group is called.
  public func title(of group: String?) -> String {
    group ?? wording.heading(groups.column == nil ? .everyone : .withoutGroup)
  }

  /// The page of a group with its members. O(members * what is told of each).
  public func html(of group: String?, _ members: [GroupMember]) -> String {
    let listed = members.enumerated().sorted {
      ($1.element.units, $0.offset) < ($0.element.units, $1.offset)
    }.map(\.element)
    return GroupPage(self, group, listed).html()
  }
}
