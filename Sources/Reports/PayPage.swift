import ScorecardPolicy
import ScoringPlan

/// The pay report as a page: XHTML that stands alone, to be printed on A4 and signed.
public struct PayPage {
  /// From how many columns of amounts on a sheet is turned.
  private static let wide = 5

  let report: PayReport
  let wording: Wording
  private let words: PayWording

  /// The page of a report in a language.
  public init(_ report: PayReport, _ language: Title.Language) {
    self.report = report
    wording = Wording(language)
    words = PayWording(report, language)
  }

  /// The page. O(lines).
  public func html() -> String {
    let sections =
      [heading, headline] + report.groups.map(table)
      + [
        totals, Markup.paragraph(words.rule, "small"),
        words.noteRule.map { Markup.paragraph($0, "small") },
        SourceTables(report.sources, wording).markup, signatures,
      ].compactMap(\.self)
    let columns = report.parts.count + report.notes.count + 1
    let style = PageStyle.text + (columns >= Self.wide ? "\n" + PageStyle.turned : "")
    return Markup.page(
      title: "\(wording.heading(.payReport)) - \(words.policyTitle)",
      language: wording.language.rawValue, style: style,
      body: sections.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  // MARK: Head

  private var heading: String {
    let period = report.sources.period.map { [wording(.period, $0)] } ?? []
    let lines = [
      Markup.element("h1", [:], Markup.text(wording.heading(.payReport))),
      Markup.paragraph(
        wording.list([words.policyTitle, wording.policy(report.plan)] + period)),
      report.sources.notice.map { Markup.paragraph(wording(.notice, $0), "notice") } ?? "",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var headline: String {
    var boxes = [
      (wording.heading(.people), "\(report.total.people)"),
      (wording.heading(.payTotal), wording.money(report.total.amount, report.unit)),
    ]
    if let budget = report.budget, let remaining = report.remaining {
      boxes.append((wording.heading(.budget), wording.money(budget, report.unit)))
      boxes.append((words.remaining, wording.money(abs(remaining), report.unit)))
    }
    if report.rejected > 0 {
      boxes.append((wording.heading(.notPaid), wording.people(report.rejected)))
    }
    return Markup.boxes(boxes)
  }

  // MARK: Tables

  private func table(_ group: PayReport.Group) -> String {
    let heads =
      [
        Markup.Cell("", isHeading: true),
        Markup.Cell(report.plan.tables[0].keyName, isHeading: true),
      ] + amountHeads + report.notes.map { number(words.title(of: $0), isHeading: true) }
    let rows = group.lines.enumerated().map { index, line in
      Markup.row(
        [Markup.Cell("\(index + 1)", "short"), Markup.Cell(line.key, "short")]
          + (line.parts + [line.amount] + line.notes).map { number(PayWording.text($0)) })
    }
    let sum = sumRow(
      report.by == nil ? wording.heading(.payTotal) : wording(.subtotal, words.name(of: group)),
      group.sums, columns: 2, notes: true)
    let title = words.name(of: group) + " (\(wording.people(group.sums.people)))"
    return (report.by == nil ? "" : Markup.element("h2", [:], Markup.text(title)) + "\n")
      + Markup.table(heads, rows + [sum], "pay")
  }

  private var amountHeads: [Markup.Cell] {
    (report.parts + [report.amount]).map { number(words.heading(of: $0), isHeading: true) }
  }

  private func number(_ text: String, isHeading: Bool = false) -> Markup.Cell {
    Markup.Cell(text, isHeading ? "right" : "number", isHeading: isHeading)
  }

  private func sumRow(
    _ title: String, _ sums: PayReport.Sums, columns: Int, notes: Bool
  ) -> String {
    let blank = notes ? report.notes.map { _ in number("") } : []
    return Markup.row(
      [Markup.Cell(title, isHeading: true, columns: columns)]
        + (sums.parts + [sums.amount]).map { number(PayReport.text($0)) } + blank,
      ["class": "sum"])
  }

  /// The subtotals once more, and what they add up to; nil where there is but one table.
  private var totals: String {
    let heads =
      [
        Markup.Cell(report.by ?? "", isHeading: true),
        number(wording.heading(.people), isHeading: true),
      ]
      + amountHeads
    var rows = report.groups.map { group in
      Markup.row(
        [Markup.Cell(words.name(of: group)), number("\(group.sums.people)")]
          + (group.sums.parts + [group.sums.amount]).map { number(PayReport.text($0)) })
    }
    rows.append(
      Markup.row(
        [
          Markup.Cell(wording.heading(.payTotal), isHeading: true),
          number("\(report.total.people)"),
        ] + (report.total.parts + [report.total.amount]).map { number(PayReport.text($0)) },
        ["class": "sum"]))
    let blank = report.parts.count + 1
    if let budget = report.budget, let remaining = report.remaining {
      for (title, fen) in [(wording.heading(.budget), budget), (words.remaining, abs(remaining))] {
        rows.append(
          Markup.row(
            [Markup.Cell(title, isHeading: true)]
              + [Markup.Cell("", columns: blank), number(PayReport.text(fen))],
            ["class": "budget"]))
      }
    }
    return Markup.element("h2", [:], Markup.text(wording.heading(.payTotal))) + "\n"
      + Markup.table(heads, rows, "totals")
  }

  // MARK: Signatures

  private var signatures: String {
    let cells = [Phrase.prepared, .checked, .approved].map { role in
      Markup.element(
        "div", [:],
        [role, .date].map { phrase in
          Markup.element(
            "p", [:], Markup.text(wording.heading(phrase)) + Markup.element("span", [:], ""))
        }.joined())
    }
    return Markup.element("div", ["class": "signatures"], cells.joined())
  }
}
