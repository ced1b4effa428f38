/// Rounds parts for print so that the printed parts add up to the printed whole.
///
/// By largest remainder: each part is rounded down, and the units that then lack go to the parts
/// with the largest remainders, the first among equals. No part moves by more than one unit unless
/// parts and whole disagree from the start.
public enum PrintedParts {
  /// The parts and their whole, in whole units of the last printed decimal.
  ///
  /// - Returns: nil when a number is too large to be printed in such units.
  public static func round(
    _ parts: [Double], whole: Double, decimals: Int
  ) -> (parts: [Int64], whole: Int64)? {
    guard let total = ScoreKey.key(of: whole, decimals: decimals) else { return nil }
    let scaled = parts.map { $0 * ScoreKey.scale(decimals) }
    guard !parts.isEmpty, scaled.allSatisfy({ abs($0) < 9e15 }), abs(total) < 9_000_000_000_000_000
    else { return nil }
    var units = scaled.map { Int64($0.rounded(.down)) }
    let lacking = Int(total - units.reduce(0, +))
    let remainders = scaled.map { $0 - $0.rounded(.down) }
    let order = parts.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    let turns = lacking > 0 ? order : order.reversed()
    for turn in 0..<abs(lacking) {
      let index = turns[turn % turns.count]
      units[index] += lacking > 0 ? 1 : -1
    }
    return (units, total)
  }

  /// Whole units of the last decimal as text, such as `104.09`.
  public static func text(_ units: Int64, decimals: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = units < 0 ? "-" : ""
    return decimals == 0
      ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// A number as published: rounded as scores are compared, with that many decimals.
  public static func text(_ number: Double, decimals: Int) -> String {
    ScoreKey.key(of: number, decimals: decimals).map { text($0, decimals: decimals) }
      ?? "\(number)"
  }
}
