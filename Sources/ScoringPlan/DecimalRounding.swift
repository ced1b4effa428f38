/// Rounds as an accountant does: on the shortest decimal that reads back as the same double.
///
/// So `1.005` to two places is 1.01, although the double itself lies a little below 1.005.
public enum DecimalRounding {
  /// The number rounded to a number of decimal places; negative places round to tens, hundreds, ...
  ///
  /// The result is the double nearest to the rounded decimal; infinite when that is out of range.
  public static func round(_ number: Double, places: Int, rule: RoundingRule) -> Double {
    guard number != 0, number.isFinite else { return number }
    let magnitude = abs(number)
    let result =
      quick(magnitude, places, rule)
      ?? Decimal(magnitude).rounded(places: places, rule: rule)
    return number < 0 ? -result : result
  }

  /// By comparison of doubles alone. Decimals of at most 15 digits and their doubles stand in the
  /// same order, so comparing the doubles compares the decimals.
  private static func quick(_ magnitude: Double, _ places: Int, _ rule: RoundingRule) -> Double? {
    guard (0...15).contains(places) else { return nil }
    let scale = ScoreKey.scale(places)
    guard magnitude * scale < 1e14 else { return nil }
    var whole = (magnitude * scale).rounded(.down)
    if whole / scale > magnitude { whole -= 1 }
    if (whole + 1) / scale <= magnitude { whole += 1 }
    let goesUp =
      switch rule {
      case .down: false
      case .up: whole / scale < magnitude
      case .nearest: magnitude >= (2 * whole + 1) / (2 * scale)
      }
    return (goesUp ? whole + 1 : whole) / scale
  }

  /// The digits of a positive number, for every case that comparison cannot reach.
  private struct Decimal {
    /// The significant digits; the number is 0.d1d2d3... times 10^exponent.
    var digits: [UInt8]
    var exponent: Int

    init(_ number: Double) {
      let parts = number.description.split(separator: "e")
      let mantissa = parts[0].split(separator: ".")
      let fraction = mantissa.count > 1 && mantissa[1] != "0" ? Array(mantissa[1].utf8) : []
      let all = Array(mantissa[0].utf8) + fraction
      let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
      digits = all.dropFirst(zeros).map { $0 - UInt8(ascii: "0") }
      exponent = mantissa[0].count - zeros + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }

    func rounded(places: Int, rule: RoundingRule) -> Double {
      // How many of the digits stand before the cut.
      let kept = exponent + places
      guard kept < digits.count else { return value(digits, exponent) }
      let isAbove = digits.dropFirst(max(kept, 0)).contains { $0 != 0 }
      let goesUp =
        switch rule {
        case .down: false
        case .up: isAbove
        case .nearest: kept >= 0 && digits[kept] >= 5
        }
      var result = Array(digits.prefix(max(kept, 0)))
      guard goesUp else { return value(result, exponent) }
      guard kept > 0 else { return value([1], -places + 1) }
      var index = kept - 1
      while index >= 0, result[index] == 9 {
        result[index] = 0
        index -= 1
      }
      if index >= 0 {
        result[index] += 1
        return value(result, exponent)
      }
      return value([1] + result, exponent + 1)
    }

    private func value(_ digits: [UInt8], _ exponent: Int) -> Double {
      guard !digits.isEmpty else { return 0 }
      let text = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
      return Double("0.\(text)e\(exponent)") ?? .infinity
    }
  }
}

/// Which way decimal rounding goes.
public enum RoundingRule: Sendable, Equatable {
  /// To the nearest, halves away from zero.
  case nearest
  /// Away from zero.
  case up
  /// Towards zero.
  case down
}
