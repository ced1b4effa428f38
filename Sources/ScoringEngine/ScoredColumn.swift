import ScoringPlan

/// One register of the subject table for all subjects.
public struct ScoredColumn: Sendable {
  let column: RegisterColumn
  private let texts: TextCodes

  init(_ column: RegisterColumn, _ texts: TextCodes) {
    (self.column, self.texts) = (column, texts)
  }

  /// The number of subjects.
  public var count: Int { column.count }

  /// A subject's value: a number, a truth as 1 or 0, a date or period as its number, a text as its
  /// code; nil where it is missing or at fault.
  public subscript(subject: Int) -> Double? {
    state(of: subject) == ValueState.present ? column.values[subject] : nil
  }

  /// A subject's text, in a column of texts; nil where it is missing or at fault. O(length).
  public func text(of subject: Int) -> String? {
    self[subject].map { texts.text(of: Int32($0)) }
  }

  /// Calls `body` with the values of all subjects and their states, as in `ValueState`; where a state is not
  /// present the value is any. They may not be used after it.
  public func withUnsafeValues<Result>(
    _ body: (UnsafePointer<Double>, UnsafePointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(column) { try body(column.values, column.states) }
  }

  /// Where the values of all subjects and their states are, as `withUnsafeValues` gives them, for as long
  /// as the column lives: for code that looks at many columns subject by subject.
  public var unsafeMemory: (values: UnsafePointer<Double>, states: UnsafePointer<UInt8>) {
    (UnsafePointer(column.values), UnsafePointer(column.states))
  }

  /// A subject's state, as in `ValueState`.
  public func state(of subject: Int) -> UInt8 {
    precondition(0..<count ~= subject, "there is no subject \(subject)")
    return column.states[subject]
  }
}
