import ScoringPlan

/// Which registers of a plan must be computed at all, and which outlive their block of rows and are
/// kept as whole columns. Indexed by table, then by register.
struct RegisterLiveness {
  private(set) var isNeeded: [[Bool]]
  private(set) var isStored: [[Bool]]
  /// The operation of each register that is the same for all rows: later stages compute it anew
  /// rather than read a column of it.
  let constants: [[Operation?]]
  /// The stage that writes a register; -1 for the key and the columns of the file.
  private let origins: [[Int]]

  /// The liveness of a plan from which these registers of the subject table are wanted, or all
  /// registers of all tables; of some of its stages alone if given: what others write is then like a
  /// column of the file.
  init(
    _ plan: Plan, stages: [Stage]? = nil, outputs: [Register], keepsEverything: Bool = false
  ) {
    let stages = stages ?? plan.stages
    let none = plan.tables.map { [Bool](repeating: keepsEverything, count: $0.registerCount) }
    (isNeeded, isStored) = (none, none)
    (origins, constants) = Self.definitions(plan, stages)
    for table in plan.tables.indices where keepsEverything {
      for index in 0...plan.tables[table].columns.count { isStored[table][index] = false }
    }
    for register in outputs { needColumn(register, in: 0) }
    for (stage, content) in stages.enumerated().reversed() { visit(content, stage) }
  }

  private static func definitions(
    _ plan: Plan, _ stages: [Stage]
  ) -> ([[Int]], [[Operation?]]) {
    var origins = plan.tables.map { [Int](repeating: -1, count: $0.registerCount) }
    var constants = plan.tables.map { [Operation?](repeating: nil, count: $0.registerCount) }
    for (stage, content) in stages.enumerated() {
      switch content {
      case .detailRows(let table, let program): define(program, in: table, at: stage)
      case .subjectRows(let program): define(program, in: 0, at: stage)
      case .aggregate(let aggregates):
        for aggregate in aggregates { origins[0][aggregate.result.index] = stage }
      case .statistics, .rank, .grade:
        for register in content.populationResults { origins[0][register.index] = stage }
      case .require: break
      }
    }
    return (origins, constants)

    func define(_ program: [Instruction], in table: Int, at stage: Int) {
      for instruction in program {
        origins[table][instruction.result.index] = stage
        guard instruction.operation.isConstant else { continue }
        constants[table][instruction.result.index] = instruction.operation
      }
    }
  }

  private mutating func visit(_ content: Stage, _ stage: Int) {
    switch content {
    case .detailRows(let table, let program): visit(program, of: table, stage)
    case .subjectRows(let program): visit(program, of: 0, stage)
    case .aggregate(let aggregates):
      for aggregate in aggregates where isNeeded[0][aggregate.result.index] {
        isStored[0][aggregate.result.index] = true
        for register in aggregate.operands { needColumn(register, in: aggregate.table) }
      }
    case .require(let requirements):
      for requirement in requirements { needColumns([requirement.register, requirement.applies]) }
    case .statistics(let statistics):
      for statistic in statistics where isNeeded[0][statistic.result.index] {
        needColumns([statistic.result, statistic.source, statistic.group])
      }
    case .rank(let rankings):
      for ranking in rankings where isNeeded[0][ranking.result.index] {
        needColumns([ranking.result, ranking.by, ranking.within] + ranking.ineligible)
      }
    case .grade(let gradings):
      for grading in gradings where isNeeded[0][grading.result.index] {
        needColumns([grading.result, grading.by, grading.within] + grading.ineligible)
        needColumns(grading.ties.map(\.register))
      }
    }
  }

  private mutating func visit(_ program: [Instruction], of table: Int, _ stage: Int) {
    for instruction in program.reversed() where isNeeded[table][instruction.result.index] {
      for operand in instruction.operation.operands {
        let isLocal = origins[table][operand.index] == stage
        if isLocal || constants[table][operand.index] != nil {
          isNeeded[table][operand.index] = true
        } else {
          needColumn(operand, in: table)
        }
      }
    }
  }

  /// Needs columns of the subject table.
  private mutating func needColumns(_ registers: [Register?]) {
    for register in registers.compactMap(\.self) { needColumn(register, in: 0) }
  }

  private mutating func needColumn(_ register: Register, in table: Int) {
    isNeeded[table][register.index] = true
    if origins[table][register.index] >= 0 { isStored[table][register.index] = true }
  }
}

extension Aggregate {
  /// The registers of the detail table whose values it looks at.
  var operands: [Register] {
    (function == .count ? [] : [source]) + [condition].compactMap(\.self)
  }
}
