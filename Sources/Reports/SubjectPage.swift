import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A page about one subject's score: XHTML that stands alone, without scripts, to be read on a screen
/// or printed on A4, in black and white too.
///
/// The first sheet says what came out, how it adds up and what follows from it; the sheets after it
/// lead on to the formulas and cells.
public struct SubjectPage {
  /// How many rows of a detail table are shown.
  static let shownRows = 30

  let report: SubjectReport
  let sentences: ReportSentences

  var wording: Wording { sentences.wording }

  /// The page of a report in a language.
  public init(_ report: SubjectReport, _ language: Title.Language) {
    self.report = report
    sentences = ReportSentences(report, language)
  }

  /// The page. O(size of what it shows).
  public func html() -> String {
    let sections = [
      heading, headline, scores, chart, gates, outlook, guidance, results, decisions, sources,
      closing, annex,
    ]
    return Markup.page(
      title: "\(report.explanation.key) - \(title)", language: wording.language.rawValue,
      style: PageStyle.text, body: sections.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private var title: String { wording.title(report.plan.title, report.plan.policy) }

  func section(_ phrase: Phrase, _ content: String) -> String {
    content.isEmpty
      ? "" : Markup.element("h2", [:], Markup.text(wording.heading(phrase))) + "\n" + content
  }

  func paragraph(_ text: String, _ kind: String? = nil) -> String {
    Markup.paragraph(text, kind)
  }

  func table(
    _ headings: [(Phrase?, String?)], _ rows: [String], _ kind: String? = nil
  ) -> String {
    let head = headings.map { phrase, kind in
      Markup.Cell(phrase.map(wording.heading) ?? "", kind, isHeading: true)
    }
    return Markup.table(head, rows, kind)
  }

  // MARK: Who and what

  private var heading: String {
    let texts = report.standing.texts.map { "\($0.name) \($0.value)" }
    let period = report.sources.period.map { [wording(.period, $0)] } ?? []
    let lines = [
      Markup.element("h1", [:], Markup.text(report.explanation.key)),
      texts.isEmpty ? "" : paragraph(wording.list(texts)),
      paragraph(wording.list([title, sentences.policy] + period), "small"),
      report.sources.notice.map { paragraph(wording(.notice, $0), "notice") } ?? "",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var headline: String {
    let score = report.explanation.gates.isEmpty ? Phrase.total : .final
    var boxes = [(wording.heading(score), report.printed.final)]
    boxes += report.standing.grades.map {
      (wording.title($0.title, $0.name), sentences.band($0))
    }
    boxes += report.standing.places.map {
      (wording.title($0.title, $0.ranking), sentences.rank($0))
    }
    boxes += report.explanation.results.filter { $0.name == report.plan.payroll?.amount }.map {
      (sentences.title(of: $0), sentences.value(of: $0))
    }
    return Markup.boxes(boxes)
  }

  // MARK: What follows

  private var outlook: String {
    section(
      .countsNext,
      report.standing.grades.compactMap { place -> String? in
        let lines = sentences.outlook(place)
        if lines.isEmpty { return nil }
        let steps = (place.next?.steps ?? []).map {
          Markup.element("li", [:], Markup.text(sentences.step($0)))
        }
        let name = wording.title(place.title, place.name)
        return paragraph(
          name + wording(.colon)
            + lines.joined(separator: wording.language == .english ? "; " : "；"))
          + (steps.isEmpty ? "" : Markup.element("ul", [:], steps.joined()))
      }.joined(separator: "\n"))
  }

  /// What is not above already, two results in a line.
  private var results: String {
    let others = report.explanation.results.filter { $0.name != report.plan.payroll?.amount }
    let cells = others.map { result in
      [
        Markup.Cell(sentences.title(of: result)),
        Markup.Cell(sentences.value(of: result), "number"),
      ]
    }
    if cells.isEmpty { return "" }
    let rows = stride(from: 0, to: cells.count, by: 2).map { first in
      let second = first + 1 < cells.count ? cells[first + 1] : [Markup.Cell("", columns: 2)]
      return Markup.row(cells[first] + second)
    }
    return section(
      .results, Markup.element("table", ["class": "results"], "<tbody>\(rows.joined())</tbody>"))
  }

  private var sources: String { SourceTables(report.sources, wording).markup }

  private var closing: String {
    let lines = [sentences.appeal, wording(.notVerdict)]
    return section(
      .appeal, paragraph(lines.joined(separator: wording.language == .english ? " " : "")))
  }
}
