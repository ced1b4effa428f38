import Reports
import ScorecardPolicy
import ScoringEngine

// Pages to print: those that `explain` writes, for a draft too.
extension Studio {
  /// How near a cut is told on the page of a group, in points.
  private static let margin = 2.0

  /// The page about one person; nil where nobody published has the key.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy, `ReportError`.
  func personPage(
    _ changes: DraftChanges, key: String, _ language: Title.Language
  ) throws -> String? {
    guard let subject = population.subject(withKey: key) else { return nil }
    let scored = try scored(changes).scored
    let groups = try ReportGroups(scored)
    guard let account = Standings(scored).account(of: subject) else { return nil }
    let report = SubjectReport(
      account, scored.plan, sources(changes, language), comparedBy: GroupMeans(scored, groups),
      subject: subject)
    return SubjectPage(report, language).html()
  }

  /// The page about one group of a column, or about all where there is no column; nil where there is no such
  /// group.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy, `ReportError`.
  func groupPage(
    _ changes: DraftChanges, column: String?, group: String?, _ language: Title.Language
  ) throws -> String? {
    let scored = try scored(changes).scored
    let groups = try ReportGroups(scored, by: column)
    let sources = sources(changes, language)
    let (standings, groupMeans) = (Standings(scored), GroupMeans(scored, groups))
    let pages = try GroupPages(
      scored, standings, groupMeans, groups,
      rejected: scored.rejectedRows(threads: options.threads), sources, language,
      margin: Self.margin)
    let subjects = (0..<population.subjectCount).filter {
      !scored.isRejected($0) && groups.text(of: $0) == group
    }
    let members = subjects.compactMap { subject in
      standings.account(of: subject).map { account in
        pages.member(
          SubjectReport(account, scored.plan, sources, comparedBy: groupMeans, subject: subject),
          subject: subject, file: "")
      }
    }
    let isKnown = !members.isEmpty || pages.names(of: []).contains(group)
    return isKnown ? pages.html(of: group, members) : nil
  }

  /// What a page rests on; of a draft it says so.
  private func sources(_ changes: DraftChanges, _ language: Title.Language) -> ReportSources {
    let own = options.sources
    guard !changes.isEmpty else { return own }
    let draft =
      language == .english
      ? "a draft of the policy, not in force and not saved" : "方案草稿，未生效，未保存"
    return ReportSources(
      policyFiles: own.policyFiles, inputFiles: own.inputFiles,
      notice: [draft, own.notice].compactMap(\.self).joined(
        separator: language == .english ? "; " : "；"))
  }
}
