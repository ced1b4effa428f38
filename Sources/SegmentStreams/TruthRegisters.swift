import ScorecardPolicy
import ScoringPlan

/// Finds the registers of a plan's subject table that hold truths.
struct TruthRegisters {
  /// For each register of each table whether it holds truths.
  private var isTruth: [[Bool]]

  init(_ plan: Plan) {
    isTruth = plan.tables.map { table in
      var isTruth = [Bool](repeating: false, count: table.registerCount)
      for (index, column) in table.columns.enumerated() {
        isTruth[index + 1] = column.type == .truth
      }
      return isTruth
    }
    for stage in plan.stages {
      switch stage {
      case .detailRows(let table, let program): mark(program, of: table)
      case .subjectRows(let program): mark(program, of: 0)
      case .aggregate(let aggregates):
        for aggregate in aggregates where aggregate.function.isOfOneRow {
          isTruth[0][aggregate.result.index] = isTruth[aggregate.table][aggregate.source.index]
        }
      case .require, .statistics, .rank, .grade: break
      }
    }
  }

  /// Whether a register of the subject table holds truths.
  subscript(register: Register) -> Bool { isTruth[0][register.index] }

  private mutating func mark(_ program: [Instruction], of table: Int) {
    for instruction in program {
      isTruth[table][instruction.result.index] = holdsTruth(instruction.operation, isTruth[table])
    }
  }

  private func holdsTruth(_ operation: ScoringPlan.Operation, _ isTruth: [Bool]) -> Bool {
    switch operation {
    case .truth, .compare, .compareText, .and, .or, .not, .isMissing: true
    case .select(_, let then, let otherwise): isTruth[then.index] || isTruth[otherwise.index]
    case .onlyIf(_, let value): isTruth[value.index]
    case .ifMissing(let value, let substitute):
      isTruth[value.index] || isTruth[substitute.index]
    default: false
    }
  }
}

extension AggregateFunction {
  /// Whether the value is that of one of the rows.
  fileprivate var isOfOneRow: Bool { self == .first || self == .last }
}
