/// How much two orders of the same subjects agree: 1 when they are the same, -1 when one is the
/// other reversed.
public enum RankCorrelation {
  /// Spearman's rho: the correlation of the ranks, where equal values share the mean of their ranks.
  ///
  /// Exact but for the last division. Nil for fewer than two subjects, or when all values of one side
  /// are equal. O(n log n).
  ///
  /// Spearman, C. (1904), The proof and measurement of association between two things, The American
  /// Journal of Psychology 15, 72-101, doi:10.2307/1412159; for ties Kendall, M. G. (1945), The
  /// treatment of ties in ranking problems, Biometrika 33, 239-251, doi:10.1093/biomet/33.3.239.
  public static func spearman<Value: Comparable>(_ one: [Value], _ other: [Value]) -> Double? {
    precondition(one.count == other.count, "both sides have the same subjects")
    let (one, other) = (distancesFromMeanRank(one), distancesFromMeanRank(other))
    // Twice a distance is a whole number below n, so no sum needs more than 128 bits.
    let (oneSquare, otherSquare) = (product(one, one), product(other, other))
    guard oneSquare > 0, otherSquare > 0 else { return nil }
    return Double(product(one, other)) / (Double(oneSquare) * Double(otherSquare)).squareRoot()
  }

  /// Kendall's tau-b: the pairs that both sides order alike less those that they order oppositely,
  /// divided by the geometric mean of the pairs that each side orders at all.
  ///
  /// Nil for fewer than two subjects, or when all values of one side are equal. O(n log n).
  ///
  /// Knight, W. R. (1966), A computer method for calculating Kendall's tau with ungrouped data,
  /// Journal of the American Statistical Association 61, 436-439,
  /// doi:10.1080/01621459.1966.10480879; tau-b as in Kendall (1945), as above.
  public static func kendallTauB<Value: Comparable>(_ one: [Value], _ other: [Value]) -> Double? {
    precondition(one.count == other.count, "both sides have the same subjects")
    let order = one.indices.sorted { (one[$0], other[$0]) < (one[$1], other[$1]) }
    let all = pairs(one.count)
    let tiedInOne = tiedPairs(order) { one[$0] == one[$1] }
    let tiedInBoth = tiedPairs(order) { one[$0] == one[$1] && other[$0] == other[$1] }
    var sequence = order.map { other[$0] }
    let discordant = sortCountingInversions(&sequence)
    let tiedInOther = tiedPairs(Array(sequence.indices)) { sequence[$0] == sequence[$1] }
    guard tiedInOne < all, tiedInOther < all else { return nil }
    let difference = all - tiedInOne - tiedInOther + tiedInBoth - 2 * discordant
    return Double(difference)
      / (Double(all - tiedInOne) * Double(all - tiedInOther)).squareRoot()
  }

  // MARK: Ranks

  /// For each value twice the distance of its mid-rank from the mean rank.
  private static func distancesFromMeanRank<Value: Comparable>(_ values: [Value]) -> [Int] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var distances = [Int](repeating: 0, count: values.count)
    for run in runs(order, areEqual: { values[$0] == values[$1] }) {
      // Ranks from lower + 1 to upper; twice their mean is the sum of these two.
      let twice = run.lowerBound + 1 + run.upperBound - (values.count + 1)
      for place in run { distances[order[place]] = twice }
    }
    return distances
  }

  private static func product(_ one: [Int], _ other: [Int]) -> Int128 {
    zip(one, other).reduce(0) { $0 + Int128($1.0) * Int128($1.1) }
  }

  // MARK: Pairs

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  /// The pairs of neighbours that are equal, directly or through others between them.
  private static func tiedPairs(_ order: [Int], areEqual: (Int, Int) -> Bool) -> Int {
    runs(order, areEqual: areEqual).reduce(0) { $0 + pairs($1.count) }
  }

  /// The places of an order in maximal runs of equals.
  private static func runs(_ order: [Int], areEqual: (Int, Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for place in order.indices.dropFirst() where !areEqual(order[place - 1], order[place]) {
      runs.append(start..<place)
      start = place
    }
    if start < order.count { runs.append(start..<order.count) }
    return runs
  }

  /// Sorts by merging longer and longer runs; returns how many pairs stood in the wrong order.
  private static func sortCountingInversions<Value: Comparable>(_ values: inout [Value]) -> Int {
    var merged = values
    var inversions = 0
    var width = 1
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if left < middle, right == end || values[left] <= values[right] {
            merged[place] = values[left]
            left += 1
          } else {
            merged[place] = values[right]
            right += 1
            inversions += middle - left
          }
        }
      }
      swap(&values, &merged)
      width *= 2
    }
    return inversions
  }
}
