/// How a curve goes through its points. Each kind has a section of the policy that declares such
/// curves and a function of formulas that reads them; what they give stands in `ScoringPlan`.
public enum CurveKind: String, Sendable, CaseIterable {
  /// Straight lines between the points.
  case linear = "CURVE"
  /// A step function: each point is a threshold with the value that holds from there on.
  case step = "STEP"

  /// The section of the policy.
  public var section: String {
    switch self {
    case .linear: "curves"
    case .step: "steps"
    }
  }

  /// Whether two points may stand at one x.
  public var allowsJumps: Bool {
    switch self {
    case .linear: true
    case .step: false
    }
  }

  /// One of the kind, as messages speak of it.
  var noun: String {
    switch self {
    case .linear: "a curve"
    case .step: "a step function"
    }
  }

  /// How the curve of a name is called.
  func usage(of name: String) -> String { "\(rawValue)(\(name), x)" }
}
