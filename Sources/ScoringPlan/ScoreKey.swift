/// Scores as the whole numbers by which people are compared: `floor(x * 10^decimals + 0.5)`.
///
/// Two scores that look equal as published are equal, on every executor alike.
public enum ScoreKey {
  /// The key of a score, or nil when it is beyond what a whole number of 64 bits holds.
  public static func key(of score: Double, decimals: Int) -> Int64? {
    key(of: score, scale: scale(decimals))
  }

  /// The key of a score whose decimals are given by `scale`.
  @inlinable
  @inline(__always)
  public static func key(of score: Double, scale: Double) -> Int64? {
    let scaled = score * scale + 0.5
    guard hasKey(score, scale: scale) else { return nil }
    let whole = Int64(scaled)
    return Double(whole) > scaled ? whole - 1 : whole
  }

  /// What a score times its scale must stay below.
  @inlinable public static var limit: Double { 9.2e18 }

  /// Whether a score has a key: without branches, for many in a row.
  @inlinable
  @inline(__always)
  public static func hasKey(_ score: Double, scale: Double) -> Bool {
    abs(score * scale + 0.5) < limit
  }

  /// 10 to the number of decimals.
  public static func scale(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { power, _ in power * 10 }
  }
}
