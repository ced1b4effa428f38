extension Operation {
  /// The registers that an operation reads, from left to right.
  public var operands: [Register] {
    switch self {
    case .number, .text, .truth, .parameter: []
    case .negate(let operand), .not(let operand), .unary(_, let operand),
      .isMissing(let operand), .curve(_, let operand):
      [operand]
    case .arithmetic(_, let left, let right), .minimum(let left, let right),
      .maximum(let left, let right), .compare(_, let left, let right),
      .compareText(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .ifMissing(let left, let right), .binary(_, let left, let right),
      .onlyIf(let left, let right):
      [left, right]
    case .select(let condition, let then, let otherwise): [condition, then, otherwise]
    case .lookup(_, let text, let fallback): [text] + (fallback.map { [$0] } ?? [])
    case .weightedSum(let terms, _): terms.flatMap(\.operands)
    }
  }
}
