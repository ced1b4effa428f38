/// An input of a score: a column of the subject table or an aggregate of detail rows.
public struct PlanInput: Sendable, Equatable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`.
  public let name: String
  /// The register of the subject table that holds it.
  public let register: Register
  /// The aggregate, when it is one.
  public let aggregate: Aggregate?
}

/// A named formula that stands between the inputs and a register.
public struct PlanFormula: Sendable, Equatable {
  /// Its name in the policy.
  public let name: String
  /// The formula as written.
  public let text: String
  /// The register that holds its value.
  public let register: Register

  /// A named formula.
  public init(name: String, text: String, register: Register) {
    self.name = name
    self.text = text
    self.register = register
  }
}

/// A parameter, curve, step function or lookup with its values, as an explanation shows it.
public struct PlanSetting: Sendable, Equatable {
  /// Its name in the policy.
  public let name: String
  /// One entry with the value and unit of a parameter; else the points or pairs, in order.
  public let entries: [[String]]
}

extension Plan {
  /// The columns and aggregates that a register of the subject table is computed from, in the order
  /// in which they are first used. O(instructions).
  public func inputs(of register: Register) -> [PlanInput] {
    var aggregates: [Register: Aggregate] = [:]
    for case .aggregate(let all) in stages {
      for aggregate in all { aggregates[aggregate.result] = aggregate }
    }
    let instructions = self.instructions(ofTable: 0)
    return reachable(from: register, instructions).compactMap { next in
      instructions[next] == nil ? input(next, aggregates[next]) : nil
    }
  }

  /// The named formulas of a table that lead to a register, in order of evaluation, that of the
  /// register itself included. O(instructions).
  public func formulas(leadingTo register: Register, inTable table: Int) -> [PlanFormula] {
    let prefix = table == 0 ? "formulas." : "tables.\(tables[table].name).formulas."
    let instructions = self.instructions(ofTable: table)
    var last: [Int: Register] = [:]
    for next in reachable(from: register, instructions) {
      // Numbers and parameters are loaded once for all formulas and belong to none.
      guard let instruction = instructions[next], !instruction.operation.operands.isEmpty,
        origins[instruction.origin].path.hasPrefix(prefix)
      else { continue }
      last[instruction.origin] = max(last[instruction.origin] ?? next, next)
    }
    return last.sorted { $0.value < $1.value }.map { origin, register in
      PlanFormula(
        name: String(origins[origin].path.dropFirst(prefix.count)), text: origins[origin].text,
        register: register)
    }
  }

  /// The parameters, curves, steps and lookups that lead to a register of a table, with their
  /// values, in the order of first use. O(instructions).
  public func settings(
    leadingTo register: Register, inTable table: Int, _ values: ParameterVector
  ) -> [PlanSetting] {
    let instructions = self.instructions(ofTable: table)
    var settings: [PlanSetting] = []
    for next in reachable(from: register, instructions) {
      guard let setting = instructions[next].flatMap({ self.setting($0.operation, values) }),
        !settings.contains(setting)
      else { continue }
      settings.append(setting)
    }
    return settings
  }

  private func setting(_ operation: Operation, _ values: ParameterVector) -> PlanSetting? {
    switch operation {
    case .parameter(let slot): return setting(parameters[slot.index], values[slot])
    case .curve(let index, _):
      return PlanSetting(
        name: curves[index].name,
        entries: curves[index].points.map { [values[$0.x].asWritten, values[$0.y].asWritten] })
    case .step(let index, _):
      return PlanSetting(
        name: steps[index].name,
        entries: steps[index].rows.map {
          [values[$0.threshold].asWritten, values[$0.value].asWritten]
        })
    case .lookup(let index, _, _):
      let lookup = lookups[index]
      return PlanSetting(
        name: lookup.name,
        entries: zip(lookup.keys, lookup.values).map { [$0, values[$1].asWritten] })
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

  /// The name of a detail table's register: its key, a column, or the formula that it comes from.
  public func name(of register: Register, inTable table: Int) -> String {
    columnName(register, tables[table])
      ?? formulas(leadingTo: register, inTable: table).last?.name ?? "\(register.index)"
  }

  /// The registers that hold columns with the policy's number where a cell is missing, by column.
  func substitutes(inTable table: Int) -> [Register: Register] {
    var substitutes: [Register: Register] = [:]
    for instruction in instructions(ofTable: table).values {
      guard case .ifMissing(let column, _) = instruction.operation,
        origins[instruction.origin].path.hasPrefix("tables.\(tables[table].name).columns.")
      else { continue }
      substitutes[column] = instruction.result
    }
    return substitutes
  }

  private func instructions(ofTable table: Int) -> [Register: Instruction] {
    var all: [Register: Instruction] = [:]
    for stage in stages {
      switch stage {
      case .subjectRows(let instructions) where table == 0:
        for instruction in instructions { all[instruction.result] = instruction }
      case .detailRows(table, let instructions):
        for instruction in instructions { all[instruction.result] = instruction }
      default: break
      }
    }
    return all
  }

  /// The registers that a register is computed from, itself included, in the order of first use.
  private func reachable(
    from register: Register, _ instructions: [Register: Instruction]
  ) -> [Register] {
    var found: [Register] = []
    var seen: Set<Register> = []
    var pending = [register]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      pending += (instructions[next]?.operation.operands ?? []).reversed()
    }
    return found
  }

  private func input(_ register: Register, _ aggregate: Aggregate?) -> PlanInput? {
    if let aggregate {
      let source =
        aggregate.sourceName ?? name(of: aggregate.source, inTable: aggregate.table)
      let name = "\(aggregate.function.rawValue)(\(tables[aggregate.table].name).\(source))"
      return PlanInput(name: name, register: register, aggregate: aggregate)
    }
    return columnName(register, tables[0]).map {
      PlanInput(name: $0, register: register, aggregate: nil)
    }
  }

  private func columnName(_ register: Register, _ table: PlanTable) -> String? {
    if register == .key { return table.keyName }
    let index = register.index - 1
    return table.columns.indices.contains(index) ? table.columns[index].name : nil
  }
}

extension Operation {
  /// The registers that an operation reads, from left to right.
  public var operands: [Register] {
    switch self {
    case .number, .text, .truth, .parameter: []
    case .negate(let operand), .not(let operand), .function(_, let operand),
      .isMissing(let operand), .curve(_, let operand), .step(_, let operand):
      [operand]
    case .arithmetic(_, let left, let right), .minimum(let left, let right),
      .maximum(let left, let right), .compare(_, let left, let right),
      .compareText(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .ifMissing(let left, let right), .round(_, let left, let right),
      .onlyIf(let left, let right):
      [left, right]
    case .select(let condition, let then, let otherwise): [condition, then, otherwise]
    case .lookup(_, let text, let fallback): [text] + (fallback.map { [$0] } ?? [])
    case .weightedSum(let terms, _): terms.flatMap(\.operands)
    }
  }
}
