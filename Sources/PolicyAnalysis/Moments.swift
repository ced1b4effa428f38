import ScoringPlan

/// The mean of numbers and how far they lie from it; does not depend on their order.
struct Moments: Equatable {
  let mean: Double
  /// The root of the mean square of the distances from the mean; 0 when all numbers are equal but
  /// for rounding.
  let deviation: Double

  init(_ numbers: [Double]) {
    precondition(!numbers.isEmpty, "no numbers have no mean")
    let mean = Self.mean(numbers)
    // Distances are scaled, so that their squares stay within the range of doubles.
    let farthest = numbers.reduce(0) { max($0, abs($1 - mean)) }
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    self.mean = mean
    if farthest <= max(largest * 1e-12, 1e-30) {
      deviation = 0
    } else {
      let squares = numbers.map { (($0 - mean) / farthest) * (($0 - mean) / farthest) }
      deviation = farthest * Self.mean(squares).squareRoot()
    }
  }

  /// The sum, rounded once, divided by the count.
  static func mean(_ numbers: [Double]) -> Double { sum(numbers) / Double(numbers.count) }

  /// The sum, rounded once.
  static func sum(_ numbers: [Double]) -> Double { ExactSum(numbers).rounded() }
}
