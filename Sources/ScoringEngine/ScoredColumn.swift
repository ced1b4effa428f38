import ScoringPlan

/// One register of the subject table for all subjects.
public struct ScoredColumn: Sendable {
  private let column: RegisterColumn

  init(_ column: RegisterColumn) { self.column = column }

  /// The number of subjects.
  public var count: Int { column.count }

  /// A subject's value, a truth as 1 or 0; nil where it is missing or at fault.
  public subscript(subject: Int) -> Double? {
    state(of: subject) == ValueState.present ? column.values[subject] : nil
  }

  /// A subject's state, as in `ValueState`.
  public func state(of subject: Int) -> UInt8 {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    return column.states[subject]
  }
}
