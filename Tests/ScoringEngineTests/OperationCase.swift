import ScoringPlan
import Testing

/// One operation on columns `a`, `b` (numbers), `p`, `q` (truths), `s`, `t` (texts), of which blank
/// cells are missing; a cell `!` is a fault (division by zero), `!!` another (a logarithm).
struct OperationCase: Sendable, CustomTestStringConvertible {
  typealias Operands = [String: Register]

  let sentence: String
  let operation: @Sendable (inout PlanSketch, Operands) -> ScoringPlan.Operation
  /// Cells and the value expected of them.
  let rows: [(cells: [String: String], expected: Value)]

  var testDescription: String { sentence }

  init(
    _ sentence: String, _ rows: [([String: String], Value)],
    _ operation: @escaping @Sendable (inout PlanSketch, Operands) -> ScoringPlan.Operation
  ) {
    self.sentence = sentence
    self.operation = operation
    self.rows = rows.map { (cells: $0.0, expected: $0.1) }
  }
}
