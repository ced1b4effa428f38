import ScoringPlan

/// What of the subject table outlives the reading of its files when a plan is run while they are read.
struct StreamLayout {
  /// For each register whether a column is kept of what the own stages write to it.
  let isKept: [Bool]
  /// For each column of the file whether it is kept.
  let keptInputs: [Bool]

  /// Kept are the texts of the table, which stand in every result, and what results and the stages
  /// from the first that looks at other subjects on are made of.
  ///
  /// - Parameter liveness: that of the whole plan.
  init(_ plan: Plan, _ options: ScoringOptions, _ liveness: RegisterLiveness) {
    let table = plan.tables[0]
    let later = RegisterLiveness(
      plan, stages: Array(plan.stages.dropFirst(plan.ownStageCount)),
      outputs: plan.outputs(options))
    let ownResults = plan.stages.prefix(plan.ownStageCount).flatMap(\.ownSubjectResults)
    var isKept = [Bool](repeating: false, count: table.registerCount)
    for register in ownResults where later.isNeeded[0][register.index] {
      isKept[register.index] = liveness.isStored[0][register.index]
    }
    self.isKept = isKept
    keptInputs = table.columns.enumerated().map { index, column in
      column.type == .text || later.isNeeded[0][index + 1]
    }
  }
}

extension Stage {
  /// The registers of the subject table that a stage writes which looks at no other subject.
  fileprivate var ownSubjectResults: [Register] {
    switch self {
    case .subjectRows(let program): program.map(\.result)
    case .aggregate(let aggregates): aggregates.map(\.result)
    case .detailRows, .require, .statistics, .rank, .grade: []
    }
  }
}
