/// The highest values that registers of the subject table can take, as far as that is plain to see:
/// from the points of curves and lookups, from bounds of columns, and from MIN and the like, also
/// multiplied by numbers that are not negative.
///
/// O(size of the plan).
public struct HighestValues: Sendable {
  private let highest: [Double]

  /// The highest values with some parameter values.
  public init(_ plan: Plan, _ values: ParameterVector) {
    var highest = [Double](repeating: .infinity, count: plan.tables[0].registerCount)
    for (index, column) in plan.tables[0].columns.enumerated() {
      highest[index + 1] = column.maximum ?? .infinity
    }
    var constants: [Register: Double] = [:]
    for case .subjectRows(let program) in plan.stages {
      for instruction in program {
        constants[instruction.result] = Self.constant(instruction.operation, values)
        highest[instruction.result.index] =
          Self.product(instruction.operation, constants) { highest[$0.index] }
          ?? Self.highest(instruction.operation, plan, values) { highest[$0.index] }
      }
    }
    self.highest = highest
  }

  /// The number that an operation always gives; nil for any other.
  private static func constant(_ operation: Operation, _ values: ParameterVector) -> Double? {
    switch operation {
    case .number(let number): number
    case .parameter(let slot): values[slot]
    default: nil
    }
  }

  /// The highest value of a number; infinite where nothing is known.
  public subscript(register: Register) -> Double { highest[register.index] }

  /// The highest value of a product with a number that is not negative; nil for anything else.
  private static func product(
    _ operation: Operation, _ constants: [Register: Double], _ known: (Register) -> Double
  ) -> Double? {
    guard case .arithmetic(.multiply, let left, let right) = operation else { return nil }
    for (factor, other) in [(left, right), (right, left)] {
      if let factor = constants[factor], factor >= 0 {
        return factor == 0 ? 0 : factor * known(other)
      }
    }
    return nil
  }

  private static func highest(
    _ operation: Operation, _ plan: Plan, _ values: ParameterVector, _ known: (Register) -> Double
  ) -> Double {
    switch operation {
    case .number(let number): number
    case .parameter(let slot): values[slot]
    case .curve(let index, _): largest(plan.curves[index].points.map { values[$0.y] })
    case .lookup(let index, _, let other):
      largest(plan.lookups[index].values.map { values[$0] } + (other.map { [known($0)] } ?? []))
    case .minimum(let left, let right): min(known(left), known(right))
    case .maximum(let left, let right), .ifMissing(let left, let right),
      .select(_, let left, let right):
      max(known(left), known(right))
    case .arithmetic(.add, let left, let right): known(left) + known(right)
    case .onlyIf(_, let value): known(value)
    default: .infinity
    }
  }

  private static func largest(_ numbers: [Double]) -> Double { numbers.max() ?? .infinity }
}
