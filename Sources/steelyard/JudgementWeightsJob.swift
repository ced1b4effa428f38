import AHP
import ArgumentParser
import Diagnostics
import JudgementPanels

/// What `weights` does with one set of judgements.
struct JudgementWeightsJob {
  let file: String
  /// The method asked for; nil where none or all were.
  let method: PriorityMethod?
  let comparesMethods: Bool
  let randomIndex: RandomIndex?
  let incomplete: CompletionMethod?
  let tableRandomIndex: Bool
  let scale: JudgementScale?
  let details: Bool
  let format: WeightsFormat

  /// Prints what a set says, and returns what its author must see.
  func run(_ given: JudgementSet) throws -> [Diagnostic] {
    let set = try scale.map(given.rescaled) ?? given
    let analysis = try show(set)
    let subject = set.name.map { "the judgements of set \($0)" } ?? "the judgements"
    let gaps = incomplete == nil ? analysis.completion?.matrix.finding(of: subject) : nil
    return (gaps.map { [$0] } ?? []) + analysis.findings(of: subject)
  }

  /// The analysis is that by the eigenvector where all methods are asked for.
  private func show(_ set: JudgementSet) throws -> JudgementAnalysis {
    let given = set.aggregatedIncompleteMatrix()
    guard let matrix = given.complete else { return try showCompleted(set, given) }
    let randomIndex = randomIndex ?? .saaty1980
    if comparesMethods {
      try showMethods(set, matrix, randomIndex)
      return try JudgementAnalysis(matrix, randomIndex: randomIndex)
    }
    let method = method ?? .eigenvector
    let analysis = try JudgementAnalysis(matrix, method: method, randomIndex: randomIndex)
    try show(
      analysis, of: set, details: details ? DetailsDocument(analysis, of: matrix) : nil,
      panel: respondents(of: set, method, randomIndex))
    if details, format == .text { Terminal.print("\n" + DetailsText.text(analysis, of: matrix)) }
    return analysis
  }

  private func showMethods(
    _ set: JudgementSet, _ matrix: PairwiseComparisonMatrix, _ randomIndex: RandomIndex
  ) throws {
    let comparison = try PriorityComparison(matrix, randomIndex: randomIndex)
    if format == .json { return Terminal.print(try OutputFormat.json(MethodsDocument(comparison))) }
    Terminal.print(WeightsText.heading(of: set, file: file, scale: scale))
    Terminal.print("weights by every method:\n" + MethodsText.text(comparison))
  }

  private func showCompleted(
    _ set: JudgementSet, _ given: IncompleteMatrix
  ) throws -> JudgementAnalysis {
    if details || comparesMethods {
      throw ValidationError(
        "\(details ? "--details" : "--method all") needs every pair compared, and \(file) leaves "
          + "\(given.graph.missingCount) open")
    }
    let completed = try CompletedMatrix(given, method: incomplete ?? .lambdaOptimal)
    let index = try incompleteRandomIndex(given.graph)
    let analysis = try JudgementAnalysis(completed, method: method, randomIndex: index)
    try show(analysis, of: set)
    return analysis
  }

  private func show(
    _ analysis: JudgementAnalysis, of set: JudgementSet, details: DetailsDocument? = nil,
    panel: PanelAnalysis? = nil
  ) throws {
    if format == .json {
      let document = WeightsDocument(analysis, panel, details: details, scale: scale)
      return Terminal.print(try OutputFormat.json(document))
    }
    Terminal.print(WeightsText.text(analysis, set: set, file: file, scale: scale))
    if let panel { Terminal.print("\n\(RespondentText.table(panel))") }
  }

  /// The respondents beside their group, where the file names them and every pair was compared.
  private func respondents(
    of set: JudgementSet, _ method: PriorityMethod, _ randomIndex: RandomIndex
  ) throws -> PanelAnalysis? {
    guard set.respondents.contains(where: { $0.name != nil }) else { return nil }
    return try PanelAnalysis(set, PanelOptions(method: method, randomIndex: randomIndex))
  }

  /// The random index asked for; nil for that simulated for the comparisons made.
  private func incompleteRandomIndex(_ graph: ComparisonGraph) throws -> IncompleteRandomIndex? {
    guard tableRandomIndex else { return randomIndex.flatMap { .scaled($0, graph) } }
    if let index = IncompleteRandomIndex.tabulated(graph) { return index }
    throw ValidationError(
      "the table agoston-csato-2022 does not reach \(graph.size) labels with "
        + "\(graph.missingCount) pairs missing; leave --table-random-index out")
  }
}
