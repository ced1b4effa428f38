import Testing

@testable import ScorecardPolicy

@Suite("Number literals")
struct NumberLiteralTests {
  struct Literal: CustomTestStringConvertible, Sendable {
    let text: String
    let value: Double
    var unit: Unit?
    var testDescription: String { text }
  }

  static let literals = [
    Literal(text: "0", value: 0), Literal(text: "7", value: 7), Literal(text: "0.8", value: 0.8),
    Literal(text: ".5", value: 0.5), Literal(text: "3.", value: 3), Literal(text: "012", value: 12),
    Literal(text: "1e6", value: 1_000_000), Literal(text: "1E6", value: 1_000_000),
    Literal(text: "1e+3", value: 1000), Literal(text: "2.5e-3", value: 0.0025),
    Literal(text: "5e-324", value: .leastNonzeroMagnitude), Literal(text: "1e-400", value: 0),
    Literal(text: "5%", value: 0.05), Literal(text: "12.5%", value: 0.125),
    Literal(text: "1e2%", value: 1), Literal(text: ".5%", value: 0.005),
    Literal(text: "30万", value: 300_000), Literal(text: "2亿", value: 200_000_000),
    Literal(text: "1.5万", value: 15_000),
    Literal(text: "1500元", value: 1500, unit: Unit(.yuan)),
    Literal(text: "30万元", value: 30, unit: Unit(.tenThousandYuan)),
    Literal(text: "2.5亿元", value: 2.5, unit: Unit(.hundredMillionYuan)),
  ]

  @Test("Every form of a literal has its value and unit", arguments: literals)
  func forms(literal: Literal) throws {
    let read = try #require(NumberLiteral.parse(Array(literal.text)[...]))
    #expect(read.value == literal.value)
    #expect(read.unit == literal.unit)
    #expect(read.length == literal.text.count)
  }

  @Test(
    "Percent, 万 and 亿 move the decimal point of the text instead of multiplying",
    arguments: [
      // The products beside them are not the nearest doubles: 0.7 / 100, 0.07 * 1e4, 1.1 * 1e8.
      ("0.7%", 0.007), ("0.29%", 0.0029), ("0.07万", 700.0), ("1.1亿", 110_000_000.0),
      ("4.35万", 43_500.0), ("2.3%", 0.023),
    ])
  func movedPoint(text: String, value: Double) {
    #expect(NumberLiteral.parseSigned(text)?.value == value)
  }

  @Test(
    "What only begins like a number is none",
    arguments: [
      "12a", "1_000", "12é", "5%5", "30万a", "1e", "1e+", "1500元x", "３", "", ".", "a", "%", "万",
      "1e400", "1e999万", "3万亿",
    ])
  func rejected(text: String) {
    #expect(NumberLiteral.parse(Array(text)[...]) == nil)
  }

  @Test("An exponent of any size is read without overflow")
  func hugeExponents() {
    #expect(NumberLiteral.parseSigned("1e9223372036854775807万") == nil)
    #expect(NumberLiteral.parseSigned("1e9223372036854775807") == nil)
    #expect(NumberLiteral.parseSigned("1e-9223372036854775808%")?.value == 0)
    #expect(NumberLiteral.parseSigned("1e99999999999999999999") == nil)
  }

  @Test("A literal ends where something else begins", arguments: ["12+3", "12 a", "12,5", "12)"])
  func prefix(text: String) throws {
    let read = try #require(NumberLiteral.parse(Array(text)[...]))
    #expect(read.value == 12)
    #expect(read.length == 2)
  }

  @Test(
    "A whole text may have a sign",
    arguments: [
      ("-5%", -0.05), ("+3", 3.0), ("-0", 0.0), (" 8", 8.0), ("-1.5万", -15_000.0),
      ("-20元", -20.0),
    ])
  func signed(text: String, value: Double) {
    #expect(NumberLiteral.parseSigned(text)?.value == value)
  }

  @Test(
    "Nothing may follow in a whole text",
    arguments: ["1,000", "12 3", "--1", "- 1", "1-", "1:30", "no", "5 %"])
  func wholeText(text: String) {
    #expect(NumberLiteral.parseSigned(text) == nil)
  }
}
