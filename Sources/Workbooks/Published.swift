import ScoringPlan

/// Scores as they are published.
struct Published {
  let decimals: Int

  /// The published value of a score; nil where it is too large to be printed.
  func value(of score: Double) -> Double? {
    ScoreKey.key(of: score, decimals: decimals).map { Double($0) / ScoreKey.scale(decimals) }
  }

  /// The published value of the score in a cell, as a formula.
  ///
  /// Where the score lies so near the middle between two published values that spreadsheet programs may
  /// round it another way (each has rules of its own for binary fractions), it is a number.
  func content(of score: Double, at address: String) -> Cell.Content? {
    guard let value = value(of: score) else { return nil }
    let scaled = score * ScoreKey.scale(decimals)
    let isNearMiddle = abs(scaled - scaled.rounded(.down) - 0.5) < 1e-6
    return isNearMiddle || abs(scaled) > 1e13
      ? .number(value) : .formula("ROUND(\(address),\(decimals))", value)
  }
}
