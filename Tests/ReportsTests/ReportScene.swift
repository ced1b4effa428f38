import DelimitedText
import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport

@testable import Reports

/// A run of a policy with everything that its pages are made of.
struct ReportScene {
  let plan: Plan
  let scored: ScoredPopulation
  let groups: ReportGroups
  let groupMeans: GroupMeans
  let standings: Standings
  let rejected: [RejectedRow]

  /// The sources that all pages name.
  static let sources = ReportSources(
    policyFiles: [ReportFile(name: "policy <1>.yaml", sha256: "ab12")],
    inputFiles: [ReportFile(name: "staff & co.csv", sha256: "cd34")], notice: "made up",
    period: "2026Q1")

  /// A run over a population.
  init(_ plan: Plan, _ population: Population, by column: String? = nil) throws {
    self.plan = plan
    scored = PlanEngine(plan: plan).score(
      population, options: ScoringOptions(threads: 1, keepsMeasures: true))
    groups = try ReportGroups(scored, by: column)
    groupMeans = GroupMeans(scored, groups)
    standings = Standings(scored)
    rejected = scored.rejectedRows()
  }

  /// A run of a policy's text over the texts of its tables.
  init(policy: String, tables: [String: String], by column: String? = nil) throws {
    let plan = Plan(try ResolvedPolicy(PolicyReader.read(policy, file: "policy.yaml").policy))
    let texts = try tables.mapValues { [try DecodedText(Array($0.utf8), file: "table.csv")] }
    try self.init(plan, try Population.load(plan, texts: texts), by: column)
  }

  /// The reports on all that are scored, with their place in the population.
  func reports(_ sources: ReportSources = sources) -> [(subject: Int, report: SubjectReport)] {
    (0..<scored.population.subjectCount).compactMap { subject in
      standings.account(of: subject).map {
        (subject, SubjectReport($0, plan, sources, comparedBy: groupMeans, subject: subject))
      }
    }
  }

  /// The pages of all groups in a language.
  func groupPages(
    _ language: Title.Language, margin: Double = 2
  ) throws -> [(group: String?, html: String)] {
    let pages = try GroupPages(
      scored, standings, groupMeans, groups, rejected: rejected, Self.sources, language,
      margin: margin)
    let members = reports().map {
      pages.member($0.report, subject: $0.subject, file: "\($0.report.explanation.key).html")
    }
    return pages.names(of: members).map { name in
      (name, pages.html(of: name, members.filter { $0.group == name }))
    }
  }
}
