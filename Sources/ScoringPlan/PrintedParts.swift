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
    guard let total = ScoreKey.key(of: whole, decimals: decimals),
      let units = round(parts, units: total, decimals: decimals)
    else { return nil }
    return (units, total)
  }

  /// The parts of a whole that is printed already, in whole units of the last printed decimal.
  ///
  /// - Returns: nil when there are no parts, or a number is too large to be printed in such units.
  public static func round(_ parts: [Double], units whole: Int64, decimals: Int) -> [Int64]? {
    let scaled = parts.map { $0 * ScoreKey.scale(decimals) }
    let size = scaled.reduce(Double(whole.magnitude)) { $0 + abs($1) }
    guard !parts.isEmpty, size < 9e15 else { return nil }
    var units = scaled.map { Int64($0.rounded(.down)) }
    let lacking = Int(whole - units.reduce(0, +))
    let remainders = scaled.map { $0 - $0.rounded(.down) }
    let order = parts.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    let (each, rest) = abs(lacking).quotientAndRemainder(dividingBy: parts.count)
    let sign: Int64 = lacking < 0 ? -1 : 1
    for (turn, index) in (lacking < 0 ? order.reversed() : order).enumerated() {
      units[index] += sign * Int64(each + (turn < rest ? 1 : 0))
    }
    return units
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
