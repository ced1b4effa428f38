import ScoringPlan

/// A relation of rows of a table, as far as it has been computed.
struct SQLRelation: SQLScope {
  let plan: Plan
  let values: ParameterVector
  let dialect: SQLDialect
  /// The table, by its index in the plan.
  let table: Int
  /// The name of the step that gives it.
  var name: String
  /// The registers that it has, and those that are the same for all rows.
  var registers: [Register: SQLValue] = [:]
  /// Its columns in order, quoted, but for those that every relation of subjects has.
  var columns: [String] = []
  var names: ColumnNames
  /// How registers are computed from others.
  var definitions: [Register: Operation] = [:]

  /// A relation of no columns yet.
  init(
    _ plan: Plan, _ values: ParameterVector, _ dialect: SQLDialect, table: Int, name: String
  ) {
    (self.plan, self.values, self.dialect) = (plan, values, dialect)
    (self.table, self.name) = (table, name)
    names = ColumnNames(avoiding: ["rejected", "undecided"])
  }

  func column(_ register: Register) -> String {
    guard let value = registers[register] else {
      preconditionFailure("register \(register.index) is read before it is written")
    }
    return value.text
  }

  func fault(_ register: Register) -> String? { registers[register]?.fault }

  func mayBeMissing(_ register: Register) -> Bool { facts(register).mayBeMissing }

  func isText(_ register: Register) -> Bool { facts(register).kind == .text }

  func scoreKey(_ register: Register) -> String {
    dialect.scoreKey(of: column(register), decimals: plan.decimals)
  }

  /// What is known of a register.
  func facts(_ register: Register) -> RegisterFacts {
    registers[register]?.facts ?? RegisterFacts(kind: .number)
  }

  /// Adds a column for a register, which a step is to give.
  mutating func add(_ register: Register, _ facts: RegisterFacts, named wish: String) {
    let name = names.name(wish)
    var value = SQLValue(facts: facts, text: dialect.identifier(name), isShort: true)
    columns.append(value.text)
    if !facts.faults.isEmpty {
      let fault = dialect.identifier(names.name("\(name)_fault"))
      value.fault = fault
      columns.append(fault)
    }
    registers[register] = value
  }

  /// Leaves out the columns that hold none of these registers.
  mutating func keep(_ kept: Set<Register>) {
    registers = registers.filter { kept.contains($0.key) || $0.value.facts.constant != nil }
    let needed = Set(registers.values.flatMap { [$0.text, $0.fault].compactMap(\.self) })
    columns = columns.filter { needed.contains($0) }
  }
}
