import ScorecardPolicy

/// Writes the instructions of one table's rows, one register for each result.
struct RowProgram {
  /// The instructions since the last stage was cut.
  private(set) var instructions: [Instruction] = []
  /// The number of registers so far: key, columns and results.
  private(set) var registerCount: Int
  private var values: [ValueReference: Register] = [:]
  private var numbers: [UInt64: Register] = [:]
  private var parameters: [ParameterSlot: Register] = [:]

  /// A program for rows with those columns.
  init(_ table: TableDeclaration) {
    registerCount = table.columns.count + 1
    values[ValueReference(source: .key, name: table.key.name)] = .key
    for (index, column) in table.columns.enumerated() {
      values[ValueReference(source: .column, name: column.name)] = Register(index + 1)
    }
  }

  /// The register that holds a value of the row.
  subscript(value: ValueReference) -> Register {
    get {
      guard let register = values[value] else {
        preconditionFailure("\(value.name) is used before it is computed")
      }
      return register
    }
    set { values[value] = newValue }
  }

  /// A register that another operation writes.
  mutating func newRegister() -> Register {
    defer { registerCount += 1 }
    return Register(registerCount)
  }

  /// Adds an instruction. Numbers and parameters, which no row changes, are loaded once.
  mutating func add(_ operation: Operation, origin: Int) -> Register {
    if let known = known(operation) { return known }
    let register = newRegister()
    instructions.append(Instruction(result: register, operation: operation, origin: origin))
    switch operation {
    case .number(let number): numbers[number.bitPattern] = register
    case .parameter(let slot): parameters[slot] = register
    default: break
    }
    return register
  }

  /// Cuts a stage here: the instructions since the last cut.
  mutating func cut() -> [Instruction] {
    defer { instructions = [] }
    return instructions
  }

  private func known(_ operation: Operation) -> Register? {
    switch operation {
    case .number(let number): numbers[number.bitPattern]
    case .parameter(let slot): parameters[slot]
    default: nil
    }
  }
}
