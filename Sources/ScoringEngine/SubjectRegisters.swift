import ColumnStore
import ScoringPlan

/// Registers of some subjects that stages run earlier, maybe elsewhere, have written.
public final class SubjectRegisters {
  /// How many subjects there are.
  public let count: Int
  /// The registers given.
  public let registers: [Register]
  private var keys: [Int32]
  private let columns: [RegisterColumn]
  private var pool: TextPool

  /// Room for registers of that many subjects, all values present and 0 until they are set.
  ///
  /// - Parameters:
  ///   - texts: the texts of the plan, as `SubjectStages` has them.
  init(_ registers: [Register], count: Int, texts: TextPool) {
    (self.registers, self.count, pool) = (registers, count, texts)
    keys = [Int32](repeating: -1, count: count)
    columns = registers.map { _ in
      let column = RegisterColumn(count: count)
      column.values.initialize(repeating: 0, count: count)
      return column
    }
  }

  /// Sets a subject's key.
  public func setKey(_ key: UnsafeBufferPointer<UInt8>, of subject: Int) {
    keys[subject] = pool.code(forUTF8: key)
  }

  /// Sets the value of a register, given by its place in `registers`: a number, a truth as 1 or 0.
  @inline(__always)
  public func set(_ value: Double, of subject: Int, at place: Int) {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    columns[place].values[subject] = value
  }

  /// Sets a text.
  public func set(_ text: UnsafeBufferPointer<UInt8>, of subject: Int, at place: Int) {
    set(Double(pool.code(forUTF8: text)), of: subject, at: place)
  }

  /// Sets that there is no value but another state, as in `ValueState`.
  public func setState(_ state: UInt8, of subject: Int, at place: Int) {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    columns[place].states[subject] = state
  }

  /// The state of a register, given by its place.
  public func state(of subject: Int, at place: Int) -> UInt8 {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    return columns[place].states[subject]
  }

  /// The value of a register: a number, a truth as 1 or 0.
  public func value(of subject: Int, at place: Int) -> Double {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    return columns[place].values[subject]
  }

  /// The text of a register that is present.
  public func text(of subject: Int, at place: Int) -> String {
    pool.text(of: Int32(value(of: subject, at: place)))
  }

  /// The subjects as a population without rows, of whose file's columns those given are there.
  func population(_ plan: Plan) -> Population {
    let inputs = plan.tables[0].columns.enumerated().map { index, column in
      let type = ColumnSpecification(column).type
      guard let place = registers.firstIndex(of: Register(index + 1)) else {
        return Column(name: column.name, type: type)
      }
      return self.columns[place].column(named: column.name, type: type)
    }
    let details = plan.tables.dropFirst()
    return Population(
      tables: [Table(name: plan.tables[0].name, keys: keys, columns: inputs)]
        + details.map { Table(name: $0.name) },
      pool: pool, rejectedRows: plan.tables.map { _ in [] }, ignoredCounts: details.map { _ in 0 },
      isRejected: [Bool](repeating: false, count: count), details: .counted([], nil),
      rowCounts: plan.tables.map { _ in 0 })
  }

  /// For each register of a table of that many its column, if it is given.
  func columns(of registerCount: Int) -> [RegisterColumn?] {
    var all = [RegisterColumn?](repeating: nil, count: registerCount)
    for (register, column) in zip(registers, columns) { all[register.index] = column }
    return all
  }
}

extension RegisterColumn {
  /// The column as a table holds it.
  fileprivate func column(named name: String, type: ColumnType) -> Column {
    let states = Array(UnsafeBufferPointer(start: states, count: count))
    let values = UnsafeBufferPointer(start: values, count: count)
    guard type == .text else {
      return Column(name: name, type: type, values: Array(values), states: states)
    }
    let codes = zip(values, states).map { $1 == ValueState.present ? Int32($0) : -1 }
    return Column(name: name, type: type, codes: codes, states: states)
  }
}
