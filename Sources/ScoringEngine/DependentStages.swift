import ScoringPlan

/// What of a plan depends on one column of one of its tables: what must be run again when a cell of it
/// holds something else.
struct DependentStages {
  /// The stages with what depends on the column, and whatever is the same for all rows.
  let stages: [Stage]
  /// For each table which registers depend on the column, itself included.
  let isDependent: [[Bool]]

  /// The part of a plan that depends on a column of a table; not on one that orders rows or ranks people
  /// within groups.
  init(_ plan: Plan, table: Int, column: Register) {
    var isDependent = plan.tables.map { [Bool](repeating: false, count: $0.registerCount) }
    isDependent[table][column.index] = true
    stages = plan.stages.compactMap { $0.part(of: table, dependingOn: &isDependent) }
    self.isDependent = isDependent
  }
}

extension Stage {
  /// The part of a stage that depends on some registers, to which its results are added; nil when there is
  /// none.
  fileprivate func part(of table: Int, dependingOn isDependent: inout [[Bool]]) -> Stage? {
    switch self {
    case .detailRows(let own, let program):
      guard own == table else { return nil }
      return .detailRows(table: own, program.part(dependingOn: &isDependent[own]))
    case .subjectRows(let program):
      return .subjectRows(program.part(dependingOn: &isDependent[0]))
    case .aggregate(let aggregates):
      let part = aggregates.filter { aggregate in
        aggregate.table == table
          && aggregate.operands.contains { isDependent[table][$0.index] }
      }
      for aggregate in part { isDependent[0][aggregate.result.index] = true }
      return part.isEmpty ? nil : .aggregate(part)
    case .require(let requirements):
      let part = requirements.filter { requirement in
        [requirement.register, requirement.applies].compactMap(\.self)
          .contains { isDependent[0][$0.index] }
      }
      return part.isEmpty ? nil : .require(part)
    case .statistics(let statistics):
      let part = statistics.filter { statistic in
        (statistic.function != .count && isDependent[0][statistic.source.index])
          || statistic.group.map { isDependent[0][$0.index] } ?? false
      }
      for statistic in part { isDependent[0][statistic.result.index] = true }
      return part.isEmpty ? nil : .statistics(part)
    case .rank(let rankings):
      let part = rankings.filter { ranking in
        ([ranking.by] + ranking.ineligible).contains { isDependent[0][$0.index] }
      }
      for ranking in part { isDependent[0][ranking.result.index] = true }
      return part.isEmpty ? nil : .rank(part)
    case .grade(let gradings):
      let part = gradings.filter { grading in
        ([grading.by] + grading.ineligible + grading.ties.map(\.register))
          .contains { isDependent[0][$0.index] }
      }
      for grading in part { isDependent[0][grading.result.index] = true }
      return part.isEmpty ? nil : .grade(part)
    }
  }
}

extension [Instruction] {
  /// The instructions that depend on some registers, to which their results are added, and those that are the
  /// same for all rows.
  fileprivate func part(dependingOn isDependent: inout [Bool]) -> [Instruction] {
    filter { instruction in
      let depends = instruction.operation.operands.contains { isDependent[$0.index] }
      if depends { isDependent[instruction.result.index] = true }
      return depends || instruction.operation.isConstant
    }
  }
}
