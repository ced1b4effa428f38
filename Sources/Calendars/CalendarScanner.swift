/// Reads the parts of a date or period from UTF-8 bytes, one after the other.
struct CalendarScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether everything is read.
  var isAtEnd: Bool { index == bytes.count }

  /// Reads a year of four digits.
  mutating func year() -> Int? { digits(atLeast: 4, atMost: 4) }

  /// Reads a month or a day of one or two digits.
  mutating func shortNumber() -> Int? { digits(atLeast: 1, atMost: 2) }

  /// Reads a month or a day of two digits.
  mutating func twoDigits() -> Int? { digits(atLeast: 2, atMost: 2) }

  /// Reads one digit.
  mutating func digit() -> Int? { digits(atLeast: 1, atMost: 1) }

  /// Reads `word` if it stands here, and says whether it does.
  mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
    index += count
    return true
  }

  /// Reads as many digits as there are, up to `most`; nil, and nothing read, when there are fewer
  /// than `least`. Only 0 to 9 count: a full-width digit is none.
  private mutating func digits(atLeast least: Int, atMost most: Int) -> Int? {
    var (value, end) = (0, index)
    while end < bytes.count, end - index < most {
      let digit = bytes[end] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      end += 1
    }
    guard end - index >= least else { return nil }
    index = end
    return value
  }
}
