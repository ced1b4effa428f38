import ScorecardPolicy

/// Writes the instructions of one table's rows, one register for each result, and, for the subject
/// table, the statistics between them.
struct ProgramBuilder {
  private enum Step {
    case row(Instruction)
    case statistic(Statistic)
  }

  /// The steps since the last cut.
  private var steps: [Step] = []
  /// The number of registers so far: key, columns and results.
  private(set) var registerCount: Int
  private var values: [ValueReference: Register] = [:]
  private var numbers: [UInt64: Register] = [:]
  private var parameters: [ParameterSlot: Register] = [:]
  private var statistics: [Statistic] = []

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
    steps.append(.row(Instruction(result: register, operation: operation, origin: origin)))
    switch operation {
    case .number(let number): numbers[number.bitPattern] = register
    case .parameter(let slot): parameters[slot] = register
    default: break
    }
    return register
  }

  /// Adds a statistic, unless there is one like it.
  mutating func add(
    _ function: PopulationFunction, of source: Register, group: Register?, decimals: Int,
    text: String, origin: Int
  ) -> Register {
    let known = statistics.first {
      $0.function == function && $0.source == source && $0.group == group
        && $0.decimals == decimals
    }
    if let known { return known.result }
    let statistic = Statistic(
      function: function, source: source, group: group, decimals: decimals, text: text,
      result: newRegister(),
      origin: origin)
    statistics.append(statistic)
    steps.append(.statistic(statistic))
    return statistic.result
  }

  /// The instructions since the last cut, of a table without statistics.
  mutating func cutRows() -> [Instruction] {
    defer { steps = [] }
    return steps.compactMap { if case .row(let instruction) = $0 { instruction } else { nil } }
  }

  /// Cuts stages here: the steps since the last cut in layers, each the rows that need no statistic
  /// of its own or of a later layer, then the statistics over them.
  mutating func cutStages() -> [Stage] {
    var levels: [Register: Int] = [:]
    var rows: [Int: [Instruction]] = [:]
    var statistics: [Int: [Statistic]] = [:]
    for step in steps {
      switch step {
      case .row(let instruction):
        let level = instruction.operation.operands.map { levels[$0] ?? 0 }.max() ?? 0
        levels[instruction.result] = level
        rows[level, default: []].append(instruction)
      case .statistic(let statistic):
        let inputs = [statistic.source] + [statistic.group].compactMap(\.self)
        let level = inputs.map { levels[$0] ?? 0 }.max() ?? 0
        levels[statistic.result] = level + 1
        statistics[level, default: []].append(statistic)
      }
    }
    steps = []
    let last = (Array(rows.keys) + statistics.keys).max() ?? -1
    return (0..<(last + 1)).flatMap { level -> [Stage] in
      (rows[level].map { [.subjectRows($0)] } ?? [])
        + (statistics[level].map { [.statistics($0)] } ?? [])
    }
  }

  private func known(_ operation: Operation) -> Register? {
    switch operation {
    case .number(let number): numbers[number.bitPattern]
    case .parameter(let slot): parameters[slot]
    default: nil
    }
  }
}
