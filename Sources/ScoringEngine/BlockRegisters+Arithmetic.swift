import ScorecardPolicy
import ScoringPlan

extension BlockRegisters {
  func arithmetic(_ symbol: ArithmeticOperator, _ result: Int, _ left: Int, _ right: Int) {
    let overflow = { (_: Double, _: Double) in FaultKind.overflow }
    switch symbol {
    case .add: map(result, left, right, { $0 + $1 }, fault: overflow)
    case .subtract: map(result, left, right, { $0 - $1 }, fault: overflow)
    case .multiply: map(result, left, right, { $0 * $1 }, fault: overflow)
    case .divide:
      map(result, left, right, { $0 / $1 }) { $1 == 0 ? .divisionByZero : .overflow }
    }
  }

  func negate(_ result: Int, _ only: Int) {
    let (input, output) = (values[only], values[result])
    for row in 0..<count { output[row] = -input[row] }
    copyStates(result, only)
  }

  func curve(_ curve: PlanConstants.Points, _ result: Int, _ only: Int) {
    map(result, only) { x in
      curve.kind.value(at: x, of: curve.x.count, x: { curve.x[$0] }, y: { curve.y[$0] })
    } fault: { _ in
      .overflow
    }
  }
}
