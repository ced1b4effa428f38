/// The highest values that registers of the subject table can take, as far as that is plain to see:
/// from the points of curves, steps and lookups, from bounds of columns, and from MIN and the like.
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
    for case .subjectRows(let program) in plan.stages {
      for instruction in program {
        highest[instruction.result.index] =
          Self.highest(instruction.operation, plan, values) { highest[$0.index] }
      }
    }
    self.highest = highest
  }

  /// The highest value of a number; infinite where nothing is known.
  public subscript(register: Register) -> Double { highest[register.index] }

  private static func highest(
    _ operation: Operation, _ plan: Plan, _ values: ParameterVector, _ known: (Register) -> Double
  ) -> Double {
    switch operation {
    case .number(let number): number
    case .parameter(let slot): values[slot]
    case .curve(let index, _): largest(plan.curves[index].points.map { values[$0.y] })
    case .step(let index, _): largest(plan.steps[index].rows.map { values[$0.value] })
    case .lookup(let index, _, let other):
      largest(plan.lookups[index].values.map { values[$0] } + (other.map { [known($0)] } ?? []))
    case .minimum(let left, let right): min(known(left), known(right))
    case .maximum(let left, let right), .ifMissing(let left, let right),
      .select(_, let left, let right):
      max(known(left), known(right))
    case .onlyIf(_, let value): known(value)
    default: .infinity
    }
  }

  private static func largest(_ numbers: [Double]) -> Double { numbers.max() ?? .infinity }
}
