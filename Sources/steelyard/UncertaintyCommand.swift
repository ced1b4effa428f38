import AHP
import ArgumentParser
import Diagnostics
import Foundation
import Hierarchies
import JudgementUncertainty
import ScoringEngine

struct UncertaintyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncertainty",
    abstract: "Says how far weights and their order move when judgements are uncertain.",
    discussion: """
      Judgements are drawn at random round those of the file: by half a step on the scale 1/9 ... 9, \
      unless something else is said. Of a hierarchy (.yaml) all judgements are drawn at once, and the \
      order of its alternatives is watched. The same seed gives the same result. Exact derivatives say which \
      judgement moves which weight.

      Examples:
        steelyard uncertainty matrix.csv --step whole --draws 100000
        steelyard uncertainty panel.csv --panel
        steelyard uncertainty hierarchy.yaml --synthesis ideal
      """)

  /// How far each judgement is drawn from where it stands.
  enum Step: String, ExpressibleByArgument, CaseIterable {
    case half
    case whole
  }

  @Argument(help: "The judgement file, or a hierarchy.")
  var file: String

  @Option(help: "Draw each judgement within a half or a whole step on the scale: half, whole.")
  var step: Step?

  @Option(
    help: ArgumentHelp(
      "Draw each judgement within bounds of its own, from a CSV file row,column,low,high.",
      valueName: "file"))
  var intervals: String?

  @Flag(help: "Draw the respondents of a panel anew, with replacement.")
  var panel = false

  @Flag(
    name: .customLong("panel-spread"),
    help: "Draw another expert: log-normal judgements with the panel's means and variances.")
  var panelSpread = false

  @Option(help: "The set of judgements, where a panel file holds several.")
  var set: String?

  @Option(
    help:
      "How weights are derived (eigenvector by default): \(PriorityMethod.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var method: PriorityMethod?

  @Option(help: "Of a hierarchy, which synthesis: distributive, ideal.")
  var synthesis: SynthesisKind?

  @Option(
    parsing: .unconditional,
    help: "How many draws: 1 to \(WeightUncertainty.drawLimits.upperBound).")
  var draws = 10_000

  @Option(parsing: .unconditional, help: "What the random numbers depend on.")
  var seed: UInt64 = 1

  @Option(help: "What standard output carries: text or json.")
  var format: OutputFormat = .text

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    let ways = [step != nil, intervals != nil, panel, panelSpread].count { $0 }
    if ways > 1 {
      throw ValidationError("give one of --step, --intervals, --panel and --panel-spread")
    }
    if !WeightUncertainty.drawLimits.contains(draws) {
      throw ValidationError(
        "--draws must be from 1 to \(WeightUncertainty.drawLimits.upperBound), not \(draws)")
    }
    let others = [intervals != nil, panel, panelSpread, set != nil, method != nil]
    if isHierarchy, others.contains(true) {
      throw ValidationError(
        "a hierarchy is drawn by --step only; its file says how weights are derived")
    }
    if !isHierarchy, synthesis != nil {
      throw ValidationError("--synthesis is for a hierarchy, a .yaml file")
    }
  }

  func run() throws {
    try Outcome.report {
      let findings = try isHierarchy ? runHierarchy() : runJudgements()
      Terminal.complain(findings)
      if !findings.isEmpty { throw Outcome.findings }
    }
  }

  private var isHierarchy: Bool {
    [".yaml", ".yml"].contains { file.lowercased().hasSuffix($0) }
  }

  private func runHierarchy() throws -> [Diagnostic] {
    let kind = synthesis ?? .distributive
    let hierarchy = try HierarchyFile.read(file)
    let result = try drawing { progress in
      try WeightUncertainty(
        of: hierarchy, by: kind, steps: stepWidth, draws: draws, seed: seed, threads: threads,
        progress: progress)
    }
    switch format {
    case .json:
      Terminal.print(
        try OutputFormat.json(UncertaintyDocument(result, nil, way: way, synthesis: kind)))
    case .text:
      Terminal.print(
        UncertaintyText(result, nil, way: wayInWords, synthesis: kind).text(of: file))
    }
    return []
  }

  private func runJudgements() throws -> [Diagnostic] {
    let judgements = try JudgementFile.read(file)
    let chosen = try chosenSet(of: judgements)
    let matrix = chosen.aggregatedJudgements()
    let spread = try spread(chosen, matrix)
    let method = method ?? .eigenvector
    let result = try drawing { progress in
      try WeightUncertainty(
        of: matrix, spread: spread, method: method, draws: draws, seed: seed, threads: threads,
        progress: progress)
    }
    let derivatives = try WeightDerivatives(matrix, method: method)
    switch format {
    case .json:
      Terminal.print(try OutputFormat.json(UncertaintyDocument(result, derivatives, way: way)))
    case .text:
      let name = chosen.name.map { "\(file), set \($0)" } ?? file
      Terminal.print(UncertaintyText(result, derivatives, way: wayInWords).text(of: name))
    }
    return judgements.findings
  }

  /// Makes draws and shows how far they have come.
  private func drawing(
    _ body: (@escaping @Sendable (Int) -> Void) throws -> WeightUncertainty
  ) throws -> WeightUncertainty {
    let progress = ProgressLine(isQuiet: quiet)
    defer { progress.finish() }
    return try body { [draws] done in
      progress.show(WorkProgress(activity: "drawing", done: done, total: draws))
    }
  }

  private var threads: Int { work.threads ?? ProcessInfo.processInfo.activeProcessorCount }

  private var stepWidth: Double { step == .whole ? 1 : 0.5 }

  private func spread(
    _ set: JudgementSet, _ matrix: PairwiseComparisonMatrix
  ) throws -> JudgementSpread {
    if let intervals { return .intervals(try JudgementIntervalFile.read(intervals, for: matrix)) }
    if panel { return .panel(set) }
    if panelSpread { return .panelSpread(set) }
    return .steps(stepWidth)
  }

  private var way: String {
    if intervals != nil { return "intervals" }
    if panel { return "panel" }
    if panelSpread { return "panel-spread" }
    return step == .whole ? "whole-step" : "half-step"
  }

  private var wayInWords: String {
    if intervals != nil { return "judgements within their intervals" }
    if panel { return "respondents drawn with replacement" }
    if panelSpread { return "another expert by the panel's means and variances" }
    return "judgements within \(step == .whole ? "a whole" : "half a") step"
  }

  private func chosenSet(of judgements: JudgementFile) throws -> JudgementSet {
    let names = judgements.sets.compactMap(\.name)
    guard let set else {
      if judgements.sets.count == 1 { return judgements.sets[0] }
      throw ValidationError(
        "\(file) holds several sets; name one by --set: \(names.joined(separator: ", "))")
    }
    if let chosen = judgements.set(named: set) { return chosen }
    let hint =
      Spelling.didYouMean(set, among: names)
      ?? (names.isEmpty
        ? "it holds one set without a name" : "its sets are \(names.joined(separator: ", "))")
    throw ValidationError("\(file) has no set \"\(set)\"; \(hint)")
  }
}

extension SynthesisKind: ExpressibleByArgument {}
