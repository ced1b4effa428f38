import ScoringPlan

// The way from scores and results to the cells they were computed from.
extension SubjectPage {
  var annex: String {
    let measures = report.explanation.dimensions.flatMap { dimension in
      dimension.measures.map { measure in
        derivation(
          "\(wording.title(dimension.title, dimension.name)) / "
            + wording.title(measure.title, measure.name),
          name: measure.name, measure.formula, measure.steps, measure.settings, measure.inputs)
      }
    }
    let results = report.explanation.results.map { result in
      derivation(
        wording.title(result.title, result.name), name: result.name, result.formula, result.steps,
        result.settings, result.inputs)
    }
    let heading = Markup.element("h2", [:], Markup.text(wording.heading(.howComputed)))
    return Markup.element(
      "div", ["class": "annex"],
      ([heading] + measures + results + [tables]).filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// How one value came from others.
  private func derivation(
    _ title: String, name: String, _ formula: String, _ steps: [ExplainedStep],
    _ settings: [PlanSetting], _ inputs: [ExplainedInput]
  ) -> String {
    let lines =
      ["\(name) = \(formula)"]
      + steps.reversed().map(sentences.step) + settings.map(sentences.setting)
      + inputs.map {
        $0.name + wording(.colon) + sentences.value($0.value, $0.type, $0.unit)
      }
    return Markup.element("h3", [:], Markup.text(title)) + "\n"
      + lines.map { paragraph($0, "formula") }.joined(separator: "\n")
  }

  // MARK: Detail rows

  /// The detail rows behind each aggregate, once, however many values use it.
  private var tables: String {
    var seen: Set<String> = []
    let explanation = report.explanation
    let inputs =
      explanation.dimensions.flatMap(\.measures).flatMap(\.inputs)
      + explanation.gates.flatMap(\.inputs) + explanation.results.flatMap(\.inputs)
    return inputs.filter { !$0.rows.isEmpty && seen.insert($0.name).inserted }.map(rows)
      .joined(separator: "\n")
  }

  private func rows(of input: ExplainedInput) -> String {
    let columns = input.rows[0].values
    let isText = columns.map { if case .text = $0.value { true } else { false } }
    let head = Markup.row(
      zip(columns, isText).map { column, isText in
        Markup.Cell(column.name, isText ? nil : "number", isHeading: true)
      })
    let rows = input.rows.prefix(Self.shownRows).map { row in
      Markup.row(
        zip(row.values, isText).map { cell, isText in
          Markup.Cell(sentences.value(cell.value, cell.type), isText ? nil : "number")
        })
    }
    let more = input.rows.count - rows.count
    return Markup.element("h3", [:], Markup.text(wording(.rowsOf, input.name))) + "\n"
      + Markup.element(
        "table", ["class": "small"],
        "<thead>\(head)</thead>\n<tbody>\(rows.joined())</tbody>")
      + (more > 0 ? paragraph(wording(.moreRows, "\(more)"), "small") : "")
  }
}
