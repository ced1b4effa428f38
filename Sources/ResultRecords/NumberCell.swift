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
    let scales = PlainDecimal.powersOfTen
    guard scales.indices.contains(places) else { return number }
    let whole = (number * scales[places]).rounded()
    return abs(whole) < 0x1p53 ? whole / scales[places] : number
  }
}
