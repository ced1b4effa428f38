import ScoringPlan

// How the score compares with the group's mean, what may help, and what became of objections.
extension SubjectPage {
  /// The way from the group's mean to the score; nil without one.
  var comparison: String? {
    guard let comparison = report.comparison else { return nil }
    let mean = comparison.mean
    var parts = [
      PointsChart.Part(
        title: wording(.meanOf, sentences.group(comparison)), start: mean, end: mean,
        printed: comparison.printedMean)
    ]
    var start = mean
    for part in comparison.parts {
      let end = start + part.difference
      parts.append(
        PointsChart.Part(
          title: sentences.title(of: part), start: start, end: end, printed: part.printed))
      start = end
    }
    let name = report.explanation.gates.isEmpty ? Phrase.total : .final
    parts.append(
      PointsChart.Part(
        title: wording.heading(name), start: report.explanation.final,
        end: report.explanation.final, printed: report.printed.final))
    guard let chart = PointsChart(parts, axis: mean) else { return nil }
    let table = Markup.element(
      "table", ["class": "waterfall"], "<tbody>\(chart.rows)</tbody>")
    return section(
      .fromMean,
      table + "\n" + paragraph(wording(.comparison, sentences.group(comparison)), "small"))
  }

  var guidance: String {
    let items = report.guidance.map {
      Markup.element("li", [:], Markup.text(sentences.guidance($0)))
    }
    return section(.guidance, items.isEmpty ? "" : Markup.element("ul", [:], items.joined()))
  }

  var decisions: String {
    let rows = report.decisions.map { decision in
      Markup.row([
        Markup.Cell(sentences.cell(of: decision)), Markup.Cell(sentences.shown(decision.old)),
        Markup.Cell(sentences.shown(decision.new)),
        Markup.Cell(wording(decision.isGranted ? .granted : .refused), "short"),
        Markup.Cell(decision.reason), Markup.Cell(decision.decidedBy),
        Markup.Cell(decision.date, "short"),
      ])
    }
    if rows.isEmpty { return "" }
    let headings: [Phrase] = [
      .cell, .before, .afterwards, .decision, .reason, .decidedBy, .date,
    ]
    return section(.decisions, table(headings.map { ($0, nil) }, rows))
  }
}
