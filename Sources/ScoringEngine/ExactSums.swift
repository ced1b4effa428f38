import ScoringPlan

/// Exact sums of doubles, one for each subject, whatever the order in which numbers come.
///
/// Most sums are exactly the sum of two doubles, which is all that is kept of them (Knuth's
/// error-free addition, The Art of Computer Programming 2, 4.2.2, theorem B); the few that are not
/// become an `ExactSum` each.
final class ExactSums {
  private let high: UnsafeMutablePointer<Double>
  /// What `high` lacks; NaN where the sum is kept in `others`.
  private let low: UnsafeMutablePointer<Double>
  private let count: Int
  private var others: [Int: ExactSum] = [:]

  /// Sums of no numbers, written to `high` in the end.
  init(high: UnsafeMutablePointer<Double>, count: Int) {
    self.high = high
    self.count = count
    low = LargeMemory.allocate(count, of: Double.self)
    high.initialize(repeating: 0, count: count)
    low.initialize(repeating: 0, count: count)
  }

  deinit { low.deallocate() }

  /// Adds a finite number to one of the sums.
  @inline(__always)
  func add(_ number: Double, to subject: Int) {
    let (sum, error) = Self.exactSum(high[subject], number)
    let (rest, lost) = Self.exactSum(low[subject], error)
    // Also false for NaN, which comes of infinity.
    if lost == 0 {
      (high[subject], low[subject]) = (sum, rest)
    } else {
      addSlowly(number, to: subject)
    }
  }

  /// Rounds each sum once to the nearest double, infinite beyond their range.
  func round() {
    for subject in 0..<count { high[subject] += low[subject] }
    for (subject, sum) in others { high[subject] = sum.rounded() }
  }

  private func addSlowly(_ number: Double, to subject: Int) {
    var sum = others[subject] ?? ExactSum()
    if !low[subject].isNaN {
      sum.add(high[subject])
      sum.add(low[subject])
      low[subject] = .nan
    }
    sum.add(number)
    others[subject] = sum
  }

  /// The rounded sum and what it lacks, exactly.
  @inline(__always)
  private static func exactSum(_ one: Double, _ other: Double) -> (Double, Double) {
    let sum = one + other
    let part = sum - one
    return (sum, (one - (sum - part)) + (other - part))
  }
}
