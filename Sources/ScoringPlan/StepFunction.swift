/// A function that jumps at thresholds: the value of the last threshold that is not above x, and
/// below the first threshold the first value.
public struct StepFunction: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// Thresholds in ascending order, each with its value.
  public let rows: [(threshold: ParameterSlot, value: ParameterSlot)]

  /// A step function; it needs at least one row.
  public init(name: String, rows: [(threshold: ParameterSlot, value: ParameterSlot)]) {
    self.name = name
    self.rows = rows
  }

  /// The value at x. O(rows).
  public func value(at x: Double, _ parameters: ParameterVector) -> Double {
    let row = rows.last { parameters[$0.threshold] <= x } ?? rows[0]
    return parameters[row.value]
  }

  /// Whether two step functions have the same name and slots.
  public static func == (left: StepFunction, right: StepFunction) -> Bool {
    left.name == right.name && left.rows.elementsEqual(right.rows, by: ==)
  }
}
