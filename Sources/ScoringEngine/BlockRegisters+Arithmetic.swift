import Glibc
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
    case .power:
      map(result, left, right, { pow($0, $1) }) { base, exponent in
        if base == 0, exponent < 0 { return .divisionByZero }
        return pow(base, exponent).isNaN ? .powerUndefined : .overflow
      }
    }
  }

  func apply(_ function: NumericFunction, _ result: Int, _ only: Int) {
    switch function {
    case .absolute:
      let (input, output) = (values[only], values[result])
      for row in 0..<count { output[row] = input[row].magnitude }
      copyStates(result, only)
    case .squareRoot:
      map(result, only, { $0.squareRoot() }) { $0 < 0 ? .squareRootOfNegative : .overflow }
    case .naturalLogarithm:
      map(result, only, { log($0) }) { $0 <= 0 ? .logarithmOfNonPositive : .overflow }
    case .exponential:
      map(result, only, { exp($0) }) { _ in .overflow }
    }
  }

  func negate(_ result: Int, _ only: Int) {
    let (input, output) = (values[only], values[result])
    for row in 0..<count { output[row] = -input[row] }
    copyStates(result, only)
  }

  func round(_ rule: RoundingRule, _ result: Int, _ number: Int, places: Int) {
    map(result, number, places) { number, places in
      // No double has digits beyond these places.
      DecimalRounding.round(number, places: Int(max(-400, min(400, places))), rule: rule)
    } fault: { _, _ in
      .overflow
    }
  }

  func curve(_ curve: PlanConstants.Points, _ result: Int, _ only: Int) {
    map(result, only) { x in
      guard let index = curve.lastIndex(notAbove: x) else { return curve.y[0] }
      let (x0, y0) = (curve.x[index], curve.y[index])
      guard x > x0, index + 1 < curve.x.count else { return y0 }
      return y0 + (curve.y[index + 1] - y0) * (x - x0) / (curve.x[index + 1] - x0)
    } fault: { _ in
      .overflow
    }
  }

  func step(_ step: PlanConstants.Points, _ result: Int, _ only: Int) {
    let (input, output) = (values[only], values[result])
    for row in 0..<count { output[row] = step.y[step.lastIndex(notAbove: input[row]) ?? 0] }
    copyStates(result, only)
  }
}

extension PlanConstants.Points {
  /// The last point whose x is not above the given one.
  @inline(__always)
  fileprivate func lastIndex(notAbove x: Double) -> Int? {
    var index = self.x.count - 1
    while index >= 0 {
      if self.x[index] <= x { return index }
      index -= 1
    }
    return nil
  }
}
