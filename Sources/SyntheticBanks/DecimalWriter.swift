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
    let point = length + digits - places
    if places > 0 {
      writeDigits(&rest, from: point + 1, to: point + 1 + places, at: place)
      place[point] = UInt8(ascii: ".")
    }
    writeDigits(&rest, from: length, to: point, at: place)
    return places > 0 ? point + 1 + places : point
  }

  /// Writes the last digits of a number, two for each division, and takes them off.
  @inline(__always)
  private static func writeDigits(
    _ rest: inout UInt, from start: Int, to end: Int, at place: UnsafeMutablePointer<UInt8>
  ) {
    let zero = UInt8(ascii: "0")
    var end = end
    while end - start >= 2 {
      let pair = rest % 100
      rest /= 100
      let tens = (pair &* 103) >> 10
      place[end - 1] = zero &+ UInt8(truncatingIfNeeded: pair &- tens &* 10)
      place[end - 2] = zero &+ UInt8(truncatingIfNeeded: tens)
      end -= 2
    }
    if end > start {
      place[start] = zero &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Writes a number with zeros before it to at least so many digits.
  @inline(__always)
  static func write(
    _ value: Int, digits: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let count = max(digits, digitCount(value.magnitude))
    var rest = value.magnitude
    writeDigits(&rest, from: 0, to: count, at: place)
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
