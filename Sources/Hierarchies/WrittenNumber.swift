/// A weight as people write it.
enum WrittenNumber {
  /// The value of `0.3`, `30%` or `1/3`; nil for anything else.
  static func value(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return decimal(text[...])
    case 2:
      guard let above = decimal(parts[0]), let below = decimal(parts[1]), below != 0 else {
        return nil
      }
      return above / below
    default: return nil
    }
  }

  private static func decimal(_ text: Substring) -> Double? {
    let isPercent = text.last == "%"
    let digits = isPercent ? text.dropLast() : text
    // Neither hexadecimal nor `inf` nor `nan`.
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let value = Double(digits), value.isFinite
    else { return nil }
    return isPercent ? value / 100 : value
  }
}
