/// Why a value could not be computed. The raw values order the kinds; `reason`
/// says what each is.
public enum FaultKind: UInt8, Sendable, CaseIterable {
  case divisionByZero = 2
  case logarithmOfNonPositive = 3
  case squareRootOfNegative = 4
  case powerUndefined = 5
  case overflow = 6
  case unknownText = 7
  case allMeasuresExcluded = 8

  /// The reason as people read it.
  public var reason: String {
    switch self {
    case .divisionByZero: "division by zero"
    case .logarithmOfNonPositive: "the logarithm of a number that is not positive"
    case .squareRootOfNegative: "the square root of a negative number"
    case .powerUndefined: "a power that is not a real number"
    case .overflow: "a number too large to represent"
    case .unknownText: "no number is listed for the text"
    case .allMeasuresExcluded: "every measure of the dimension is missing"
    }
  }
}
