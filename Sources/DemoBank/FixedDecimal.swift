/// A decimal with a fixed number of places, as it is printed.
struct FixedDecimal {
  /// The value in units of the last place.
  var units: Int
  var places: Int

  init(_ value: Double, places: Int) {
    self.places = places
    units = Int((value * Self.scales[places]).rounded())
  }

  var value: Double { Double(units) / Self.scales[places] }

  /// The bytes of the decimal, `-0.05` for instance.
  func write(to bytes: inout [UInt8]) {
    var rest = units.magnitude
    let digits = max(places + 1, Self.digitCount(rest))
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "."), count: digits + (places > 0 ? 1 : 0)))
    for position in (start..<bytes.count).reversed()
    where places == 0 || position != bytes.count - places - 1 {
      bytes[position] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  private static let scales = [1.0, 10, 100, 1000, 10000]

  private static func digitCount(_ number: UInt) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }
}
