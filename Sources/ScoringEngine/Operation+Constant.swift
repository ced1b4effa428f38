import ScoringPlan

extension ScoringPlan.Operation {
  /// Whether the result is the same for every row.
  var isConstant: Bool {
    switch self {
    case .number, .text, .truth, .parameter: true
    default: false
    }
  }
}
