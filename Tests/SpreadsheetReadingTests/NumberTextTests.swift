import SeededRandom
import Testing

@testable import SpreadsheetReading

@Suite struct NumberTextTests {
  private func plain(_ text: String) -> String? { NumberText.plain(Array(text.utf8)[...]) }
  private func percent(_ text: String) -> String? { NumberText.percent(Array(text.utf8)[...]) }

  @Test(
    "Numbers are written plainly, with the digits that Excel shows",
    arguments: [
      ("0", "0"), ("-0.000", "0"), ("-5", "-5"), ("10", "10"), ("10.0", "10"), ("007", "7"),
      ("+5", "5"), ("1.50", "1.5"), (".5", "0.5"),
      ("5.", "5"), ("1e3", "1000"), ("1.5E-3", "0.0015"), ("1E-10", "0.0000000001"),
      ("1E-11", "1e-11"), ("123456789012345E6", "123456789012345000000"),
      ("1E21", "1e21"), ("0.30000000000000004", "0.3"), ("2.0000000000000002E-2", "0.02"),
      ("99999999999999999999", "99999999999999999999"), ("0.99999999999999999", "1"),
      ("1.7976931348623157E+308", "1.79769313486232e308"), ("4.9E-324", "4.9e-324"),
    ])
  func plainly(_ text: String, _ expected: String) { #expect(plain(text) == expected) }

  @Test(
    "What is no number is none",
    arguments: [
      "", "-", "1.2.3", "-.", ".", "e5", "1e", "1e+", "1,5", "1 5", "0x10", "NaN", "inf", "1e400",
      "1e-9223372036854775808", "1e9223372036854775807", "１",
    ])
  func none(_ text: String) {
    #expect(plain(text) == nil)
    #expect(percent(text) == nil)
  }

  @Test("Percents move the decimal point of the text")
  func percents() {
    for hundredths in 0...100_000 {
      // A whole number of hundredths of a percent, as the shortest text of its double.
      let text = "\(Double(hundredths) / 10_000)"
      let (whole, rest) = (hundredths / 100, hundredths % 100)
      var expected = "\(whole)"
      if rest > 0 {
        expected += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
      }
      #expect(percent(text) == expected + "%")
    }
  }

  @Test("A double of up to 15 digits comes back as itself, and one of 17 as near as 15 digits can")
  func doubles() {
    var random = SplitMix64(seed: 20_260_331)
    for _ in 0..<20_000 {
      let short = Double(Int64(random.next() >> 16) - (1 << 47)) / 1000
      #expect(plain("\(short)").flatMap(Double.init) == short)
      let long = Double(bitPattern: random.next())
      guard long.isFinite, abs(long) > 1e-300, abs(long) < 1e300 else { continue }
      let read = plain("\(long)").flatMap(Double.init) ?? .nan
      #expect(abs(read - long) <= abs(long) * 5e-15)
    }
  }
}
