import ColumnStore
import SeededRandom
import Testing

@Suite("Writing numbers")
struct NumberWritingTests {
  @Test(
    "numbers are written short and without exponent",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (-0.05, "-0.05"), (100, "100"),
      (1.005, "1.005"), (0.000001, "0.000001"), (1e-7, "0.0000001"), (-1.25e-7, "-0.000000125"),
      (123_456_789.25, "123456789.25"), (1e15, "1000000000000000"),
      (0.1 + 0.2, "0.30000000000000004"),
      (1.0 / 3, "0.3333333333333333"), (1e16, "10000000000000000"),
      (1.5e300, "15" + String(repeating: "0", count: 299)),
      (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
      (9_007_199_254_740_992, "9007199254740992"), (999_999_999.999999, "999999999.999999"),
    ] as [(Double, String)])
  func examples(value: Double, expected: String) {
    #expect(PlainDecimal.text(value) == expected)
  }

  @Test("whole numbers are written in full", arguments: [0, 7, -7, 10, .max, .min])
  func integers(value: Int) {
    var writer = DelimitedWriter()
    writer.append(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == String(value))
  }

  @Test("powers of two and ten, their neighbours and their multiples are written the same")
  func edges() {
    var wrong: [Double] = []
    func check(_ value: Double) {
      for value in [value, value.nextUp, value.nextDown, -value]
      where value.isFinite && !Self.isWritten(value) { wrong.append(value) }
    }
    for exponent in -1074...1023 {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      for factor in [1.0, 3, 5, 7] { check(power * factor) }
    }
    for exponent in -323...308 {
      let power = Double("1e\(exponent)") ?? 0
      for factor in [1.0, 2, 5, 9, 13, 99] { check(power * factor) }
    }
    // Halves of the last decimal, where two texts are as near: the even one.
    for step in 0..<100 { check(0x1p50 + Double(step) / 4) }
    #expect(wrong.isEmpty)
  }

  @Test("random doubles of several kinds are written as the standard library does, but plainly")
  func random() {
    var generator = SplitMix64(seed: 99)
    var wrong: [Double] = []
    func check(_ value: Double) {
      if value.isFinite, !Self.isWritten(value) { wrong.append(value) }
    }
    for _ in 0..<40_000 {
      check(Double(bitPattern: generator.next()))
      let exponent = UInt64(1023 - 30) + generator.next() % 84
      check(Double(bitPattern: exponent << 52 | generator.next() >> 12))
      check(Double(Int64.random(in: -10_000_000_000...10_000_000_000, using: &generator)) / 1e4)
      check(Double.random(in: -1000...1000, using: &generator))
      check((Double.random(in: 0...1e9, using: &generator) * 1e6).rounded() / 1e6)
      check(Double.random(in: 0...1, using: &generator))
    }
    #expect(wrong.isEmpty)
  }

  /// Whether a number's text reads back as it, and has the digits that the standard library prints,
  /// no exponent, and no zero that could be left out.
  private static func isWritten(_ value: Double) -> Bool {
    let bytes = Array(PlainDecimal.text(value).utf8)
    let point = bytes.firstIndex(of: UInt8(ascii: "."))
    let whole = bytes[..<(point ?? bytes.count)].drop { $0 == UInt8(ascii: "-") }
    return Double(String(decoding: bytes, as: UTF8.self)) == value
      && !bytes.contains(UInt8(ascii: "e")) && digits(bytes) == digits(Array("\(value)".utf8))
      && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
      && (point == nil || bytes.last.map { $0 > UInt8(ascii: "0") } == true)
      && (bytes.first == UInt8(ascii: "-")) == (value < 0)
  }

  /// The digits that count, without sign, point, exponent, and zeros at either end.
  private static func digits(_ text: [UInt8]) -> [UInt8] {
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }.filter { $0 >= UInt8(ascii: "0") }
    let end = (mantissa.lastIndex { $0 != UInt8(ascii: "0") } ?? -1) + 1
    return Array(mantissa[..<end].drop { $0 == UInt8(ascii: "0") })
  }
}
