/// Numbers in Chinese characters, as dates have them.
enum ChineseNumeral {
  private static let digits: [Character: Int] = [
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9, "壹": 1, "贰": 2, "貳": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5, "陆": 6, "陸": 6, "柒": 7,
    "捌": 8, "玖": 9,
  ]
  /// What multiplies the digit before it.
  private static let tens: [Character: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100,
  ]
  /// Short forms of 二十 and 三十.
  private static let shortTens: [Character: Int] = ["廿": 20, "卅": 30]

  /// Whether a character is part of such a number.
  static func isNumeral(_ character: Character) -> Bool {
    digits[character] != nil || tens[character] != nil || shortTens[character] != nil
  }

  /// The number in digits: 二〇二四 is 2024, 三十一 and 卅一 are 31, 一百一十三 is 113; nil for what is
  /// no number. A number that is read digit by digit keeps its zeros.
  static func digits(_ text: Substring) -> String? {
    if text.isEmpty { return nil }
    let isSpelled = text.contains { tens[$0] != nil || shortTens[$0] != nil }
    return isSpelled ? spelled(text).map(String.init) : inPlaces(text)
  }

  /// Whether a number is spelled with tens or hundreds, and not read digit by digit.
  static func isSpelled(_ text: Substring) -> Bool { digits(text) != inPlaces(text) }

  private static func inPlaces(_ text: Substring) -> String? {
    let values = text.map { digits[$0] }
    return values.contains(nil) ? nil : values.compactMap { $0 }.map(String.init).joined()
  }

  private static func spelled(_ text: Substring) -> Int? {
    var (sum, digit, least) = (0, Int?.none, 1000)
    for character in text {
      if let value = digits[character] {
        // 一百零三: a zero stands for the tens that are left out.
        guard digit == nil else { return nil }
        digit = value == 0 ? nil : value
      } else if let ten = tens[character], ten < least {
        sum += (digit ?? 1) * ten
        (digit, least) = (nil, ten)
      } else if let tens = shortTens[character], digit == nil, least > 10 {
        sum += tens
        least = 10
      } else {
        return nil
      }
    }
    return sum + (digit ?? 0)
  }
}
