import ScoringPlan

/// Decimal rounding done as on paper: the digits of the shortest description, cut and carried.
enum DigitRounding {
  /// The number rounded to a number of places, which may be negative.
  static func round(_ number: Double, places: Int, rule: RoundingRule) -> Double {
    let (digits, point) = plain(number.magnitude)
    // The digits before the cut, with a leading zero to carry into.
    let cut = point + places
    if cut >= digits.count { return number }
    let kept = cut > 0 ? Array(digits[..<cut]) : []
    let rest = cut >= 0 ? Array(digits[cut...]) : Array(repeating: 0, count: -cut) + digits
    let goesUp =
      switch rule {
      case .down: false
      case .up: rest.contains { $0 != 0 }
      case .nearest: rest[0] >= 5
      }
    let rounded = goesUp ? incremented([0] + kept) : [0] + kept
    let text = rounded.map(String.init).joined() + "e\(-places)"
    let magnitude = Double(text) ?? .infinity
    return number < 0 ? -magnitude : magnitude
  }

  /// The significant digits, and how many of them stand before the decimal point (which may be
  /// negative, or more than there are).
  private static func plain(_ magnitude: Double) -> (digits: [Int], point: Int) {
    let parts = magnitude.description.lowercased().split(separator: "e")
    let halves = parts[0].split(separator: ".")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let digits = halves.joined().compactMap(\.wholeNumberValue)
    return (digits, halves[0].count + exponent)
  }

  private static func incremented(_ digits: [Int]) -> [Int] {
    var result = digits
    var index = result.count - 1
    while result[index] == 9 {
      result[index] = 0
      index -= 1
    }
    result[index] += 1
    return result
  }
}
