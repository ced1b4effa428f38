import ColumnStore
import PolicyAnalysis
import ScoringPlan

/// How `compare` prints numbers for people.
struct CompareNumbers {
  /// The decimals of scores.
  let decimals: Int

  /// A score as published.
  func score(_ number: Double) -> String { PrintedParts.text(number, decimals: decimals) }

  /// A change of a score, with its sign.
  func change(_ number: Double) -> String { Self.signed(score(number)) }

  /// A score before and after.
  func scores(_ scores: Compared<Double>) -> String {
    "\(score(scores.before)) -> \(score(scores.after))"
  }

  /// An amount of money, to the hundredth of its unit.
  static func money(_ amount: Double) -> String { PrintedParts.text(amount, decimals: 2) }

  /// A number as the policy might have it.
  static func plain(_ number: Double?) -> String {
    number.map { PlainDecimal.text(DecimalRounding.round($0, places: 6, rule: .nearest)) }
      ?? "not set"
  }

  /// A printed number with a plus where it is above 0.
  static func signed(_ text: String) -> String {
    let isZero = !text.contains { "123456789".contains($0) }
    return text.hasPrefix("-") || isZero ? text : "+\(text)"
  }

  /// A coefficient to four decimals.
  static func coefficient(_ number: Double?) -> String { number?.rounded(to: 4) ?? "none" }
}
