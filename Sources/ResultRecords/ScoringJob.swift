import ColumnStore
import ScoringEngine
import ScoringPlan

/// A scoring job: everything that the bytes of its result depend on, but the data.
///
/// `score` and `verify` both run this, so that they cannot drift apart.
public struct ScoringJob: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values it is run with.
  public let values: ParameterVector
  /// What was chosen about the result.
  public let options: ResultOptions
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

  /// Reads the files of each table, by the table's name, and scores.
  ///
  /// - Throws: for faults of whole files; faulty rows are in the outcome.
  public func run(
    files: [String: [String]], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> ScoringOutcome {
    let opening = JobInputs(
      plan.tables.map { ($0.name, files[$0.name] ?? []) }, progress: progress)
    defer { opening.finish() }
    return try run(progress: progress) { (table) throws(TableReadError) in
      try opening.inputs(ofTable: table)
    }
  }

  /// Scores files that were opened: for each table of the plan, in its order, one or more.
  func run(
    inputs: [[JobInput]], progress: ((WorkProgress) -> Void)?
  ) throws(TableReadError) -> ScoringOutcome {
    try run(progress: progress) { inputs[$0] }
  }

  private func run(
    progress: ((WorkProgress) -> Void)?,
    inputsOf: (Int) throws(TableReadError) -> [JobInput]
  ) throws(TableReadError) -> ScoringOutcome {
    var inputs: [[JobInput]] = []
    let scored = try PlanEngine(plan: plan, values: values).score(
      options: scoring, progress: progress
    ) { (table) throws(TableReadError) in
      inputs.append(try inputsOf(table))
      return inputs[table].map(\.source)
    }
    return ScoringOutcome(
      job: self, inputs: inputs, scored: scored,
      rejected: scored.rejectedRows(threads: scoring.threads))
  }
}
