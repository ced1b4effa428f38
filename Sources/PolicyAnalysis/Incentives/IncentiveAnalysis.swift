import ScoringEngine
import ScoringPlan

/// Where doing better pays nothing or costs, how many people sit there, and what brings each to the next
/// grade, with all others as they are.
///
/// The plan's own programs are run with one cell changed at a time. Of each cell a row of numbers is tried,
/// one step away, two, three, four, six, eight and so on to 1,024 in both directions, and every number that
/// the policy compares the column with; edges between two of them are searched by halves, down to the
/// column's last decimal. What is narrower than the distance of two tried numbers, and not at a number of the
/// policy's, can be missed.
public struct IncentiveAnalysis: Sendable {
  /// The run that was looked at.
  public let scored: ScoredPopulation
  /// How it was looked at.
  public let options: IncentiveOptions
  /// The grade whose next band was looked for; nil where the policy has none.
  public let grading: Grading?
  /// The columns, the subject table's first, in the order of the policy.
  public let columns: [ColumnIncentives]
  /// The least change of the outcome that is called a cliff: a hundredth of the range that holds the middle
  /// nine tenths of all outcomes, at least a unit of their last decimal.
  public let cliff: Double
  /// For each person the cheapest step to a better band, by the share of the column's range, in the order of
  /// people; without those for whom none was found.
  public let steps: [GradeStep]
  let trials: CellTrials

  /// Looks at a population that was loaded and scored.
  ///
  /// - Parameter progress: called before each column.
  /// - Throws: `IncentiveError` when a column, a grade or pay that is asked for is not there.
  /// - Complexity: some fifty trials for each filled cell, and thirty more for each edge; a trial costs what
  ///   of the plan depends on the column.
  public init(
    _ scored: ScoredPopulation, options: IncentiveOptions = IncentiveOptions(),
    progress: ((WorkProgress) -> Void)? = nil
  ) throws(IncentiveError) {
    let trials = CellTrials(scored, threads: options.threads)
    try self.init(trials, options: options, progress: progress)
  }

  /// Looks at a population through trials that are prepared.
  public init(
    _ trials: CellTrials, options: IncentiveOptions, progress: ((WorkProgress) -> Void)? = nil
  ) throws(IncentiveError) {
    let plan = trials.plan
    let grading = try Self.grading(plan, options)
    let outcome = try Self.outcome(plan, options)
    let layout = ResponseLayout(
      trials, outcome: outcome.register, decimals: outcome.decimals, grading: grading)
    let places = try Self.places(trials, options)
    let cliff = Self.cliff(trials, outcome.register, decimals: outcome.decimals)
    let scale = ScoreKey.scale(outcome.decimals)
    var columns: [ColumnIncentives] = []
    for (index, place) in places.enumerated() {
      progress?(WorkProgress(activity: "trying columns", done: index, total: places.count))
      guard
        let column = TriedColumn(
          trials, table: place.table, register: place.register, name: place.name)
      else { continue }
      let votes = DirectionVotes.of(trials, column, layout, threads: options.threads)
      let direction = options.directions[column.name] ?? votes.direction
      let probing = ColumnProbing(
        trials: trials, column: column, layout: layout, direction: direction,
        cliff: cliff * scale, scale: scale)
      var findings = Array(
        trials.map(
          column.rows.count, threads: options.threads, column: column.register, of: column.table,
          registers: layout.registers
        ) { range, runner in probing.findings(column.rows[range], runner) }.joined())
      CauseFinding(trials, column, grading).complete(&findings, threads: options.threads)
      columns.append(
        ColumnIncentives(column, at: columns.count, direction, votes, findings))
    }
    progress?(WorkProgress(activity: "trying columns", done: places.count, total: places.count))
    (self.scored, self.options, self.grading) = (trials.scored, options, grading)
    (self.columns, self.cliff, self.trials) = (columns, cliff, trials)
    steps = Self.cheapest(columns)
  }

  // MARK: What is looked at

  private static func registers(
    _ plan: Plan, _ options: IncentiveOptions
  ) throws(IncentiveError) -> [Register] {
    let bars = (plan.rankings.map(\.ineligible) + plan.gradings.map(\.ineligible)).joined()
    let grades = try grading(plan, options).map { [$0.by] } ?? []
    return [try outcome(plan, options).register] + bars + grades
  }

  private static func outcome(
    _ plan: Plan, _ options: IncentiveOptions
  ) throws(IncentiveError) -> (register: Register, decimals: Int) {
    switch options.outcome {
    case .final: return (plan.layout.final ?? plan.layout.total, plan.decimals)
    case .pay:
      guard let payroll = plan.payroll else { throw .noPayroll(plan.policy) }
      return (payroll.register, 2)
    }
  }

  private static func grading(
    _ plan: Plan, _ options: IncentiveOptions
  ) throws(IncentiveError) -> Grading? {
    guard let name = options.grade else { return plan.gradings.first }
    if let grading = plan.gradings.first(where: { $0.name == name }) { return grading }
    throw .noGrade(name, all: plan.gradings.map(\.name))
  }

  private static func places(
    _ trials: CellTrials, _ options: IncentiveOptions
  ) throws(IncentiveError) -> [(table: Int, register: Register, name: String)] {
    let all = TriedColumn.places(trials, try registers(trials.plan, options))
    let names = all.map(\.name)
    for name in (options.columns ?? []) + options.directions.keys.sorted()
    where !names.contains(name) {
      throw .noColumn(name, all: names)
    }
    guard let wanted = options.columns else { return all }
    return all.filter { wanted.contains($0.name) }
  }

  private static func cliff(
    _ trials: CellTrials, _ register: Register, decimals: Int
  ) -> Double {
    let scored = trials.scored
    let column = scored.column(register)
    let outcomes = (0..<scored.population.subjectCount).compactMap { subject in
      scored.isRejected(subject) ? nil : column?[subject]
    }
    let unit = 1 / ScoreKey.scale(decimals)
    guard !outcomes.isEmpty else { return unit }
    let sorted = outcomes.sorted()
    let spread = Quantile.of(sorted, share: 0.95) - Quantile.of(sorted, share: 0.05)
    return max(unit, (spread / 100 / unit).rounded() * unit)
  }

  /// Of each person's steps the one with the smallest share, the first column's among equals.
  private static func cheapest(_ columns: [ColumnIncentives]) -> [GradeStep] {
    var best: [Int: GradeStep] = [:]
    for step in columns.flatMap(\.steps) {
      if let known = best[step.subject], known.share <= step.share { continue }
      best[step.subject] = step
    }
    return best.values.sorted { $0.subject < $1.subject }
  }
}
