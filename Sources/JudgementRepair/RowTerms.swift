import Glibc

/// What the judgements of a row add up to, by one way of deriving weights: for each judgement the least
/// and the most that it can add, and what the row must come to.
struct RowTerms {
  /// The least and the most, at `(row * size + column) * 17 + value`.
  let least: [Double]
  let most: [Double]
  /// What each row must come to.
  let targets: [ClosedRange<Double>]
  /// Whether all rows come to the same, so that a row that is known narrows those that follow.
  let areTargetsShared: Bool

  /// Row geometric means: the logarithms of a row's judgements sum to n times that of its mean, and the
  /// means of all rows multiply to 1.
  static func geometricMeans(_ weights: [PrintedNumber]) -> RowTerms {
    let size = weights.count
    let ranges = weights.map { log(positive($0.range.lowerBound))...log($0.range.upperBound) }
    let least = ranges.reduce(0) { $0 + $1.lowerBound }
    let most = ranges.reduce(0) { $0 + $1.upperBound }
    let targets = ranges.map { range in
      // The row's own weight counts (n - 1) times against the others.
      let others = (least - range.lowerBound)...(most - range.upperBound)
      let own = Double(size - 1)
      return widened(
        own * range.lowerBound - others.upperBound, own * range.upperBound - others.lowerBound)
    }
    let terms = (0..<size * size).flatMap { _ in FundamentalScale.logarithms }
    return RowTerms(least: terms, most: terms, targets: targets, areTargetsShared: false)
  }

  /// The eigenvector: the judgements of a row, each times the quotient of its column's weight by the
  /// row's, sum to the eigenvalue less 1, the same for all rows.
  static func eigenvector(_ weights: [PrintedNumber], eigenvalue: PrintedNumber?) -> RowTerms {
    let size = weights.count
    var (least, most): ([Double], [Double]) = ([], [])
    for row in weights {
      for column in weights {
        for judgement in FundamentalScale.judgements {
          least.append(
            judgement.value * positive(column.range.lowerBound) / row.range.upperBound)
          most.append(
            judgement.value * column.range.upperBound / positive(row.range.lowerBound))
        }
      }
    }
    let n = Double(size)
    let range = eigenvalue?.range ?? n...9 * n
    let target = widened(max(range.lowerBound, n) - 1, max(range.upperBound, n) - 1)
    return RowTerms(
      least: least, most: most, targets: [ClosedRange<Double>](repeating: target, count: size),
      areTargetsShared: true)
  }

  /// A weight printed as 0.0 is still above 0.
  private static func positive(_ number: Double) -> Double { max(number, 1e-12) }

  /// A range that rounding cannot have made too narrow.
  private static func widened(_ lower: Double, _ upper: Double) -> ClosedRange<Double> {
    lower - 1e-9 * (1 + abs(lower))...upper + 1e-9 * (1 + abs(upper))
  }
}
