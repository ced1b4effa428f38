import Foundation
import ScoringPlan

/// Numbers as people read them.
enum DecimalText {
  /// A number with so many decimals at most, without the noise of binary fractions and without an
  /// exponent.
  static func text(_ number: Double, places: Int) -> String {
    let rounded = DecimalRounding.round(number, places: places, rule: .nearest)
    let scaled = (rounded * ScoreKey.scale(places)).rounded()
    var text =
      abs(scaled) < 9e15
      ? PrintedParts.text(Int64(scaled), decimals: places)
      : String(format: "%.\(places)f", rounded)
    if places > 0 {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return text
  }
}
