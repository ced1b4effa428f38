/// An input of a score: a column of the subject table or an aggregate of detail rows.
public struct PlanInput: Sendable, Equatable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`.
  public let name: String
  /// The register of the subject table that holds it.
  public let register: Register
  /// The aggregate, when it is one.
  public let aggregate: Aggregate?
}

extension Plan {
  /// The columns and aggregates that a register of the subject table is computed from, in the order
  /// in which they are first used. O(instructions).
  public func inputs(of register: Register) -> [PlanInput] {
    var operations: [Register: Operation] = [:]
    var aggregates: [Register: Aggregate] = [:]
    for stage in stages {
      switch stage {
      case .subjectRows(let instructions):
        for instruction in instructions { operations[instruction.result] = instruction.operation }
      case .aggregate(let all):
        for aggregate in all { aggregates[aggregate.result] = aggregate }
      case .detailRows, .require, .rank: break
      }
    }
    var inputs: [PlanInput] = []
    var seen: Set<Register> = []
    var pending = [register]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let operation = operations[next] {
        pending += operation.operands.reversed()
      } else if let input = input(next, aggregates[next]) {
        inputs.append(input)
      }
    }
    return inputs
  }

  /// The name of a detail table's register: its key, a column, or the formula that it comes from.
  public func name(of register: Register, inTable table: Int) -> String {
    if let column = columnName(register, tables[table]) { return column }
    for case .detailRows(table, let instructions) in stages {
      guard let instruction = instructions.first(where: { $0.result == register }) else { continue }
      let path = origins[instruction.origin].path
      return path.split(separator: ".").last.map(String.init) ?? path
    }
    return "\(register.index)"
  }

  private func input(_ register: Register, _ aggregate: Aggregate?) -> PlanInput? {
    if let aggregate {
      let source = name(of: aggregate.source, inTable: aggregate.table)
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
      .ifMissing(let left, let right), .round(_, let left, let right):
      [left, right]
    case .select(let condition, let then, let otherwise): [condition, then, otherwise]
    case .lookup(_, let text, let fallback): [text] + (fallback.map { [$0] } ?? [])
    case .weightedSum(let terms, _): terms.map(\.value)
    }
  }
}
