/// Functions of one number. What each gives, and its faults, stand in `ScoringPlan`.
public enum UnaryFunction: String, Sendable, CaseIterable {
  /// The number without its sign.
  case absolute = "ABS"
  /// The square root.
  case squareRoot = "SQRT"
  /// The logarithm to the base e.
  case naturalLogarithm = "LN"
  /// The power of e.
  case exponential = "EXP"

  /// Where the unit of the result comes from.
  var unitRule: UnitRule {
    switch self {
    case .absolute: .same
    case .squareRoot: .root
    case .naturalLogarithm, .exponential: .plain
    }
  }
}

/// Functions of two numbers, the second a plain one. What each gives, and its faults, stand in
/// `ScoringPlan`.
public enum BinaryFunction: String, Sendable, CaseIterable {
  /// The first to the power of the second.
  case power = "POWER"
  /// To so many places, halves away from zero.
  case round = "ROUND"
  /// To so many places, away from zero.
  case roundUp = "ROUNDUP"
  /// To so many places, towards zero.
  case roundDown = "ROUNDDOWN"

  /// Where the unit of the result comes from.
  var unitRule: UnitRule {
    switch self {
    case .power: .power
    case .round, .roundUp, .roundDown: .same
    }
  }

  /// The second number: its name in a call, and as messages speak of it.
  var second: (name: String, meaning: String) {
    switch self {
    case .power: ("y", "exponent")
    case .round, .roundUp, .roundDown: ("places", "number of places")
    }
  }

  /// How it is called.
  var usage: String { "\(rawValue)(x, \(second.name))" }
}

/// How the unit of a function's result comes from that of its first number.
enum UnitRule {
  /// It is the same.
  case same
  /// There is none.
  case plain
  /// It is the square root.
  case root
  /// It is the power that the second number says.
  case power
}
