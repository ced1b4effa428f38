import Glibc

/// Bins of equal, round widths for some numbers.
package struct ScoreBins: Sendable, Equatable {
  private static let wanted = 48.0

  /// Where the first begins.
  package let start: Double
  /// How wide each is.
  package let width: Double
  /// How many there are, at least one.
  package let count: Int

  init(_ values: [Double]) { self.init(from: values.min() ?? 0, to: values.max() ?? 0) }

  /// Some fifty bins from the lowest number to the highest.
  package init(from low: Double, to high: Double) {
    let rough = max((high - low) / Self.wanted, 1e-9)
    let power = pow(10, floor(log10(rough)))
    let width = high > low ? ([1, 2, 5, 10].first { $0 * power >= rough } ?? 10) * power : 1
    self.init(width: width, from: low, to: high)
  }

  /// Bins of a width that reach from the lowest number to the highest.
  private init(width: Double, from low: Double, to high: Double) {
    start = floor(low / width) * width
    count = max(1, Int(((high - start) / width).rounded(.down)) + 1)
    self.width = width
  }

  /// The same bins, and as many more as it takes to hold other numbers, but not above four times as many:
  /// what lies beyond is in the bins at the ends.
  package func reaching(from low: Double, to high: Double) -> ScoreBins {
    let room = 1.5 * width * Double(count)
    let end = start + width * Double(count)
    return ScoreBins(
      width: width, from: max(min(low, start), start - room),
      to: min(max(high, end - width / 2), end + room))
  }

  /// The bin of a number; those at the ends hold what lies beyond.
  package func bin(of value: Double) -> Int {
    Int(max(0, min(((value - start) / width).rounded(.down), Double(count - 1))))
  }
}
