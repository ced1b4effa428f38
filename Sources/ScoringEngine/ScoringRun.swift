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
  /// For each subject the place of the requirement that it fails among all of the plan's; -1 while
  /// it fails none.
  var failures: [Int32]
  private let outputs: [Register]
  private var requirementCount = 0

  init(
    _ plan: Plan, _ values: ParameterVector, _ population: Population, _ options: ScoringOptions
  ) {
    self.plan = plan
    self.population = population
    self.options = options
    constants = PlanConstants(plan, values, TextCodes(population.pool, texts: plan.texts))
    outputs = plan.outputs(withMeasures: options.keepsMeasures)
    liveness = RegisterLiveness(
      plan, outputs: outputs, keepsEverything: options.keepsEverything)
    columns = plan.tables.map { [RegisterColumn?](repeating: nil, count: $0.registerCount) }
    failures = [Int32](repeating: -1, count: population.subjectCount)
  }

  /// Runs one stage, to which all before it have been run.
  func run(_ stage: Stage) {
    switch stage {
    case .detailRows(let table, let program):
      run(RowProgram(program, of: table, in: plan, liveness))
    case .subjectRows(let program):
      run(RowProgram(program, of: 0, in: plan, liveness))
    case .aggregate(let aggregates):
      for aggregate in aggregates where liveness.isNeeded[0][aggregate.result.index] {
        run(aggregate)
      }
    case .require(let requirements):
      for requirement in requirements {
        require(requirement, number: Int32(requirementCount))
        requirementCount += 1
      }
    case .statistics, .grade: break
    case .rank(let rankings):
      for ranking in rankings where liveness.isNeeded[0][ranking.result.index] { run(ranking) }
    }
  }

  /// The columns that outlive the run: those that results are made of, or all.
  var results: [[RegisterColumn?]] {
    if options.keepsEverything { return columns }
    var results = columns.map { [RegisterColumn?](repeating: nil, count: $0.count) }
    for register in outputs { results[0][register.index] = columns[0][register.index] }
    return results
  }

  /// Whether a subject counts no more.
  func isRejected(_ subject: Int) -> Bool {
    failures[subject] >= 0 || population.isRejected[subject]
  }

  /// Makes the column that a register is to be written to.
  func makeColumn(_ register: Register, of table: Int) -> RegisterColumn {
    let column = RegisterColumn(count: population.tables[table].rowCount)
    columns[table][register.index] = column
    return column
  }

  /// Calls `body` with a register's values and states, whether computed or of the file.
  func withColumn<Result>(
    _ register: Register, of table: Int,
    _ body: (UnsafePointer<Double>, UnsafePointer<UInt8>) -> Result
  ) -> Result {
    if let column = columns[table][register.index] { return body(column.values, column.states) }
    let column = RegisterColumn(register, of: population.tables[table])
    return body(column.values, column.states)
  }

  private func require(_ requirement: Requirement, number: Int32) {
    withColumn(requirement.register, of: 0) { values, states in
      for subject in failures.indices where !isRejected(subject) {
        let isThere =
          states[subject] == ValueState.present
          && (!requirement.mustRank
            || ScoreKey.key(of: values[subject], decimals: plan.decimals) != nil)
        if !isThere { failures[subject] = number }
      }
    }
  }
}

extension Plan {
  /// The registers of the subject table that results are made of.
  fileprivate func outputs(withMeasures: Bool) -> [Register] {
    let measures = withMeasures ? layout.dimensions.flatMap(\.measures).map(\.score) : []
    return layout.dimensions.map(\.score) + measures + [layout.total] + rankings.map(\.result)
      + [layout.final].compactMap(\.self)
  }
}
