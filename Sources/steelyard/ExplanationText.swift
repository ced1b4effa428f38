import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// The text of `explain`: the total, the dimensions that add up to it, each measure down to the cells
/// and rows it was computed from, then gates, grades and results.
struct ExplanationText {
  private static let shownRows = 30
  private static let indent = "      "

  private let report: SubjectReport
  private let sentences: ReportSentences

  private var explanation: Explanation { report.explanation }
  private var wording: Wording { sentences.wording }

  init(_ report: SubjectReport, _ language: Title.Language) {
    self.report = report
    sentences = ReportSentences(report, language)
  }

  func text() -> String {
    let dimensions = explanation.dimensions.indices.map(dimension)
    let parts =
      [heading, summary] + dimensions
      + [comparison, gates, grades, guidance, results, decisions, files, appeal, footer]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  // MARK: Heading and sum

  private var heading: String {
    let texts = report.standing.texts.map { "\($0.name) \($0.value)" }
    let plan = report.plan
    var lines = [
      "\(explanation.key)\(texts.isEmpty ? "" : "  (\(texts.joined(separator: ", ")))")",
      "\(wording.title(plan.title, plan.policy)); \(sentences.policy)",
    ]
    if let period = report.sources.period { lines.append(wording(.period, period)) }
    if let notice = report.sources.notice { lines.append(wording(.notice, notice)) }
    lines.append("\(wording(.total)) \(report.printed.total)")
    if !explanation.gates.isEmpty { lines.append("\(wording(.final)) \(report.printed.final)") }
    lines += report.standing.places.map {
      wording.title($0.title, $0.ranking) + wording(.colon) + sentences.rank($0)
    }
    lines += report.standing.grades.map {
      wording.title($0.title, $0.name) + wording(.colon) + sentences.band($0)
    }
    return lines.joined(separator: "\n")
  }

  private var summary: String {
    var table = TextTable([
      (wording(.dimension), .left), (wording(.score), .right), (wording(.weight), .right),
      (wording(.points), .right),
    ])
    for (dimension, points) in zip(explanation.dimensions, report.printed.dimensions) {
      table.add([
        wording.title(dimension.title, dimension.name), sentences.published(dimension.score),
        dimension.isBonus ? wording(.bonus) : dimension.weight.rounded(to: 4), points,
      ])
    }
    table.add([wording(.total), "", "", report.printed.total])
    for (gate, printed) in zip(explanation.gates, report.printed.gates)
    where gate.before != gate.after {
      let name = wording.title(gate.title, gate.name)
      table.add(["\(wording(.gate))\(wording(.colon))\(name)", "", "", printed.change])
    }
    if !explanation.gates.isEmpty {
      table.add([wording(.final), "", "", report.printed.final])
    }
    let basis = explanation.weightsBy.map {
      "\n  " + sentences.basis(of: $0, .dimensionWeightsBy)
    }
    return table.text() + (basis ?? "")
  }

  // MARK: Dimensions and measures

  private func dimension(_ index: Int) -> String {
    let dimension = explanation.dimensions[index]
    var table = TextTable([
      ("", .left), ("", .left), ("", .right), ("", .right), ("", .right), ("", .left),
    ])
    for (measure, points) in zip(dimension.measures, report.printed.shares[index]) {
      table.add([
        measure.name, measure.title?.text(in: wording.language) ?? "",
        measure.score.map(sentences.published) ?? "-",
        measure.weight?.rounded(to: 4) ?? "-", points ?? "-",
        sentences.remark(on: measure, in: dimension),
      ])
    }
    let title = wording.title(dimension.title, dimension.name)
    let basis = dimension.weightsBy.map { ", " + sentences.basis(of: $0, .weightsBy) } ?? ""
    let lines = [
      "\(title)\(wording(.colon))\(sentences.published(dimension.score))\(basis)", table.text(),
    ]
    return (lines + dimension.measures.map(derivation)).joined(separator: "\n")
  }

  private func derivation(_ measure: ExplainedMeasure) -> String {
    derivation(
      measure.name, measure.formula, measure.steps, measure.settings, measure.inputs)
  }

  /// A formula, the formulas it names, and the values they were computed from.
  private func derivation(
    _ name: String, _ formula: String, _ steps: [ExplainedStep], _ settings: [PlanSetting],
    _ inputs: [ExplainedInput]
  ) -> String {
    let named = steps.reversed().map(sentences.step)
    let lines =
      ["    \(name) = \(formula)"] + named.map { Self.indent + $0 }
      + settings.map { Self.indent + sentences.setting($0) }
    return (lines + inputs.map(line)).joined(separator: "\n")
  }

  private func line(of input: ExplainedInput) -> String {
    let value = sentences.value(input.value, input.type, input.unit)
    let line = Self.indent + input.name + wording(.colon) + value
    return input.rows.isEmpty ? line : line + "\n" + rows(of: input)
  }

  private func rows(of input: ExplainedInput) -> String {
    let names = input.rows[0].values.map(\.name)
    let isText = input.rows[0].values.map { if case .text = $0.value { true } else { false } }
    var table = TextTable(zip(names, isText).map { ($0, $1 ? .left : .right) })
    for row in input.rows.prefix(Self.shownRows) {
      table.add(row.values.map { sentences.value($0.value, $0.type) })
    }
    let more = input.rows.count - Self.shownRows
    let indent = Self.indent + "  "
    return table.text(indent: indent)
      + (more > 0 ? "\n" + indent + wording(.moreRows, "\(more)") : "")
  }

  // MARK: What follows

  private var comparison: String {
    guard let comparison = report.comparison else { return "" }
    let group = sentences.group(comparison)
    var table = TextTable([("", .left), ("", .right)])
    table.add([wording(.meanOf, group), comparison.printedMean])
    for part in comparison.parts { table.add([sentences.title(of: part), part.printed]) }
    let name = explanation.gates.isEmpty ? Phrase.total : .final
    table.add([wording(name), report.printed.final])
    return titled(.fromMean, [table.text(), "  " + wording(.comparison, group)])
  }

  private var guidance: String {
    titled(.guidance, report.guidance.map { "  " + sentences.guidance($0) })
  }

  private var decisions: String {
    titled(.decisions, report.decisions.map { "  " + sentences.decision($0) })
  }

  private var gates: String {
    let lines = zip(explanation.gates, report.printed.gates).map { gate, printed in
      let because = gate.because?.text(in: wording.language).map { " (\($0))" } ?? ""
      let state = wording(gate.applied ? .applied : .notApplied)
      let heading =
        "  \(wording.title(gate.title, gate.name))\(wording(.colon))\(state)\(because); "
        + sentences.effect(of: gate, after: printed.after)
      let condition = "    " + (gate.condition ?? wording(.always))
      let steps = gate.steps.reversed().map { Self.indent + sentences.step($0) }
      return
        ([heading, condition] + steps + gate.settings.map { Self.indent + sentences.setting($0) }
        + gate.inputs.map(line)).joined(separator: "\n")
    }
    return titled(.gates, lines)
  }

  private var grades: String {
    titled(
      .countsNext,
      report.standing.grades.flatMap { place -> [String] in
        let lines = sentences.outlook(place).enumerated().map { index, line in
          index == 0
            ? "  \(wording.title(place.title, place.name))\(wording(.colon))\(line)"
            : "    \(line)"
        }
        return lines + (place.next?.steps ?? []).map { Self.indent + sentences.step($0) }
      })
  }

  private var results: String {
    let lines = explanation.results.map { result in
      let value = sentences.value(of: result)
      return "  \(sentences.title(of: result))\(wording(.colon))\(value)\n"
        + derivation(
          result.name, result.formula, result.steps, result.settings, result.inputs)
    }
    return titled(.results, lines)
  }

  private var files: String {
    let kinds: [(Phrase, [ReportFile])] = [
      (.dataFiles, report.sources.inputFiles), (.policyFiles, report.sources.policyFiles),
    ]
    return kinds.filter { !$0.1.isEmpty }.map { phrase, files in
      var table = TextTable([("", .left), ("", .left)])
      for file in files { table.add([file.name, "SHA-256 \(file.sha256.prefix(12))..."]) }
      return titled(phrase, [table.text()])
    }.joined(separator: "\n")
  }

  private var appeal: String { titled(.appeal, ["  " + sentences.appeal]) }

  private var footer: String {
    wording(.rounding) + (wording.language == .english ? " " : "") + wording(.notVerdict)
  }

  private func titled(_ phrase: Phrase, _ lines: [String]) -> String {
    if lines.isEmpty { return "" }
    let heading = wording.heading(phrase) + (wording.language == .english ? ":" : wording(.colon))
    return ([heading] + lines).joined(separator: "\n")
  }
}
