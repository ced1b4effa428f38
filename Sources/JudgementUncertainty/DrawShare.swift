/// In what share of draws something is so.
public struct DrawShare: Hashable, Sendable {
  /// The share, from 0 to 1.
  public let value: Double
  /// The square root of p (1 - p) / draws.
  public let standardError: Double

  init(_ count: Int, of draws: Int) {
    value = Double(count) / Double(draws)
    standardError = (value * (1 - value) / Double(draws)).squareRoot()
  }
}
