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
    kind.map { Markup.element("p", ["class": $0], Markup.text(text)) }
      ?? Markup.element("p", [:], Markup.text(text))
  }

  func table(_ headings: [(Phrase?, String?)], _ rows: [String]) -> String {
    let head = headings.map { phrase, kind in
      Markup.Cell(phrase.map(wording.heading) ?? "", kind, isHeading: true)
    }
    return Markup.element(
      "table", [:],
      "<thead>" + Markup.row(head) + "</thead>\n<tbody>" + rows.joined() + "</tbody>")
  }

  // MARK: Who and what

  private var heading: String {
    let texts = report.standing.texts.map { "\($0.name) \($0.value)" }
    let period = report.sources.period.map { [wording(.period, $0)] } ?? []
    let lines = [
      Markup.element("h1", [:], Markup.text(report.explanation.key)),
      texts.isEmpty ? "" : paragraph(wording.list(texts)),
      paragraph(wording.list([title, sentences.policy] + period)),
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
    return Markup.element(
      "div", ["class": "headline"],
      boxes.map { name, value in
        Markup.element(
          "div", [:], Markup.text(name) + Markup.element("b", [:], Markup.text(value)))
      }.joined())
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

  private var results: String {
    let rows = report.explanation.results.map { result in
      Markup.row([
        Markup.Cell(sentences.title(of: result)),
        Markup.Cell(sentences.value(of: result), "number"),
      ])
    }
    if rows.isEmpty { return "" }
    return section(.results, table([(.result, nil), (.value, "number")], rows))
  }

  private var sources: String {
    let kinds: [(Phrase, [ReportFile])] = [
      (.dataFiles, report.sources.inputFiles), (.policyFiles, report.sources.policyFiles),
    ]
    return kinds.map { phrase, files in
      let rows = files.map {
        Markup.row([Markup.Cell($0.name), Markup.Cell($0.sha256, "hash")])
      }
      if rows.isEmpty { return "" }
      let head = Markup.row([
        Markup.Cell(wording.heading(phrase), isHeading: true),
        Markup.Cell("SHA-256", isHeading: true),
      ])
      return Markup.element(
        "table", ["class": "small"], "<thead>\(head)</thead>\n<tbody>\(rows.joined())</tbody>")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var closing: String {
    section(.appeal, paragraph(sentences.appeal)) + "\n" + paragraph(wording(.notVerdict))
  }
}
