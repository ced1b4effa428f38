import ArgumentParser
import ColumnStore
import DataWeights
import Diagnostics
import ResultRecords
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Weighs a policy's measures by the scores that its data give: `weights POLICY --data DIR`.
struct DataWeightsJob {
  let policy: String
  let data: DataOptions
  let options: DataWeightOptions
  let format: WeightsFormat

  /// One method, or nil for all beside each other.
  func run(_ method: DataWeightMethod?) throws {
    let (resolved, _) = try PolicyFile.read(policy)
    let plan = try PolicyFile.plan(policy).plan
    if let output = options.output {
      let files = try data.files(for: plan).values.flatMap(\.self)
      try OutputFiles.protect([policy] + files, from: [output])
    }
    let scores = try scores(of: plan)
    let own = PolicyWeights.own(of: resolved, names: scores.names)
    do {
      if let method {
        try answer(method, scores, own, resolved.policy)
      } else {
        try compare(scores, own)
      }
    } catch let error as DataWeightError {
      Terminal.error("\(policy) has no weights from these data: \(error)")
      if let suggestion = error.suggestion { Terminal.note("  try: \(suggestion)") }
      complain(of: scores)
      throw Outcome.dataFault
    }
    complain(of: scores)
  }

  // MARK: Scores

  private func scores(of plan: Plan) throws -> MeasureScores {
    let names = plan.layout.dimensions.filter { !$0.isBonus }.map(\.name)
    if let dimension = options.dimension, !names.contains(dimension) {
      throw ValidationError(
        "\(policy) weighs no dimension \"\(dimension)\"; "
          + (Spelling.didYouMean(dimension, among: names)
            ?? "its dimensions are \(names.joined(separator: ", "))"))
    }
    let progress = ProgressLine(isQuiet: false)
    defer { progress.finish() }
    let scoring = ScoringOptions(keepsMeasures: true)
    let population = try data.population(
      for: plan, threads: scoring.threads, progress: progress.show)
    let scored = PlanEngine(plan: plan).score(
      population, options: scoring, progress: progress.show)
    guard let scores = MeasureScores(scored, dimension: options.dimension) else {
      throw ValidationError("\(policy) weighs no measures")
    }
    return scores
  }

  // MARK: Answers

  private func answer(
    _ method: DataWeightMethod, _ scores: MeasureScores, _ own: ColumnWeights?, _ policy: Policy
  ) throws {
    var weights = try ColumnWeights(
      scores.data, method: method, normalization: options.normalization)
    if let combination = options.combination {
      guard let own else {
        throw ValidationError(
          "\(self.policy) has no weights of its own to combine with: they differ by group, or are 0"
        )
      }
      weights = try own.combined(with: weights, by: combination)
    }
    let answer = DataWeightsAnswer(
      file: self.policy, policy: policy, folder: data.folderName, method: method, options: options,
      scores: scores, weights: weights, own: own)
    switch format {
    case .text: Terminal.print(Terminal.harmless(DataWeightsText.text(answer)))
    case .json: Terminal.print(try OutputFormat.json(DataWeightsDocument(answer)))
    case .csv: Terminal.write(DataWeightsTable.bytes(answer))
    case .latex: throw ValidationError("--format latex is for the table of --method all")
    }
    guard let output = options.output else { return }
    var file = try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(output) }
    try file.write(Array(DataWeightsYAML.text(answer).utf8))
    try file.commit()
  }

  private func compare(_ scores: MeasureScores, _ own: ColumnWeights?) throws {
    let comparison = MethodComparison(
      scores.data, policy: own, normalization: options.normalization, share: options.share)
    switch format {
    case .text: Terminal.print(Terminal.harmless(MethodComparisonText.text(comparison, scores)))
    case .json: Terminal.print(try OutputFormat.json(MethodComparisonDocument(comparison, scores)))
    case .csv: Terminal.write(MethodComparisonTable.bytes(comparison, scores))
    case .latex: Terminal.print(MethodComparisonLatex.text(comparison, scores))
    }
    for row in comparison.rows {
      if let error = row.error { Terminal.note("\(row.name): \(error)") }
    }
  }

  /// Says who is left out, without whom nothing was weighed.
  private func complain(of scores: MeasureScores) {
    guard scores.leftOutCount > 0, let measure = scores.oftenestLacking else { return }
    let count = scores.leftOutCount
    Terminal.note(
      "\(count) of \(scores.scoredCount) people "
        + (count == 1
          ? "lacks \(measure) and is left out"
          : "lack a measure and are left out, most of them \(measure)"))
  }
}
