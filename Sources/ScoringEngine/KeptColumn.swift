import ColumnStore

/// A column of a file that outlives the reading, filled batch by batch by several threads.
final class KeptColumn: @unchecked Sendable {
  private let count: Int
  private let values: UnsafeMutablePointer<Double>
  private let codes: UnsafeMutablePointer<Int32>
  private let states: UnsafeMutablePointer<UInt8>
  private let isText: Bool

  init(isText: Bool, count: Int) {
    (self.isText, self.count) = (isText, count)
    values = LargeMemory.allocate(isText ? 0 : count, of: Double.self)
    codes = LargeMemory.allocate(isText ? count : 0, of: Int32.self)
    states = LargeMemory.allocate(count, of: UInt8.self)
    // Rows that nobody sets are rejected; memory must hold something all the same.
    if isText {
      codes.initialize(repeating: -1, count: count)
    } else {
      values.initialize(repeating: 0, count: count)
    }
    states.initialize(repeating: Column.missing, count: count)
  }

  deinit {
    values.deallocate()
    codes.deallocate()
    states.deallocate()
  }

  /// Sets the rows from `row` on to those of a batch.
  func set(_ column: BatchColumn, count: Int, from row: Int) {
    (states + row).update(from: column.states, count: count)
    if isText {
      (codes + row).update(from: column.codes, count: count)
    } else {
      (values + row).update(from: column.values, count: count)
    }
  }

  /// The column as a table holds it.
  func column(named name: String, type: ColumnType) -> Column {
    Column(
      name: name, type: type,
      values: Array(UnsafeBufferPointer(start: values, count: isText ? 0 : count)),
      codes: Array(UnsafeBufferPointer(start: codes, count: isText ? count : 0)),
      states: Array(UnsafeBufferPointer(start: states, count: count)))
  }
}
