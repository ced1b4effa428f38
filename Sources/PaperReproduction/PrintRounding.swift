/// How the digits of a print come from a number.
public enum PrintRounding: String, CaseIterable, Sendable {
  /// To the nearest, and away from zero where two are as near.
  case halfUp = "half-up"
  /// To the nearest, and to the even digit where two are as near.
  case halfEven = "half-even"
  /// Cut off behind the last digit printed.
  case truncated

  /// Every rule by which a number gives a whole number of last digits, in the order above.
  ///
  /// What lies within 1e-9 of a last digit of a tie is taken for one: the number was computed.
  static func rules(from scaled: Double, to print: Double) -> [PrintRounding] {
    let floor = scaled.rounded(.down)
    let fraction = scaled - floor
    let isTie = abs(fraction - 0.5) < tolerance
    let even = floor.truncatingRemainder(dividingBy: 2) == 0 ? floor : floor + 1
    let nearest = scaled.rounded(.toNearestOrAwayFromZero)
    // 0.2999999999999999 cut off behind one digit is meant as 0.3.
    let cut = fraction > 1 - tolerance ? floor + 1 : floor
    return allCases.filter { rule in
      switch rule {
      case .halfUp: print == (isTie ? floor + 1 : nearest)
      case .halfEven: print == (isTie ? even : nearest)
      case .truncated: print == cut
      }
    }
  }

  private static let tolerance = 1e-9
}
