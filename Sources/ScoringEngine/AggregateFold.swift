import ScorecardPolicy
import ScoringPlan

/// Brings the detail rows of all subjects together into one value for each, row by row as they are
/// read, in any order; the values are those of `DetailGroup`.
final class AggregateFold {
  /// What is looked at of one batch of rows: for each its subject, -1 to leave it out.
  struct Rows {
    let subjects: [Int32]
    let source: RegisterPlace?
    let condition: RegisterPlace?
  }

  private let function: AggregateFunction
  private let column: RegisterColumn
  private let sums: ExactSums?
  private let counts: UnsafeMutablePointer<Int32>

  /// - Parameter column: takes the values, one for each subject.
  init(_ function: AggregateFunction, into column: RegisterColumn) {
    self.function = function
    self.column = column
    column.values.initialize(repeating: 0, count: column.count)
    let isSum = function == .sum || function == .average
    sums = isSum ? ExactSums(high: column.values, count: column.count) : nil
    counts = LargeMemory.allocate(function == .sum ? 0 : column.count, of: Int32.self)
    if function != .sum { counts.initialize(repeating: 0, count: column.count) }
  }

  deinit { counts.deallocate() }

  /// Whether a function's value can be found in any order of rows.
  static func canFold(_ function: AggregateFunction) -> Bool {
    switch function {
    case .sum, .average, .minimum, .maximum, .count: true
    case .first, .last, .streak: false
    }
  }

  /// Adds rows.
  func add(_ rows: Rows) {
    for (row, subject) in rows.subjects.enumerated() where subject >= 0 {
      let subject = Int(subject)
      if let condition = rows.condition {
        let state = condition.states[row]
        if state == ValueState.present, condition.values[row] == 0 { continue }
        merge(state, into: subject)
      }
      guard let source = rows.source else {
        counts[subject] += 1
        continue
      }
      let state = source.states[row]
      if state == ValueState.present {
        add(source.values[row], to: subject)
      } else {
        merge(state, into: subject)
      }
    }
  }

  /// Turns what was gathered into values.
  func finish() {
    sums?.round()
    for subject in 0..<column.count {
      if column.states[subject] == ValueState.present {
        finish(subject)
      } else {
        column.values[subject] = 0
      }
    }
  }

  @inline(__always)
  private func add(_ value: Double, to subject: Int) {
    switch function {
    case .sum: sums?.add(value, to: subject)
    case .average:
      sums?.add(value, to: subject)
      counts[subject] += 1
    case .minimum: replace(subject, with: value, if: value < column.values[subject])
    case .maximum: replace(subject, with: value, if: value > column.values[subject])
    case .count, .first, .last, .streak:
      preconditionFailure("\(function.rawValue) does not look at values in any order")
    }
  }

  private func replace(_ subject: Int, with value: Double, if isBetter: Bool) {
    if isBetter || counts[subject] == 0 { column.values[subject] = value }
    counts[subject] = 1
  }

  private func finish(_ subject: Int) {
    switch function {
    case .count: column.values[subject] = Double(counts[subject])
    case .sum: check(column.values[subject], subject)
    case .average where counts[subject] > 0:
      check(column.values[subject] / Double(counts[subject]), subject)
    case .minimum where counts[subject] > 0, .maximum where counts[subject] > 0:
      // Of zeros with either sign the positive one, whatever the order of rows.
      if column.values[subject] == 0 { column.values[subject] = 0 }
    default:
      column.values[subject] = 0
      column.states[subject] = ValueState.missing
    }
  }

  private func check(_ value: Double, _ subject: Int) {
    let isSound = value.isFinite
    column.values[subject] = isSound ? value : 0
    if !isSound { column.states[subject] = FaultKind.overflow.rawValue }
  }

  private func merge(_ state: UInt8, into subject: Int) {
    if state == ValueState.present { return }
    column.states[subject] = ValueState.worse(column.states[subject], state)
  }
}
