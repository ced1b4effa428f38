/// Why an exact answer is not to be had: scores do not follow the weights along straight lines, or who
/// is compared changes with them.
public enum FlipObstacle: Error, Sendable, Equatable {
  /// A gate's condition or amount depends on the weights.
  case gate(String)
  /// It orders by something else than a total or final, which depends on the weights.
  case by(String)
  /// Bands with seats follow bands with a minimum.
  case mixedBands(String)
  /// The search of the branch-and-bound method was stopped at its limit.
  case searchLimit
  /// The solver of linear programs gave up.
  case solver

  /// The reason in words.
  public var reason: String {
    switch self {
    case .gate(let name): "the gate \(name) itself depends on the weights"
    case .by(let name): "\(name) orders by a formula that depends on the weights"
    case .mixedBands(let name): "\(name) has seats behind a minimum"
    case .searchLimit: "the search was stopped at its limit"
    case .solver: "the solver gave up"
    }
  }
}
