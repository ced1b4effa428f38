import ColumnStore
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
    var bytes: [UInt8] = []
    PlainDecimal.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == String(value))
  }

  @Test("every double reads back the same, with no more digits than the standard library prints")
  func roundTrip() {
    var generator = SplitMix64(seed: 99)
    var wrong: [Double] = []
    func check(_ value: Double) {
      guard value.isFinite else { return }
      let text = PlainDecimal.text(value)
      let isSame = Double(text) == value && !text.contains("e")
      if !isSame || Self.digits(text) != Self.digits(value.description) { wrong.append(value) }
    }
    for _ in 0..<10_000 {
      check(Double(bitPattern: generator.next()))
      check(Double(Int64.random(in: -10_000_000_000...10_000_000_000, using: &generator)) / 1e4)
      check(Double.random(in: -1000...1000, using: &generator))
      check((Double.random(in: 0...1e9, using: &generator) * 1e6).rounded() / 1e6)
    }
    #expect(wrong.isEmpty)
  }

  /// The digits that count, without sign, point, exponent, and zeros at either end.
  private static func digits(_ text: String) -> String {
    let mantissa = text.split(separator: "e")[0].filter { $0.isNumber }
    let trimmed = mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }
    return String(trimmed.reversed())
  }
}
