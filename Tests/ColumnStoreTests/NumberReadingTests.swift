import Testing

@testable import ColumnStore
import SeededRandom

@Suite("Reading numbers")
struct NumberReadingTests {
  private static func read(_ text: String, places: Int = 0) -> PlainDecimal.Reading {
    Array(text.utf8).withUnsafeBufferPointer { PlainDecimal.read($0, movingPointLeft: places) }
  }

  /// The standard library reads more than plain decimals, but these correctly.
  private static func agrees(_ text: String) -> Bool {
    guard case .number(let value) = read(text), let expected = Double(text) else { return false }
    return value.bitPattern == (expected == 0 ? 0 : expected.bitPattern)
  }

  @Test(
    "plain decimals are read",
    arguments: [
      ("12", 12), ("-0.5", -0.5), (".5", 0.5), ("5.", 5), ("+3", 3), ("007", 7), ("-.25", -0.25),
      ("0.1", 0.1), ("9007199254740992", 9_007_199_254_740_992),
      ("123456789012345678901234567890", 0x1.8EE90FF6C373Ep96),
    ] as [(String, Double)])
  func plain(text: String, expected: Double) {
    #expect(Self.read(text) == .number(expected))
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", ".", "-", "+", "-.", "+.", "1e5", "1E5", "1,234", "1 2", " 1", "--1", "+-1", "1.2.3",
      "0x10", "nan", "inf", "infinity", "１２", "1万", "12345678901234567890x",
      "1234567890123456789012e3", "#DIV/0!", "1\0",
    ])
  func malformed(text: String) {
    #expect(Self.read(text) == .malformed)
  }

  @Test(
    "a text is a number or it is none",
    arguments: [
      ("-0.50", -0.5), ("1e5", nil), ("", nil), (String(repeating: "9", count: 400), nil),
    ]
      as [(String, Double?)])
  func number(text: String, expected: Double?) {
    let number = Array(text.utf8).withUnsafeBufferPointer { PlainDecimal.number($0) }
    #expect(number == expected)
  }

  @Test("-0 is read as 0", arguments: ["-0", "-0.000", "-.0", "-0.00000000000000000000000000"])
  func minusZero(text: String) {
    #expect(Self.read(text) == .number(0))
    if case .number(let value) = Self.read(text) { #expect(value.sign == .plus) }
  }

  @Test("a number beyond the greatest double is too large, the greatest is not")
  func overflow() {
    let greatest = PlainDecimal.text(.greatestFiniteMagnitude)
    #expect(Self.read(greatest) == .number(.greatestFiniteMagnitude))
    #expect(Self.read("1" + String(repeating: "0", count: 309)) == .tooLarge)
    #expect(Self.read("-" + String(repeating: "9", count: 400)) == .tooLarge)
  }

  @Test("a number nearer to 0 than to any other double is 0, and the least double is read")
  func underflow() {
    #expect(Self.read("0." + String(repeating: "0", count: 400) + "1") == .number(0))
    let least = Double.leastNonzeroMagnitude
    #expect(Self.read(PlainDecimal.text(least)) == .number(least))
  }

  @Test("moving the point is not dividing: 0.57 and not 0.5700000000000001")
  func movingPoint() {
    #expect(Self.read("95", places: 2) == .number(0.95))
    #expect(Self.read("0.5", places: 2) == .number(0.005))
    #expect(Self.read("-12.345", places: 2) == .number(-0.12345))
    for hundredths in 0..<100_000 {
      let text = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
      let moved = Double(hundredths) / 1e4  // exact operands, one rounding: the nearest double
      #expect(Self.read(text, places: 2) == .number(moved))
    }
    #expect(Self.read("123456789012345678901", places: 2) == .number(1_234_567_890_123_456_789.01))
  }

  @Test("100,000 random decimals read as the standard library reads them")
  func random() {
    var generator = SplitMix64(seed: 20_260_101)
    var wrong: [String] = []
    for _ in 0..<100_000 {
      let digits = Int.random(in: 1...24, using: &generator)
      let point = Int.random(in: 0...digits, using: &generator)
      var text = Bool.random(using: &generator) ? "-" : ""
      for position in 0..<digits {
        if position == point { text += "." }
        text += String(UInt8.random(in: 0...9, using: &generator))
      }
      if !Self.agrees(text) { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("decimals half-way between two doubles, and a little beside, read as the nearest")
  func halfway() {
    var generator = SplitMix64(seed: 7)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      // Between two neighbouring whole doubles above 2^53 the middle is a whole number.
      let shift = UInt64.random(in: 1...9, using: &generator)
      let mantissa = UInt64.random(in: 1 << 52..<1 << 53, using: &generator)
      let middle = mantissa << shift | 1 << (shift - 1)
      for text in ["\(middle)", "\(middle - 1)", "\(middle + 1)", "\(middle).0000000000000000001"] {
        if !Self.agrees(text) { wrong.append(text) }
      }
    }
    #expect(wrong.isEmpty)
    // 2^53 + 1 lies half-way and goes to the even neighbour; a digit more tips it over.
    #expect(Self.read("9007199254740993") == .number(9_007_199_254_740_992))
    #expect(Self.read("9007199254740993.0000000001") == .number(9_007_199_254_740_994))
  }
}
