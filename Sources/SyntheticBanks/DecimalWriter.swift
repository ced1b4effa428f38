/// Whole and fixed-point numbers as decimals.
enum DecimalWriter {
  /// Writes `value` divided by ten to the power of `places`, with all places, and gives the number of
  /// bytes: at most 21 and the places.
  @inline(__always)
  static func write(
    _ value: Int, places: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var rest = value.magnitude
    var length = 0
    if value < 0 {
      place[0] = UInt8(ascii: "-")
      length = 1
    }
    let digits = max(places + 1, digitCount(rest))
    var end = length + digits + (places > 0 ? 1 : 0)
    let total = end
    if places > 0 {
      for _ in 0..<places {
        end -= 1
        place[end] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      end -= 1
      place[end] = UInt8(ascii: ".")
    }
    while end > length {
      end -= 1
      place[end] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return total
  }

  /// Writes a number with zeros before it to at least so many digits.
  @inline(__always)
  static func write(
    _ value: Int, digits: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let count = max(digits, digitCount(value.magnitude))
    var rest = value.magnitude
    for offset in 1...count {
      place[count - offset] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return count
  }

  /// The decimal of a number as text.
  static func text(_ value: Int, places: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 40) { buffer, count in
      count = buffer.baseAddress.map { write(value, places: places, to: $0) } ?? 0
    }
  }

  @inline(__always)
  private static func digitCount(_ number: UInt) -> Int {
    if number < 10 { return 1 }
    if number < 100 { return 2 }
    if number < 1000 { return 3 }
    if number < 10_000 { return 4 }
    var (count, rest) = (4, number / 10_000)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }
}
