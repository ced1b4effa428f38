import Reports
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import Workbooks

/// Makes explanations of the subjects of one run, in one format and language.
struct ExplanationWriter: Sendable {
  let format: ExplanationFormat
  let language: Title.Language
  let sources: ReportSources
  /// The pages of groups; nil in a format without them.
  let groupPages: GroupPages?
  private let standings: Standings
  private let groupMeans: GroupMeans
  private let scored: ScoredPopulation

  /// A writer; pages of groups are made when `margin` says how near a cut they tell.
  init(
    _ outcome: ScoringOutcome, _ sources: ReportSources, _ groups: ReportGroups,
    _ format: ExplanationFormat, _ language: Title.Language, margin: Double? = nil
  ) throws(ReportError) {
    scored = outcome.scored
    standings = Standings(outcome.scored)
    groupMeans = GroupMeans(outcome.scored, groups)
    (self.sources, self.format, self.language) = (sources, format, language)
    if let margin, format == .html {
      groupPages = try GroupPages(
        scored, standings, groupMeans, groups, rejected: outcome.rejected, sources, language,
        margin: margin)
    } else {
      groupPages = nil
    }
  }

  /// The report on a subject; nil when it is rejected.
  func report(on subject: Int) -> SubjectReport? {
    standings.account(of: subject).map {
      SubjectReport($0, scored.plan, sources, comparedBy: groupMeans, subject: subject)
    }
  }

  /// A report in the format, as it stands in a file, and how many texts had to be cut to fit in it.
  func file(of report: SubjectReport) throws -> (bytes: [UInt8], cutTexts: Int) {
    let text: String
    switch format {
    case .text: text = ExplanationText(report, language).text()
    case .json: text = try OutputFormat.json(ExplanationDocument(report, language))
    case .html: text = SubjectPage(report, language).html()
    case .xlsx:
      let workbook = try StatementWorkbook(report, language).finished()
      return (workbook.bytes, workbook.cutTexts)
    }
    return (Array((text + "\n").utf8), 0)
  }

  /// The page that lists all; nil in a format without one.
  var index: IndexPage? {
    format == .html ? IndexPage(scored.plan, sources, language) : nil
  }
}
