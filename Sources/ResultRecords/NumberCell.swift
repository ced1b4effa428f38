import ColumnStore

/// A cell that is a number, and how many decimals it is written with.
struct NumberCell {
  let value: Double
  let places: Int

  /// Reads a plain decimal. What no program writes as a number is a text: a plus sign, and zeros in
  /// front, which codes such as 007 have.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let (zero, point) = (UInt8(ascii: "0"), UInt8(ascii: "."))
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard let first = digits.first, first != UInt8(ascii: "+") else { return nil }
    if first == zero, let second = digits.dropFirst().first, second != point { return nil }
    guard let value = PlainDecimal.number(text) else { return nil }
    self.value = value
    places = text.lastIndex(of: point).map { text.count - $0 - 1 } ?? 0
  }

  /// The other number less this one, as a decimal with as many places as the longer of the two;
  /// nil beyond the greatest double.
  func change(to other: NumberCell) -> Double? {
    let change = Self.rounded(other.value - value, places: max(places, other.places))
    return change.isFinite ? change : nil
  }

  /// Takes off what the subtraction or addition of doubles leaves behind the last decimal.
  static func rounded(_ number: Double, places: Int) -> Double {
    guard scales.indices.contains(places) else { return number }
    let whole = (number * scales[places]).rounded()
    return abs(whole) < 0x1p53 ? whole / scales[places] : number
  }

  /// The powers of ten that are exact doubles.
  private static let scales: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
