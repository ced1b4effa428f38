/// A share of a number by days, so that all shares add up to the number exactly.
struct DayShare: Hashable, Sendable {
  /// The days of each part, in the order of time.
  let days: [Int]
  /// Which of the parts it is.
  let part: Int

  /// Shares have at least so many decimals: those of a yuan in 万元.
  private static let fewestDecimals = 4

  /// The share of a plain number: rounded half away from zero to four decimals, or to those of the number
  /// if it has more; the last part gets what is left over. Nil for what is no plain number, and for one
  /// with more than 18 digits before or behind the point.
  func share(of text: UnsafeBufferPointer<UInt8>) -> String? {
    let point = text.firstIndex(of: UInt8(ascii: "."))
    let decimals = point.map { text.count - $0 - 1 } ?? 0
    guard decimals <= ExactDecimal.places, let whole = ExactDecimal(text) else { return nil }
    let total = days.reduce(0, +)
    let places = max(decimals, Self.fewestDecimals)
    func rounded(_ part: Int) -> ExactDecimal {
      whole.share(of: days[part], in: total, decimals: places)
    }
    guard part == days.count - 1 else { return rounded(part).description }
    return days.indices.dropLast().reduce(whole) { rest, part in rest - rounded(part) }.description
  }
}
