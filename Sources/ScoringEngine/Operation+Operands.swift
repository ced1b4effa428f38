import ScoringPlan

extension ScoringPlan.Operation {
  /// The registers that the operation reads, from left to right.
  var operands: [Register] {
    switch self {
    case .number, .text, .truth, .parameter:
      []
    case .negate(let only), .not(let only), .function(_, let only), .isMissing(let only),
      .curve(_, let only), .step(_, let only):
      [only]
    case .arithmetic(_, let left, let right), .minimum(let left, let right),
      .maximum(let left, let right), .compare(_, let left, let right),
      .compareText(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .ifMissing(let left, let right), .round(_, let left, places: let right):
      [left, right]
    case .select(let condition, let then, let otherwise):
      [condition, then, otherwise]
    case .lookup(_, let text, let substitute):
      [text] + [substitute].compactMap(\.self)
    case .weightedSum(let terms, _):
      terms.map(\.value)
    }
  }

  /// Whether the result is the same for every row.
  var isConstant: Bool {
    switch self {
    case .number, .text, .truth, .parameter: true
    default: false
    }
  }
}
