import ScorecardPolicy
import ScoringPlan

extension ScoringRun {
  /// Brings each subject's detail rows together into one value.
  func run(_ aggregate: Aggregate) {
    let column = makeColumn(aggregate.result, of: 0)
    let index = population.details[aggregate.table - 1]
    if aggregate.function == .count {
      for subject in 0..<column.count {
        column.values[subject] = Double(index.range(of: subject).count)
      }
      return
    }
    withColumn(aggregate.source, of: aggregate.table) { values, states in
      RowRanges.forEach(of: column.count, threads: options.threads) { subjects in
        var group = DetailGroup(aggregate.function, values, states)
        for subject in subjects {
          let rows = index.rows[index.range(of: subject)]
          (column.values[subject], column.states[subject]) = group.value(of: rows)
        }
      }
    }
  }
}

/// Aggregates the rows of one subject after another.
private struct DetailGroup {
  private let function: AggregateFunction
  private let values: UnsafePointer<Double>
  private let states: UnsafePointer<UInt8>
  private var exact = ExactSum()

  init(
    _ function: AggregateFunction, _ values: UnsafePointer<Double>, _ states: UnsafePointer<UInt8>
  ) {
    (self.function, self.values, self.states) = (function, values, states)
  }

  /// The value of some rows, and its state.
  mutating func value(of rows: ArraySlice<Int32>) -> (Double, UInt8) {
    var any: UInt8 = 0
    for row in rows { any |= states[Int(row)] }
    if any != ValueState.present { return (0, worst(rows)) }
    switch function {
    case .sum:
      return sound(sum(rows))
    case .average:
      return rows.isEmpty ? (0, ValueState.missing) : sound(sum(rows) / Double(rows.count))
    case .minimum:
      return extreme(rows) { $0 < $1 }
    case .maximum:
      return extreme(rows) { $0 > $1 }
    case .count, .first, .last, .streak:
      return (Double(rows.count), ValueState.present)
    }
  }

  /// The lowest fault, else missing.
  private func worst(_ rows: ArraySlice<Int32>) -> UInt8 {
    rows.lazy.map { states[Int($0)] }.filter { $0 > ValueState.missing }.min() ?? ValueState.missing
  }

  private mutating func sum(_ rows: ArraySlice<Int32>) -> Double {
    for row in rows { exact.add(values[Int(row)]) }
    return exact.takeRounded()
  }

  private func sound(_ value: Double) -> (Double, UInt8) {
    value.isFinite ? (value, ValueState.present) : (0, FaultKind.overflow.rawValue)
  }

  private func extreme(
    _ rows: ArraySlice<Int32>, _ comesBefore: (Double, Double) -> Bool
  ) -> (Double, UInt8) {
    guard let first = rows.first else { return (0, ValueState.missing) }
    var best = values[Int(first)]
    for row in rows where comesBefore(values[Int(row)], best) { best = values[Int(row)] }
    // Of zeros with either sign the positive one, whatever the order of rows.
    return (best == 0 ? 0 : best, ValueState.present)
  }
}
