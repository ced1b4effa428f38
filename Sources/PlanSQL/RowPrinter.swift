import ScorecardPolicy
import ScoringPlan

/// Writes a row program in layers: each computes columns from those of the layers before.
///
/// What is used once stands where it is used; what is used more often, has a name in the policy or
/// is needed later becomes a column. So the text grows no faster than the program.
struct RowPrinter {
  /// One column of a layer.
  struct Column {
    /// The register, or the one that it helps to compute.
    let register: Register
    let name: String
    let text: String
  }

  /// A condition on which SQL cannot tell the plan's bits for a row.
  struct Guard {
    let condition: String
    let reason: String
    let depth: Int
  }

  private(set) var relation: SQLRelation
  private(set) var layers: [[Column]] = []
  private(set) var guards: [Guard] = []
  private(set) var reasons: [UnsupportedPlan.Reason] = []
  /// How often instructions of the program read each register.
  private let uses: [Register: Int]
  /// The registers that must be columns.
  private let kept: Set<Register>
  /// What policies call registers.
  private let wishes: [Register: String]

  var plan: Plan { relation.plan }
  var values: ParameterVector { relation.values }
  var dialect: SQLDialect { relation.dialect }

  /// Writes a program, of which `kept` is read later on.
  init(
    _ program: [Instruction], on relation: SQLRelation, keeping kept: Set<Register>,
    wishes: [Register: String]
  ) {
    (self.relation, self.kept, self.wishes) = (relation, kept, wishes)
    for register in relation.registers.keys { self.relation.registers[register]?.depth = 0 }
    for instruction in program {
      self.relation.definitions[instruction.result] = instruction.operation
    }
    uses = program.flatMap(\.operation.operands).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for instruction in program { define(instruction) }
  }

  private mutating func define(_ instruction: Instruction) {
    let register = instruction.result
    var facts = self.facts.facts(of: instruction)
    if facts.constant != nil {
      relation.registers[register] = literal(facts)
    } else if let other = alias(instruction.operation) {
      relation.registers[register] = relation.registers[other]
    } else {
      if facts.kind == .number, !facts.range.isSafe {
        refuse(instruction, .range)
        facts.range = .input
      }
      // What policies call it is what helpers of it are called after.
      var value = expression(of: instruction, facts)
      value.facts = facts
      relation.registers[register] = value
    }
    let isNamed = wishes[register] != nil && facts.constant == nil
    if kept.contains(register) || isNamed || uses[register] ?? 0 > 1 {
      makeColumn(register, evenLiteral: kept.contains(register))
    }
  }

  /// What finds facts of what is written now.
  var facts: InstructionFacts {
    InstructionFacts(
      plan: plan, values: values, table: relation.table, known: relation.facts,
      definitions: relation.definitions)
  }

  /// The register that the operation always gives the value of.
  private func alias(_ operation: Operation) -> Register? {
    switch operation {
    case .minimum(let left, let right): unlimited(left, right, .infinity)
    case .maximum(let left, let right): unlimited(left, right, -.infinity)
    case .select(let condition, let then, let otherwise):
      switch relation.facts(condition).constant {
      case .truth(true)?: then
      case .truth(false)?: otherwise
      default: nil
      }
    case .onlyIf(let condition, let value):
      relation.facts(condition).constant == .truth(true) ? value : nil
    case .ifMissing(let left, _): relation.facts(left).mayBeMissing ? nil : left
    default: nil
    }
  }

  /// The other of two registers, where one holds a limit that limits nothing.
  private func unlimited(_ left: Register, _ right: Register, _ limit: Double) -> Register? {
    if relation.facts(right).constant == .number(limit) { return left }
    return relation.facts(left).constant == .number(limit) ? right : nil
  }

  // MARK: Columns

  /// Makes a register a column, unless it is one.
  private mutating func makeColumn(_ register: Register, evenLiteral: Bool = false) {
    guard var value = relation.registers[register] else { return }
    let isLiteral = value.facts.constant != nil
    if isLiteral ? !evenLiteral : value.isShort { return }
    let name = relation.names.name(wishes[register] ?? "v\(register.index)")
    value.text = add(name, register, value.text, depth: value.depth)
    if let fault = value.fault {
      let name = relation.names.name("\(name)_fault")
      value.fault = add(name, register, fault, depth: value.depth)
    }
    value.depth += 1
    value.isShort = true
    value.binding = .atom
    value.branches = []
    relation.registers[register] = value
  }

  /// Adds a column to the layer after `depth` others, and gives its quoted name.
  private mutating func add(
    _ name: String, _ register: Register, _ text: String, depth: Int
  ) -> String {
    while layers.count <= depth { layers.append([]) }
    let quoted = dialect.identifier(name)
    layers[depth].append(Column(register: register, name: quoted, text: text))
    relation.columns.append(quoted)
    return quoted
  }

  /// A column that a later expression of the same register reads.
  mutating func helper(
    _ instruction: Instruction, _ what: String, _ text: String, depth: Int
  ) -> SQLValue {
    let owner = wishes[instruction.result] ?? "v\(instruction.result.index)"
    let column = add(
      relation.names.name("\(owner)_\(what)"), instruction.result, text, depth: depth)
    return SQLValue(
      facts: RegisterFacts(kind: .number), text: column, depth: depth + 1, isShort: true)
  }

  // MARK: Operands

  /// A register's value as an operand that is written so many times.
  mutating func read(_ register: Register, times: Int = 1) -> SQLValue {
    if times > 1 { makeColumn(register) }
    guard let value = relation.registers[register] else {
      preconditionFailure("register \(register.index) is read before it is written")
    }
    return value
  }

  /// A value that is the same for all rows.
  private func literal(_ facts: RegisterFacts) -> SQLValue {
    var value = SQLValue(facts: facts, text: dialect.null(facts.kind), isShort: true)
    switch facts.constant {
    // An infinite limit limits nothing, and is never written.
    case .number(let number)? where number.isFinite: value.text = dialect.double(number)
    case .truth(let truth)?: value.text = dialect.truth(truth)
    case .text(let text)?: value.text = dialect.text(text)
    case .fault(let fault)?: value.fault = "\(FaultCode(fault).number)"
    default: break
    }
    return value
  }

  // MARK: What cannot be done

  /// What SQL cannot do.
  enum Refusal {
    case function(String)
    case places
    case range
  }

  mutating func refuse(_ instruction: Instruction, _ refusal: Refusal) {
    let origin = plan.origins[instruction.origin]
    let reason = refusal.reason(path: origin.path, formula: origin.text)
    if !reasons.contains(reason) { reasons.append(reason) }
  }

  mutating func guardAgainst(_ condition: String, _ reason: String, depth: Int) {
    guards.append(Guard(condition: condition, reason: reason, depth: depth))
  }
}

extension RowPrinter.Refusal {
  fileprivate func reason(path: String, formula: String) -> UnsupportedPlan.Reason {
    switch self {
    case .function(let name):
      UnsupportedPlan.Reason(
        path: path, formula: formula,
        problem: "\(name) differs in its last digits from engine to engine",
        advice: "a curve of points in place of \(name), or `steelyard score` without --engine")
    case .places:
      UnsupportedPlan.Reason(
        path: path, formula: formula,
        problem: "SQL can round only to a number of places from 0 to 15 that is the same for all",
        advice: "a number of places that is written in the policy, "
          + "or `steelyard score` without --engine")
    case .range:
      UnsupportedPlan.Reason(
        path: path, formula: formula,
        problem: "its value may leave the range of doubles, where engines differ",
        advice: "limits of the columns in it (minimum, maximum) or CLAMP, "
          + "or `steelyard score` without --engine")
    }
  }
}
