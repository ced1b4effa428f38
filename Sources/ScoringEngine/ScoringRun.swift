import ColumnStore
import ScoringPlan

/// One run of a plan over a population: the columns written so far, stage by stage.
final class ScoringRun {
  let plan: Plan
  let population: Population
  let options: ScoringOptions
  let constants: PlanConstants
  let liveness: RegisterLiveness
  /// For each table the registers kept as whole columns, nil until they are written.
  private(set) var columns: [[RegisterColumn?]]
  /// For each subject whether it counts no more.
  private(set) var isRejected: [Bool]
  private let outputs: [Register]
  /// The groups that subjects make by texts of their file, which other runs may have made before.
  var groupCache = GroupCache()

  /// A run of all stages, or, from what others have found, of those that remain: from the columns that
  /// they wrote, without those whom they rejected, and with the texts that their codes stand for.
  init(
    _ plan: Plan, _ values: ParameterVector, _ population: Population, _ options: ScoringOptions,
    texts: TextCodes? = nil, columns: [RegisterColumn?]? = nil, isRejected: [Bool]? = nil
  ) {
    self.plan = plan
    self.population = population
    self.options = options
    constants = PlanConstants(
      plan, values, texts ?? TextCodes(population.pool, texts: plan.texts))
    outputs = plan.outputs(options)
    liveness = RegisterLiveness(
      plan, outputs: outputs, keepsEverything: options.keepsEverything)
    self.columns = plan.tables.map { [RegisterColumn?](repeating: nil, count: $0.registerCount) }
    if let columns { self.columns[0] = columns }
    self.isRejected = isRejected ?? population.isRejected
  }

  /// Runs all stages.
  ///
  /// - Parameter progress: called with the number of each stage before it is run for the first time.
  func run(progress: (Int) -> Void) {
    for (number, stage) in plan.stages.enumerated().prefix(plan.ownStageCount) {
      progress(number)
      _ = run(stage)
    }
    runPopulationStages(progress: progress)
  }

  /// Runs the stages from the first on that looks at other subjects, again and again without the
  /// subjects that they reject, until they reject no more.
  func runPopulationStages(progress: (Int) -> Void) {
    let first = plan.ownStageCount
    var isFirst = true
    var rejectsMore = true
    while rejectsMore {
      rejectsMore = false
      clearPopulationColumns()
      for (number, stage) in plan.stages.enumerated().dropFirst(first) {
        if isFirst { progress(number) }
        if run(stage) { rejectsMore = true }
      }
      isFirst = false
    }
  }

  /// Runs one stage, to which all before it have been run; whether it rejects subjects.
  private func run(_ stage: Stage) -> Bool {
    switch stage {
    case .detailRows(let table, let program):
      run(RowProgram(program, of: table, in: plan, liveness))
    case .subjectRows(let program):
      run(RowProgram(program, of: 0, in: plan, liveness))
    case .aggregate(let aggregates):
      for aggregate in aggregates where isNeeded(aggregate.result) { run(aggregate) }
    case .require(let requirements):
      return requirements.count(where: require) > 0
    case .statistics(let statistics):
      for statistic in statistics where isNeeded(statistic.result) { run(statistic) }
    case .rank(let rankings):
      for ranking in rankings where isNeeded(ranking.result) { run(ranking) }
    case .grade(let gradings):
      for grading in gradings where isNeeded(grading.result) { run(grading) }
    }
    return false
  }

  private func isNeeded(_ register: Register) -> Bool { liveness.isNeeded[0][register.index] }

  /// Rejects the subjects that fail a requirement; whether there are any.
  private func require(_ requirement: Requirement) -> Bool {
    let test = RequirementTest(requirement, decimals: plan.decimals) {
      RegisterPlace(column($0, of: 0))
    }
    return isRejected.withUnsafeMutableBufferPointer { isRejected in
      RowRanges.map(of: isRejected.count, threads: options.threads) { subjects in
        var rejectsMore = false
        test.forEachFailure(among: subjects) { subject in
          if !isRejected[subject] { rejectsMore = true }
          isRejected[subject] = true
        }
        return rejectsMore
      }.contains(true)
    }
  }

  // MARK: Columns

  /// The columns that outlive the run: those that results are made of, or all.
  var results: [[RegisterColumn?]] {
    if options.keepsEverything { return columns }
    var results = columns.map { [RegisterColumn?](repeating: nil, count: $0.count) }
    for register in outputs { results[0][register.index] = columns[0][register.index] }
    return results
  }

  /// Makes the column that a register is to be written to.
  func makeColumn(_ register: Register, of table: Int) -> RegisterColumn {
    let column = RegisterColumn(count: population.tables[table].rowCount)
    columns[table][register.index] = column
    return column
  }

  /// Makes what comes of looking at other subjects missing, before any of it is computed. Rejected
  /// subjects keep what they had when they were rejected: it is the reason for it.
  private func clearPopulationColumns() {
    let isRejected = isRejected
    for register in plan.stages.flatMap(\.populationResults) where isNeeded(register) {
      guard let column = columns[0][register.index] else {
        let column = makeColumn(register, of: 0)
        column.values.initialize(repeating: 0, count: column.count)
        column.states.update(repeating: ValueState.missing, count: column.count)
        continue
      }
      for subject in isRejected.indices where !isRejected[subject] {
        column.values[subject] = 0
        column.states[subject] = ValueState.missing
      }
    }
  }

  /// A register's column, whether computed or of the file.
  func column(_ register: Register, of table: Int) -> RegisterColumn {
    columns[table][register.index] ?? RegisterColumn(register, of: population.tables[table])
  }

  /// Calls `body` with a register's values and states, whether computed or of the file.
  func withColumn<Result>(
    _ register: Register, of table: Int,
    _ body: (UnsafePointer<Double>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    let column = column(register, of: table)
    return withExtendedLifetime(column) { body(column.values, column.states) }
  }
}

extension Plan {
  /// How many stages look at one subject and its detail rows alone; the first that looks at others
  /// follows them.
  public var ownStageCount: Int { stages.firstIndex(where: \.looksAtPopulation) ?? stages.count }

  /// The registers of the subject table that outlive a run: those that results are made of, and those
  /// from which it can go on when parameters vary.
  func outputs(_ options: ScoringOptions) -> [Register] {
    if let kept = options.kept { return kept }
    let results = outputs(withMeasures: options.keepsMeasures)
    if options.varying.isEmpty { return results }
    return results + (VaryingStages(self, options.varying, outputs: results)?.boundary ?? [])
  }

  /// The registers of the subject table that results are made of.
  func outputs(withMeasures: Bool) -> [Register] {
    // Weights of each subject's own belong to the scores that they weigh, and what gates do leads from
    // the total to the final value as measures lead to the total.
    let measures =
      withMeasures
      ? layout.dimensions.flatMap(\.measures).map(\.score)
        + layout.dimensions.compactMap(\.weight.register) + layout.gates.flatMap(\.registers) : []
    return layout.dimensions.map(\.score) + measures + [layout.total]
      + [layout.final, payroll?.register].compactMap(\.self)
      + stages.flatMap(\.populationResults) + layout.results.map(\.register)
      // By what is graded and what decides between equals is told to the people graded.
      + gradings.flatMap { [$0.by] + $0.ties.map(\.register) }
  }
}

extension GateLayout {
  /// Whether it applies, and by how much it does what it does.
  fileprivate var registers: [Register] { [when].compactMap(\.self) + effects.map(\.amount) }
}
