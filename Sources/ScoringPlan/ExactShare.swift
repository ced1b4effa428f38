/// Cumulative shares of a number of people, in exact decimals.
///
/// Shares are added as the decimals that they are written as, so that ten shares of 0.1 are all.
struct ExactShare: Sendable {
  private static let scale: Int64 = 1_000_000_000_000
  private var sum: Int64 = 0

  /// Adds a share, rounded to twelve decimals.
  mutating func add(_ share: Double) {
    let scaled = (share * Double(Self.scale)).rounded()
    sum += Int64(max(-1e15, min(1e15, scaled)))
  }

  /// `floor(count * shares + 0.5)`, not above the count and not below 0.
  func heads(of count: Int) -> Int {
    let doubled = 2 * Int128(count) * Int128(sum) + Int128(Self.scale)
    return Int(max(0, min(Int128(count), doubled / (2 * Int128(Self.scale)))))
  }
}
