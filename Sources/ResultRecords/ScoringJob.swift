import ColumnStore
import DelimitedText
import ScoringEngine
import ScoringPlan

/// A scoring job: everything that the bytes of its result depend on, but the data.
///
/// `score` and `verify` both run this, so that they cannot drift apart.
public struct ScoringJob: Sendable {
  /// The plan.
  let plan: Plan
  /// The parameter values it is run with.
  let values: ParameterVector
  /// What was chosen about the result.
  let options: ResultOptions
  let order: ResultOrder
  let scoring: ScoringOptions

  /// A job; nil when the options sort by a ranking that the plan does not have.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - values: the parameter values; the plan's own when nil.
  ///   - options: what was chosen about the result.
  ///   - threads: how many to use, all processors when nil; does not change any byte.
  public init?(
    _ plan: Plan, values: ParameterVector? = nil, options: ResultOptions, threads: Int? = nil
  ) {
    guard let order = options.order(in: plan) else { return nil }
    self.plan = plan
    self.values = values ?? plan.values
    self.options = options
    self.order = order
    scoring = ScoringOptions(threads: threads, keepsMeasures: options.measures)
  }

  /// What of the data stays in memory besides results.
  public enum Retention: Sendable, Equatable {
    /// Nothing: memory grows with subjects, and not with detail rows.
    case results
    /// All rows of the subjects with these keys, so that they can be explained.
    case subjects(Set<String>)
    /// All rows.
    case everything
  }

  /// Reads the data, lays the corrections over them, and scores.
  ///
  /// - Parameters:
  ///   - data: where the tables are, and the corrections.
  ///   - retention: what stays in memory; does not change any result.
  ///   - progress: called, from any thread, every few megabytes.
  /// - Throws: `TableReadError` for faults of whole files, `CorrectionFaults` for corrections that
  ///   cannot be laid over the data; faulty rows are in the outcome.
  public func run(
    _ data: JobData, retaining retention: Retention = .results,
    progress: ((WorkProgress) -> Void)? = nil
  ) throws -> ScoringOutcome {
    let opening = JobInputs(plan, data.files, progress: progress)
    defer { opening.finish() }
    if let file = data.corrections {
      let inputs = try plan.tables.indices.map { try opening.inputs(ofTable: $0) }
      let corrections = try JobInput.open(file, of: AppliedCorrections.table)
      return try run(inputs: inputs, corrections: corrections, retention, progress: progress)
    }
    return try run(retention, nil, progress) { (table) throws(TableReadError) in
      try opening.inputs(ofTable: table)
    }
  }

  /// Scores files that were opened: for each table of the plan, in its order, one or more, and the
  /// corrections if there are any.
  func run(
    inputs: [[JobInput]], corrections: JobInput?, _ retention: Retention = .results,
    progress: ((WorkProgress) -> Void)?
  ) throws -> ScoringOutcome {
    guard let corrections else { return try run(retention, nil, progress) { inputs[$0] } }
    let corrected = try CorrectedInputs(
      corrections, plan, inputs, threads: scoring.threads, progress: progress)
    return try run(retention, corrected.corrections, progress) { corrected.inputs[$0] }
  }

  private func run(
    _ retention: Retention, _ corrections: AppliedCorrections?,
    _ progress: ((WorkProgress) -> Void)?,
    inputsOf: (Int) throws(TableReadError) -> [JobInput]
  ) throws(TableReadError) -> ScoringOutcome {
    var inputs: [[JobInput]] = []
    let scored = try score(retention, progress) { (table) throws(TableReadError) in
      inputs.append(try inputsOf(table))
      return inputs[table].map(\.source)
    }
    return ScoringOutcome(
      job: self, inputs: inputs, corrections: corrections, scored: scored,
      rejected: scored.rejectedRows(threads: scoring.threads))
  }

  private func score(
    _ retention: Retention, _ progress: ((WorkProgress) -> Void)?,
    _ sourcesOf: (Int) throws(TableReadError) -> [TextSource]
  ) throws(TableReadError) -> ScoredPopulation {
    let engine = PlanEngine(plan: plan, values: values)
    var keys: Set<String> = []
    switch retention {
    case .results: break
    case .subjects(let wanted): keys = wanted
    case .everything:
      let population = try Population.load(plan, progress: progress, sourcesOf: sourcesOf)
      return engine.score(population, options: scoring, progress: progress)
    }
    return try engine.score(
      options: scoring, lookingAt: keys, progress: progress, sourcesOf: sourcesOf)
  }
}
