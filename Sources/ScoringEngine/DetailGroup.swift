import ScorecardPolicy
import ScoringPlan

/// Aggregates the rows of one subject after another.
struct DetailGroup {
  private let function: AggregateFunction
  private let source: RegisterColumn
  private let condition: RegisterColumn?
  /// The rows of the present subject for which the condition holds, or is missing or at fault.
  private var counted: [Int32] = []
  private var exact = ExactSum()

  init(_ function: AggregateFunction, _ source: RegisterColumn, _ condition: RegisterColumn?) {
    (self.function, self.source, self.condition) = (function, source, condition)
  }

  /// The value of a subject's rows, which stand in the order of their table, and its state.
  mutating func value(of rows: ArraySlice<Int32>) -> (Double, UInt8) {
    guard let condition else { return plainValue(of: rows) }
    counted.removeAll(keepingCapacity: true)
    var doubt = ValueState.present
    for row in rows.lazy.map({ Int($0) }) {
      let state = condition.states[row]
      if state == ValueState.present, condition.values[row] == 0 { continue }
      doubt = ValueState.worse(doubt, state)
      counted.append(Int32(row))
    }
    let plain = plainValue(of: counted[...])
    if doubt == ValueState.present { return plain }
    return (0, ValueState.worse(doubt, looksAtAllValues ? state(of: counted[...]) : plain.1))
  }

  /// Whether the state of each row is the result's business.
  private var looksAtAllValues: Bool {
    switch function {
    case .sum, .average, .minimum, .maximum: true
    case .count, .first, .last, .streak: false
    }
  }

  /// The value of rows that all count.
  private mutating func plainValue(of rows: ArraySlice<Int32>) -> (Double, UInt8) {
    if looksAtAllValues {
      let state = state(of: rows)
      if state != ValueState.present { return (0, state) }
    }
    switch function {
    case .count: return (Double(rows.count), ValueState.present)
    case .first: return single(rows.first)
    case .last: return single(rows.last)
    case .streak: return streak(rows)
    case .sum: return sound(sum(rows))
    case .average:
      return rows.isEmpty ? (0, ValueState.missing) : sound(sum(rows) / Double(rows.count))
    case .minimum: return extreme(rows) { $0 < $1 }
    case .maximum: return extreme(rows) { $0 > $1 }
    }
  }

  /// The lowest fault of some rows, else missing, else present.
  private func state(of rows: ArraySlice<Int32>) -> UInt8 {
    var any = ValueState.present
    for row in rows { any |= source.states[Int(row)] }
    if any == ValueState.present { return any }
    return rows.reduce(ValueState.present) { ValueState.worse($0, source.states[Int($1)]) }
  }

  private func single(_ row: Int32?) -> (Double, UInt8) {
    row.map { (source.values[Int($0)], source.states[Int($0)]) } ?? (0, ValueState.missing)
  }

  /// How many of the latest rows are true, up to one that is not.
  private func streak(_ rows: ArraySlice<Int32>) -> (Double, UInt8) {
    var length = 0
    for row in rows.reversed().lazy.map({ Int($0) }) {
      if source.states[row] != ValueState.present { return (0, source.states[row]) }
      if source.values[row] == 0 { break }
      length += 1
    }
    return (Double(length), rows.isEmpty ? ValueState.missing : ValueState.present)
  }

  private mutating func sum(_ rows: ArraySlice<Int32>) -> Double {
    for row in rows { exact.add(source.values[Int(row)]) }
    return exact.takeRounded()
  }

  private func sound(_ value: Double) -> (Double, UInt8) {
    value.isFinite ? (value, ValueState.present) : (0, FaultKind.overflow.rawValue)
  }

  private func extreme(
    _ rows: ArraySlice<Int32>, _ comesBefore: (Double, Double) -> Bool
  ) -> (Double, UInt8) {
    guard let first = rows.first else { return (0, ValueState.missing) }
    var best = source.values[Int(first)]
    for row in rows where comesBefore(source.values[Int(row)], best) {
      best = source.values[Int(row)]
    }
    // Of zeros with either sign the positive one, whatever the order of rows.
    return (best == 0 ? 0 : best, ValueState.present)
  }
}
