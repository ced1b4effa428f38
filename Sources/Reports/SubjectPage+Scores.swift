import ScoringPlan

// How the score adds up: dimensions, measures, gates.
extension SubjectPage {
  var scores: String {
    let headings: [(Phrase?, String?)] = [
      (.measure, nil), (.computedFrom, nil), (.beforeBounds, "number"), (.score, "number"),
      (.meanScore, "number"), (.weight, "number"), (.points, "number"),
    ]
    let basis = report.explanation.weightsBy.map {
      paragraph(sentences.basis(of: $0, .dimensionWeightsBy), "small")
    }
    let rows = report.explanation.dimensions.indices.map(rows) + [sums]
    return table(headings, rows, "scores") + "\n" + (basis ?? "")
      + paragraph(wording(.rounding), "small")
  }

  private func rows(ofDimension index: Int) -> String {
    let dimension = report.explanation.dimensions[index]
    let basis = dimension.weightsBy.map { sentences.basis(of: $0, .weightsBy) } ?? ""
    let head = Markup.row(
      [
        Markup.Cell(wording.title(dimension.title, dimension.name), isHeading: true),
        Markup.Cell(basis), Markup.Cell(""),
        Markup.Cell(sentences.published(dimension.score), "number"),
        Markup.Cell(published(report.comparison?.means.scores[index]), "number"),
        Markup.Cell(
          dimension.isBonus ? wording(.bonus) : weight(dimension.weight), "number"),
        Markup.Cell(report.printed.dimensions[index], "number"),
      ], ["class": "part"])
    return head
      + dimension.measures.indices.map { place in
        row(
          of: dimension.measures[place], report.printed.measures[index][place],
          report.comparison?.means.measures[index][place], in: dimension)
      }.joined()
  }

  private func row(
    of measure: ExplainedMeasure, _ points: String?, _ mean: Double?,
    in dimension: ExplainedDimension
  ) -> String {
    let inputs = measure.inputs.map {
      "\($0.name) \(sentences.value($0.value, $0.type, $0.unit))"
    }
    let remark = sentences.remark(on: measure, in: dimension)
    let notes = (inputs.isEmpty ? [] : [wording.list(inputs)]) + (remark.isEmpty ? [] : [remark])
    return Markup.row([
      Markup.Cell(wording.title(measure.title, measure.name)),
      Markup.Cell(notes.joined(separator: "; "), "small"),
      Markup.Cell(published(measure.raw), "number"),
      Markup.Cell(published(measure.score), "number"), Markup.Cell(published(mean), "number"),
      Markup.Cell(measure.weight.map { weight($0 * dimension.weight) } ?? "-", "number"),
      Markup.Cell(points ?? "-", "number"),
    ])
  }

  private func published(_ number: Double?) -> String {
    number.map(sentences.published) ?? "-"
  }

  /// A weight to four decimals.
  private func weight(_ weight: Double) -> String {
    PrintedParts.text(weight, decimals: 4)
  }

  private var sums: String {
    let gates = zip(report.explanation.gates, report.printed.gates).filter {
      $0.0.before != $0.0.after
    }
    func sum(_ title: String, _ number: String, _ kind: String = "sum") -> String {
      Markup.row(
        [Markup.Cell(title, isHeading: true, columns: 6), Markup.Cell(number, "number")],
        ["class": kind])
    }
    let total = sum(wording.heading(.total), report.printed.total)
    if report.explanation.gates.isEmpty { return total }
    return total
      + gates.map { gate, printed in
        sum(
          wording.heading(.gate) + wording(.colon) + wording.title(gate.title, gate.name),
          printed.change, "change")
      }.joined() + sum(wording.heading(.final), report.printed.final)
  }

  // MARK: The chart

  /// The way from the mean of others, or from nothing where there is nobody to compare with.
  var chart: String { comparison ?? pointsByDimension }

  private var pointsByDimension: String {
    var start = 0.0
    var parts: [PointsChart.Part] = []
    for (dimension, printed) in zip(report.explanation.dimensions, report.printed.dimensions) {
      let end = start + dimension.points
      parts.append(
        PointsChart.Part(
          title: wording.title(dimension.title, dimension.name), start: start, end: end,
          printed: printed))
      start = end
    }
    for (gate, printed) in zip(report.explanation.gates, report.printed.gates)
    where gate.before != gate.after {
      parts.append(
        PointsChart.Part(
          title: wording.title(gate.title, gate.name), start: gate.before, end: gate.after,
          printed: printed.change))
    }
    let name = report.explanation.gates.isEmpty ? Phrase.total : .final
    parts.append(
      PointsChart.Part(
        title: wording.heading(name), start: 0, end: report.explanation.final,
        printed: report.printed.final))
    guard let chart = PointsChart(parts) else { return "" }
    return section(
      .pointsByDimension, Markup.element("table", [:], "<tbody>\(chart.rows)</tbody>"))
  }

  // MARK: Gates

  var gates: String {
    let rows = zip(report.explanation.gates, report.printed.gates).map { gate, printed in
      let inputs = gate.inputs.map {
        "\($0.name) \(sentences.value($0.value, $0.type, $0.unit))"
      }
      let condition = [gate.condition ?? wording(.always)] + inputs
      let because = gate.because?.text(in: wording.language)
      return Markup.row([
        Markup.Cell(wording.title(gate.title, gate.name), "short"),
        Markup.Cell(wording(gate.applied ? .applied : .notApplied), "short"),
        Markup.Cell(wording.list(condition), "small"), Markup.Cell(because ?? ""),
        Markup.Cell(sentences.effect(of: gate, after: printed.after)),
      ])
    }
    if rows.isEmpty { return "" }
    return section(
      .gates,
      table(
        [(.gate, nil), (nil, nil), (.condition, nil), (.reason, nil), (.effect, nil)], rows,
        "gates"))
  }
}
