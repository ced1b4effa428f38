import ScoringPlan

/// Which registers of a plan's tables are needed, and how long those of subjects are.
struct PlanNeeds {
  /// For each table the registers that anything published, required or compared comes from.
  private(set) var needed: [Set<Register>]
  /// The last stage that reads a register of the subject table; beyond all stages for what is
  /// published.
  private(set) var lastUse: [Register: Int] = [:]

  /// The needs of a plan.
  init(_ plan: Plan, measures: Bool) {
    needed = plan.tables.map { _ in [] }
    let texts = plan.tables[0].columns.indices.filter { plan.tables[0].columns[$0].type == .text }
    let outputs =
      [.key] + texts.map { Register($0 + 1) }
      + plan.outputs(writesMeasures: measures).map(\.register)
    read(outputs, in: 0, at: plan.stages.count)
    for table in plan.tables.indices.dropFirst() {
      needed[table] = Set([.key] + [plan.tables[table].order].compactMap(\.self))
    }
    for (index, stage) in plan.stages.enumerated().reversed() { add(stage, at: index) }
  }

  private mutating func add(_ stage: Stage, at index: Int) {
    switch stage {
    case .detailRows(let table, let program): add(program, of: table, at: index)
    case .subjectRows(let program): add(program, of: 0, at: index)
    case .aggregate(let aggregates):
      for aggregate in aggregates where needed[0].contains(aggregate.result) {
        read([aggregate.source] + [aggregate.condition].compactMap(\.self), in: aggregate.table)
      }
    case .require, .statistics, .rank, .grade: read(stage.subjectOperands, in: 0, at: index)
    }
  }

  private mutating func add(_ program: [Instruction], of table: Int, at index: Int) {
    for instruction in program.reversed() where needed[table].contains(instruction.result) {
      read(instruction.operation.operands, in: table, at: index)
    }
  }

  private mutating func read(_ registers: [Register], in table: Int, at index: Int = 0) {
    needed[table].formUnion(registers)
    guard table == 0 else { return }
    for register in registers { lastUse[register] = max(lastUse[register] ?? 0, index) }
  }

  /// The registers of subjects that are read after a stage.
  func later(than stage: Int) -> Set<Register> {
    Set(lastUse.filter { $0.value > stage }.keys)
  }
}

extension Stage {
  /// The registers of the subject table that a stage other than a row program reads.
  var subjectOperands: [Register] {
    switch self {
    case .require(let requirements):
      requirements.flatMap { [$0.register] + [$0.applies].compactMap(\.self) }
    case .statistics(let statistics):
      statistics.flatMap { [$0.source] + [$0.group].compactMap(\.self) }
    case .rank(let rankings):
      rankings.flatMap { [.key, $0.by] + [$0.within].compactMap(\.self) + $0.ineligible }
    case .grade(let gradings):
      gradings.flatMap { grading in
        [.key, grading.by] + [grading.within].compactMap(\.self) + grading.ineligible
          + grading.ties.map(\.register)
      }
    case .detailRows, .aggregate, .subjectRows: []
    }
  }
}
