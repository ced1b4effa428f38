import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The page that lists the pages of all subjects with their final value, ranks and grades.
public struct IndexPage: Sendable {
  private let plan: Plan
  private let sources: ReportSources
  private let wording: Wording

  /// A page for the subjects of a plan.
  public init(_ plan: Plan, _ sources: ReportSources, _ language: Title.Language) {
    (self.plan, self.sources) = (plan, sources)
    wording = Wording(language)
  }

  /// The row of a subject whose page is the given file of the same folder.
  public func row(of report: SubjectReport, file: String) -> String {
    let sentences = ReportSentences(report, wording.language)
    return Markup.row(
      [
        Markup.Cell(markup: Markup.link(report.explanation.key, to: file)),
        Markup.Cell(wording.list(report.standing.texts.map(\.value))),
        Markup.Cell(report.printed.final, "number"),
      ] + report.standing.places.map { Markup.Cell(sentences.rank($0)) }
        + report.standing.grades.map { Markup.Cell(sentences.band($0)) })
  }

  /// The page with the rows of its subjects, and with links to the pages of groups: the title, the
  /// file and how many people. O(subjects).
  public func html(
    rows: [String], groups: [(title: String, file: String, people: Int)] = []
  ) -> String {
    let title = wording.title(plan.title, plan.policy)
    let score = plan.layout.gates.isEmpty ? Phrase.total : .final
    let heads =
      [Markup.Cell(wording.heading(.subject), isHeading: true), Markup.Cell("", isHeading: true)]
      + [Markup.Cell(wording.heading(score), "number", isHeading: true)]
      + plan.rankings.map { Markup.Cell(wording.title($0.title, $0.name), isHeading: true) }
      + plan.gradings.map { Markup.Cell(wording.title($0.title, $0.name), isHeading: true) }
    let lines = [
      Markup.element("h1", [:], Markup.text(title)),
      Markup.paragraph(
        wording.list(
          [wording(.policyVersion, plan.policy, plan.version)]
            + (sources.period.map { [wording(.period, $0)] } ?? []))),
      sources.notice.map { Markup.paragraph(wording(.notice, $0)) } ?? "",
      links(to: groups), Markup.table(heads, rows), Markup.paragraph(wording(.notVerdict)),
    ]
    return Markup.page(
      title: "\(wording.heading(.allSubjects)) - \(title)", language: wording.language.rawValue,
      style: PageStyle.text, body: lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private func links(to groups: [(title: String, file: String, people: Int)]) -> String {
    if groups.isEmpty { return "" }
    let items = groups.map { group in
      Markup.element(
        "li", [:],
        Markup.link(group.title, to: group.file) + Markup.text(" (\(wording.people(group.people)))")
      )
    }
    return Markup.element("h2", [:], Markup.text(wording.heading(.groupPages)))
      + Markup.element("ul", [:], items.joined(separator: "\n"))
  }
}
