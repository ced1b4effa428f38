import ScoringPlan

/// What trials of one column have in common: the stages that must be run, and the standings and groups of
/// the others.
struct TrialLayout {
  /// A stage that trials run.
  enum Step {
    /// A row program of a table.
    case rows(RowProgram)
    /// Detail rows brought together.
    case aggregate([Aggregate])
    /// Who lacks a value is rejected.
    case require([Requirement])
    /// Statistics with the values of the others.
    case statistics([TrialStatistic])
    /// Places among the others.
    case rank([(ranking: Ranking, standings: TrialStandings)])
    /// Grades among the others.
    case grade([(grading: Grading, standings: TrialStandings)])
  }

  let table: Int
  let column: Register
  let registers: [Register]
  let steps: [Step]
  /// For each table which registers depend on the column.
  let isDependent: [[Bool]]
  /// For each table the registers, neither the key nor of the file, that are read as the base run left them.
  let inherited: [[Register: RegisterColumn]]

  init(_ trials: CellTrials, table: Int, column: Register, registers: [Register]) {
    let dependent = DependentStages(trials.plan, table: table, column: column)
    let plan = trials.plan.with(dependent.stages)
    let liveness = RegisterLiveness(plan, outputs: registers)
    let steps = dependent.stages.compactMap { Self.step($0, plan, liveness, trials) }
    (self.table, self.column, self.registers) = (table, column, registers)
    (self.steps, isDependent) = (steps, dependent.isDependent)
    var inherited: [[Register: RegisterColumn]] = plan.tables.map { _ in [:] }
    for table in plan.tables.indices {
      let isNeeded = liveness.isNeeded[table]
      for index in isNeeded.indices where isNeeded[index] && !dependent.isDependent[table][index] {
        // Those without a column are constants, or texts and numbers of the file.
        if let column = trials.base.column(Register(index), of: table) {
          inherited[table][Register(index)] = column
        } else if index <= plan.tables[table].columns.count {
          inherited[table][Register(index)] = trials.column(Register(index), of: table)
        }
      }
    }
    self.inherited = inherited
  }

  private static func step(
    _ stage: Stage, _ plan: Plan, _ liveness: RegisterLiveness, _ trials: CellTrials
  ) -> Step? {
    let isNeeded = { (register: Register) in liveness.isNeeded[0][register.index] }
    switch stage {
    case .detailRows(let table, let program):
      return .rows(RowProgram(program, of: table, in: plan, liveness))
    case .subjectRows(let program):
      return .rows(RowProgram(program, of: 0, in: plan, liveness))
    case .aggregate(let aggregates): return .aggregate(aggregates.filter { isNeeded($0.result) })
    case .require(let requirements): return .require(requirements)
    case .statistics(let statistics):
      return .statistics(
        statistics.filter { isNeeded($0.result) }.map { statistic in
          trials.cache.statistic(statistic.result) { TrialStatistic(statistic, trials) }
        })
    case .rank(let rankings):
      return .rank(
        rankings.filter { isNeeded($0.result) }.map { ranking in
          let standings = trials.cache.standings(ranking.result) {
            TrialStandings(
              trials, by: ranking.by, within: ranking.within, ranking.ineligible, ties: [])
          }
          return (ranking, standings)
        })
    case .grade(let gradings):
      return .grade(
        gradings.filter { isNeeded($0.result) }.map { grading in
          let standings = trials.cache.standings(grading.result) {
            TrialStandings(
              trials, by: grading.by, within: grading.within, grading.ineligible,
              ties: grading.ties)
          }
          return (grading, standings)
        })
    }
  }
}
