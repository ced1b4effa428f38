import AHP
import ArgumentParser
import ColumnStore
import Diagnostics
import Foundation
import JudgementPanels
import ResultRecords
import ScorecardPolicy

extension PanelAggregation: ExpressibleByArgument {}
extension RespondentLimit.Action: ExpressibleByArgument {}
extension RespondentWeighting: ExpressibleByArgument {}

struct PanelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel",
    abstract: "Merges the answers of experts into one panel, and shows where they agree.",
    discussion: """
      The answers are CSV files, as `steelyard questionnaire` has them saved or filled. With --policy \
      they are held against what was asked, and the policy says how weights come from them.

      Example:
        steelyard panel DIR --policy policy.yaml --output panel.csv
      """)

  @Argument(help: "Files of answers, or folders with them (the files *.csv there).")
  var answers: [String]

  @Option(help: "The policy whose questionnaire was answered.")
  var policy: String?

  @Option(help: "The file to write the merged panel to, for a policy to read.")
  var output: String?

  @Option(help: "How many judges become one: judgements or priorities.")
  var aggregate: PanelAggregation?

  @Option(
    help:
      "How weights are derived: \(PriorityMethod.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var method: PriorityMethod?

  @Option(
    name: .customLong("random-index"),
    help:
      "The random index for consistency ratios: \(RandomIndex.all.map(\.name).joined(separator: ", "))."
  )
  var randomIndex: RandomIndex?

  @Option(
    name: .customLong("maximum-respondent-ratio"),
    help: "What is done about respondents whose own ratio is too large: warn, exclude or error.")
  var action: RespondentLimit.Action?

  @Option(
    name: .customLong("respondent-limit"), help: "The ratio that a respondent's must be below.")
  var limit: Double?

  @Option(
    name: .customLong("weigh-respondents"),
    help:
      "What a respondent counts: given (as the files say) or consistency (more the smaller the ratio)."
  )
  var weighing: RespondentWeighting?

  @Option(
    name: .customLong("weight"),
    help: ArgumentHelp("What one respondent counts; may be repeated.", valueName: "NAME=NUMBER"))
  var weights: [String] = []

  @Option(
    name: .customLong("cluster-threshold"),
    help: "The similarity above which two are of one mind, between 0 and 1; found by default.")
  var clusterThreshold: Double?

  @Option(help: "The encoding of the merged panel: utf-8, utf-8-bom (for spreadsheets) or gb18030.")
  var encoding: ResultEncoding = .utf8

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if output?.isEmpty ?? false { throw ValidationError("--output needs the name of a file") }
    if let limit, !(limit > 0) { throw ValidationError("--respondent-limit must be above 0") }
    if let clusterThreshold, !(clusterThreshold > 0 && clusterThreshold < 1) {
      throw ValidationError("--cluster-threshold must be between 0 and 1")
    }
  }

  func run() throws {
    try Outcome.report {
      let asked = try policy.map {
        try PolicyReader.read(contentsOf: $0, awaitsJudgements: true).policy.questionnaire(
          includesNumbers: true)
      }
      let files = try AnswerFiles.find(answers, besides: output)
      try OutputFiles.protect(
        files + [policy].compactMap(\.self), from: [output].compactMap(\.self))
      let merged = try MergedPanel(files, questionnaire: asked, weights: respondentWeights())
      let panels = try merged.sets.map { set in
        try PanelAnalysis(set, options(asked?.set(named: set.name ?? "")?.options))
      }
      let findings =
        merged.findings
        + panels.flatMap { panel in
          panel.findings
            + panel.group.findings(
              of: panel.name.map { "the judgements of set \($0)" } ?? "the judgements")
        }
      try show(panels, files, findings)
      try write(merged)
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }

  /// What the policy says of a set, where the command line says nothing else.
  private func options(_ declared: PanelOptions?) -> PanelOptions {
    var options = declared ?? PanelOptions()
    options.method = method ?? options.method
    options.randomIndex = randomIndex ?? options.randomIndex
    options.aggregation = aggregate ?? options.aggregation
    options.weighting = weighing ?? options.weighting
    options.clusterThreshold = clusterThreshold
    // Who asks for a panel wants to know who contradicts himself.
    options.limit = RespondentLimit(
      ratio: limit ?? options.limit?.ratio ?? options.maximumRatio,
      action: action ?? options.limit?.action ?? .warn)
    return options
  }

  private func respondentWeights() throws -> [String: Double] {
    var named: [String: Double] = [:]
    for text in weights {
      guard let sign = text.lastIndex(of: "="), sign > text.startIndex,
        let weight = try? Judgement(String(text[text.index(after: sign)...])).value
      else {
        throw ValidationError("--weight takes NAME=NUMBER with a number above 0, not \"\(text)\"")
      }
      if named.updateValue(weight, forKey: String(text[..<sign])) != nil {
        throw ValidationError("--weight is given twice for \(text[..<sign])")
      }
    }
    return named
  }

  private func show(
    _ panels: [PanelAnalysis], _ files: [String], _ findings: [Diagnostic]
  ) throws {
    switch format {
    case .text: Terminal.print(panels.map(PanelText.text).joined(separator: "\n\n"))
    case .json:
      let document = PanelDocument(
        files: files, sets: panels.map { PanelDocument.Part($0) },
        diagnostics: findings.map(CheckDocument.Entry.init))
      Terminal.print(try OutputFormat.json(document))
    }
  }

  private func write(_ merged: MergedPanel) throws {
    guard let output else { return }
    let text = DelimitedWriter.bytes(merged.rows, disarmsFormulas: encoding.isForSpreadsheets)
    let bytes = try encoding.encoded(text)
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
    try file.write(bytes)
    try file.commit()
    Terminal.note("wrote \(output)")
  }
}
