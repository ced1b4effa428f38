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
    values = .allocate(capacity: count)
    states = .allocate(capacity: count)
    states.initialize(repeating: ValueState.present, count: count)
  }

  deinit {
    values.deallocate()
    states.deallocate()
  }
}
