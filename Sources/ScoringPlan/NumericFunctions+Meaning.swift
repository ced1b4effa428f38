import Glibc
import ScorecardPolicy

// What functions of numbers give. Every executor takes it from here, so that all have the same bits.

extension UnaryFunction {
  /// The value at a finite number; infinite or not a number where there is a fault, and only there.
  @inlinable
  public func value(at x: Double) -> Double {
    switch self {
    case .absolute: x.magnitude
    case .squareRoot: x.squareRoot()
    case .naturalLogarithm: log(x)
    case .exponential: exp(x)
    }
  }

  /// What is wrong where the value is not finite.
  public func fault(at x: Double) -> FaultKind {
    switch self {
    case .squareRoot: .squareRootOfNegative
    case .naturalLogarithm: .logarithmOfNonPositive
    case .absolute, .exponential: .overflow
    }
  }
}

extension BinaryFunction {
  /// The value at finite numbers; infinite or not a number where there is a fault, and only there.
  @inlinable
  public func value(at x: Double, _ y: Double) -> Double {
    switch self {
    case .power: pow(x, y)
    case .round: Self.rounded(x, y, .nearest)
    case .roundUp: Self.rounded(x, y, .up)
    case .roundDown: Self.rounded(x, y, .down)
    }
  }

  /// What is wrong where the value is not finite.
  public func fault(at x: Double, _ y: Double) -> FaultKind {
    switch self {
    case .power where x == 0: .divisionByZero
    case .power: pow(x, y).isNaN ? .powerUndefined : .overflow
    case .round, .roundUp, .roundDown: .overflow
    }
  }

  @usableFromInline
  static func rounded(_ x: Double, _ places: Double, _ rule: RoundingRule) -> Double {
    // No double has digits beyond these places.
    DecimalRounding.round(x, places: Int(max(-400, min(400, places))), rule: rule)
  }
}
