/// What all criteria together say of the alternatives.
public struct Synthesis: Sendable {
  /// For each alternative the sum over the lowest criteria of global weight times worth.
  public let totals: [Double]
  /// The totals divided by their sum.
  public let priorities: [Double]
  /// For each alternative one more than the number of those above it: 1 is the best.
  public let ranks: [Int]

  init(totals: [Double]) {
    self.totals = totals
    let sum = totals.reduce(0, +)
    priorities = totals.map { sum > 0 ? $0 / sum : 0 }
    ranks = totals.map { total in 1 + totals.count { Self.isAbove($0, total) } }
  }

  /// Whether one total is above another; what only rounding tells apart is not.
  static func isAbove(_ one: Double, _ other: Double) -> Bool {
    one - other > 1e-12 * max(abs(one), abs(other))
  }
}
