/// Quantiles of a sample.
enum Quantile {
  /// The quantile at a share between 0 and 1, by straight lines between the sorted numbers, the least
  /// at 0 and the greatest at 1. O(n log n).
  ///
  /// Definition 7 of Hyndman, R. J., Fan, Y. (1996), Sample quantiles in statistical packages, The
  /// American Statistician 50, 361-365, doi:10.1080/00031305.1996.10473566, which spreadsheets use
  /// too (PERCENTILE.INC).
  static func of(_ numbers: [Double], share: Double) -> Double {
    precondition(!numbers.isEmpty, "no numbers have no quantile")
    precondition((0...1).contains(share), "a share lies between 0 and 1")
    let sorted = numbers.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
