import ScorecardPolicy

/// Finds what a value of the subject table was computed from.
///
/// Made once for a plan, in O(size of the plan); after that each question costs the instructions that
/// lead to its answer.
public struct PlanTrace: Sendable {
  private let plan: Plan
  /// For each table the instruction that writes each register.
  private let instructions: [[Instruction?]]
  private let aggregates: [Register: Aggregate]
  /// Values that stand for themselves in what is computed after them, with their names.
  private let named: [Register: String]
  /// For each table the registers that stand in for columns with gaps.
  private let substitutes: [[Register: Register]]
  /// For each table what its named formulas and columns hold.
  private let kinds: [[Register: (type: ValueType, unit: Unit?)]]

  /// The trace of a plan.
  public init(_ plan: Plan) {
    self.plan = plan
    var instructions = plan.tables.map { [Instruction?](repeating: nil, count: $0.registerCount) }
    var aggregates: [Register: Aggregate] = [:]
    for stage in plan.stages {
      switch stage {
      case .detailRows(let table, let program):
        for instruction in program { instructions[table][instruction.result.index] = instruction }
      case .subjectRows(let program):
        for instruction in program { instructions[0][instruction.result.index] = instruction }
      case .aggregate(let all): for aggregate in all { aggregates[aggregate.result] = aggregate }
      case .require, .statistics, .rank, .grade: break
      }
    }
    self.instructions = instructions
    self.aggregates = aggregates
    named = Self.names(plan)
    substitutes = plan.tables.indices.map { Self.substitutes(plan, $0, instructions[$0]) }
    kinds = plan.tables.indices.map { Self.kinds(plan, $0) }
  }

  private static func names(_ plan: Plan) -> [Register: String] {
    var names: [Register: String] = [:]
    for case .statistics(let statistics) in plan.stages {
      for statistic in statistics { names[statistic.result] = statistic.text }
    }
    for dimension in plan.layout.dimensions {
      for measure in dimension.measures {
        names[measure.score] = "\(dimension.name).\(measure.name)"
      }
      names[dimension.score] = dimension.name
    }
    if let final = plan.layout.final { names[final] = "final" }
    names[plan.layout.total] = "total"
    for ranking in plan.rankings { names[ranking.result] = ranking.name }
    for grading in plan.gradings { names[grading.result] = grading.name }
    for result in plan.layout.results where names[result.register] == nil {
      names[result.register] = result.name
    }
    // Columns and aggregates are known by their own names.
    let columns = plan.tables[0].columns.count
    return names.filter { $0.key.index > columns }
  }

  /// What a register of the subject table is computed from, in the order of first use.
  public func inputs(of register: Register) -> [PlanInput] {
    reachable(from: register, inTable: 0).compactMap { next in
      if let aggregate = aggregates[next] {
        return PlanInput(name: name(of: aggregate), register: next, aggregate: aggregate)
      }
      let isStop = next != register || instructions[0][next.index] == nil
      let name = columnName(next, inTable: 0) ?? (isStop ? named[next] : nil)
      return name.map { PlanInput(name: $0, register: next, aggregate: nil) }
    }
  }

  /// The named formulas of a table behind those of the given indices, these included, each after
  /// those it uses.
  func formulas(behind indices: [Int], inTable table: Int) -> [PlanFormula] {
    let all = plan.formulas[table]
    var needed: Set<Int> = []
    var pending = indices
    while let next = pending.popLast() {
      if needed.insert(next).inserted { pending += all[next].uses }
    }
    return needed.sorted().map { all[$0] }
  }

  /// The parameters, curves and lookups that lead to a register of a table, with their
  /// values, in the order of first use. Of a long lookup only the entry of the row's text is shown,
  /// where a row is given.
  func settings(
    leadingTo register: Register, inTable table: Int, _ values: ParameterVector,
    row: [Value]? = nil
  ) -> [PlanSetting] {
    var settings: [PlanSetting] = []
    for next in reachable(from: register, inTable: table) {
      guard let operation = instructions[table][next.index]?.operation,
        let setting = plan.setting(operation, values, row), !settings.contains(setting)
      else { continue }
      settings.append(setting)
    }
    return settings
  }

  /// The register that holds a column with the policy's number where a cell is missing; the column's
  /// own when there is none.
  func substitute(for register: Register, inTable table: Int) -> Register {
    substitutes[table][register] ?? register
  }

  /// What an input holds, as far as the policy says.
  func kind(of input: PlanInput) -> (type: ValueType?, unit: Unit?) {
    guard let aggregate = input.aggregate else {
      let kind = kinds[0][input.register]
      return (kind?.type, kind?.unit)
    }
    switch aggregate.function {
    case .count, .streak: return (.number, nil)
    case .sum, .average, .minimum, .maximum, .first, .last:
      let kind = kinds[aggregate.table][aggregate.source]
      return (kind?.type, kind?.unit)
    }
  }

  private static func substitutes(
    _ plan: Plan, _ table: Int, _ instructions: [Instruction?]
  ) -> [Register: Register] {
    var substitutes: [Register: Register] = [:]
    for case let instruction? in instructions {
      guard case .ifMissing(let column, _) = instruction.operation,
        plan.origins[instruction.origin].path
          .hasPrefix("tables.\(plan.tables[table].name).columns.")
      else { continue }
      substitutes[column] = instruction.result
    }
    return substitutes
  }

  private static func kinds(
    _ plan: Plan, _ table: Int
  ) -> [Register: (type: ValueType, unit: Unit?)] {
    var kinds: [Register: (type: ValueType, unit: Unit?)] = [:]
    for formula in plan.formulas.indices.contains(table) ? plan.formulas[table] : [] {
      kinds[formula.register] = (formula.type, formula.unit)
    }
    for (index, column) in plan.tables[table].columns.enumerated() {
      kinds[Register(index + 1)] = (column.type, column.unit)
    }
    return kinds
  }

  private func name(of aggregate: Aggregate) -> String {
    let source =
      aggregate.sourceName ?? columnName(aggregate.source, inTable: aggregate.table)
      ?? "\(aggregate.source.index)"
    return aggregate.function.written(
      of: "\(plan.tables[aggregate.table].name).\(source)", condition: aggregate.conditionText)
  }

  /// The name of a column or of the key; nil for a computed register.
  private func columnName(_ register: Register, inTable table: Int) -> String? {
    if register == .key { return plan.tables[table].keyName }
    let columns = plan.tables[table].columns
    let index = register.index - 1
    return columns.indices.contains(index) ? columns[index].name : nil
  }

  /// The registers that a register is computed from, itself included, in the order of first use; not
  /// those behind a value that stands for itself.
  private func reachable(from register: Register, inTable table: Int) -> [Register] {
    var found: [Register] = []
    var seen: Set<Register> = []
    var pending = [register]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      if table == 0, next != register, named[next] != nil { continue }
      pending += (instructions[table][next.index]?.operation.operands ?? []).reversed()
    }
    return found
  }
}

extension Plan {
  /// What an operation shows of the policy's numbers.
  fileprivate func setting(
    _ operation: Operation, _ values: ParameterVector, _ row: [Value]?
  ) -> PlanSetting? {
    switch operation {
    case .parameter(let slot): return setting(parameters[slot.index], values[slot])
    case .curve(let index, _):
      return PlanSetting(
        name: curves[index].name,
        entries: curves[index].points.map { [values[$0.x].asWritten, values[$0.y].asWritten] })
    case .lookup(let index, let text, _):
      let lookup = lookups[index]
      let entries = zip(lookup.keys, lookup.values).map { [$0, values[$1].asWritten] }
      guard entries.count > 12, case .text(let key)? = row?[text.index] else {
        return PlanSetting(name: lookup.name, entries: entries)
      }
      return PlanSetting(name: lookup.name, entries: entries.filter { $0[0] == key })
    default: return nil
    }
  }

  /// A named parameter, or the number for a cell that is missing; other numbers show elsewhere.
  private func setting(_ parameter: Parameter, _ value: Double) -> PlanSetting? {
    let unit = parameter.unit.map { " \($0)" } ?? ""
    let entries = [[value.asWritten + unit]]
    let steps = parameter.path.split(separator: ".").map(String.init)
    return switch (steps.first, steps.count, steps.last) {
    case ("parameters", 2, _): PlanSetting(name: steps[1], entries: entries)
    case ("tables", 5, "missing"):
      PlanSetting(name: "\(steps[3]) where missing", entries: entries)
    default: nil
    }
  }
}
