import ColumnStore
import ScoringPlan

/// One register's values and states for all rows of a table.
///
/// Written by the engine, disjoint rows on different threads, and only read once it is handed out.
final class RegisterColumn: @unchecked Sendable {
  let count: Int
  let values: UnsafeMutablePointer<Double>
  let states: UnsafeMutablePointer<UInt8>

  /// A column of that many rows, all present; the values are not set.
  init(count: Int) {
    self.count = count
    values = LargeMemory.allocate(count, of: Double.self)
    states = LargeMemory.allocate(count, of: UInt8.self)
    states.initialize(repeating: ValueState.present, count: count)
  }

  /// The key or a column of a file, texts as codes.
  convenience init(_ register: Register, of table: Table) {
    self.init(count: table.rowCount)
    let column = register == .key ? nil : table.columns[register.index - 1]
    let codes = column.map { $0.type == .text ? $0.codes : [] } ?? table.keys
    for (row, code) in codes.enumerated() {
      values[row] = Double(code)
      states[row] = code < 0 ? ValueState.missing : ValueState.present
    }
    guard let column, column.type != .text else { return }
    for row in 0..<count { (values[row], states[row]) = (column.values[row], column.states[row]) }
  }

  deinit {
    values.deallocate()
    states.deallocate()
  }
}
