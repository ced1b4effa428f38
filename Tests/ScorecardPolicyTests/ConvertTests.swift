import Testing

@testable import ScorecardPolicy

@Suite("Units of formulas")
struct ConvertTests {
  @Test(
    "The unit of a formula follows from those of its values",
    arguments: [
      ("money", "CNY10k"), ("money + money", "CNY10k"), ("money - 3", "CNY10k"),
      ("3 + money", "CNY10k"), ("-money", "CNY10k"), ("2 * money", "CNY10k"),
      ("money / 2", "CNY10k"), ("money / money", "ratio"), ("money / years", "CNY10k/year"),
      ("rate * years", "point"), ("1 / years", "1/year"), ("ABS(money)", "CNY10k"),
      ("ROUND(money, 2)", "CNY10k"), ("MIN(3, money)", "CNY10k"),
      ("CLAMP(money, 0, 5)", "CNY10k"), ("IF(flag, 0, money)", "CNY10k"),
      ("IFMISSING(money, 0)", "CNY10k"), ("SUM(business.income)", "CNY10k"),
      ("AVERAGE(business.net)", "CNY10k"), ("COUNT(business.kind)", "count"),
      ("1500元", "CNY"), ("LOOKUP(level_base, role, 3000元)", "CNY"),
      ("CONVERT(money, CNY)", "CNY"), ("money * years / years", "CNY10k"),
    ])
  func inferred(text: String, unit: String) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(faults.isEmpty)
    #expect(typed?.unit == Unit(unit))
  }

  @Test(
    "What has no unit of its own takes that of its context",
    arguments: ["a", "3 * a", "a / b", "a + 1", "POWER(a, 2)", "SQRT(a)", "LN(a)", "factor"])
  func none(text: String) throws {
    #expect(try SampleScope.check(text).typed?.unit == nil)
  }

  struct Conversion: CustomTestStringConvertible, Sendable {
    let text: String
    var times: Double = 1
    var by: Double = 1
    var testDescription: String { text }
  }

  static let conversions = [
    Conversion(text: "CONVERT(money, CNY)", times: 10_000),
    Conversion(text: "CONVERT(money, 元)", times: 10_000),
    Conversion(text: "CONVERT(money, CNY100m)", by: 10_000),
    Conversion(text: "CONVERT(yuan, CNY10k)", by: 10_000),
    Conversion(text: "CONVERT(yuan, 亿元)", by: 100_000_000),
    Conversion(text: "CONVERT(money, CNY10k)"),
    Conversion(text: "CONVERT(years, month)", times: 12),
    Conversion(text: "CONVERT(share, percent)", times: 100),
    Conversion(text: "CONVERT(percentage, ratio)", by: 100),
    Conversion(text: "CONVERT(minutes, hour)", by: 60),
    Conversion(text: "CONVERT(minutes, day)", by: 1440),
    Conversion(text: "CONVERT(days, hour)", times: 24),
    Conversion(text: "CONVERT(rate, point/month)", by: 12),
    Conversion(text: "CONVERT(money / years, CNY/month)", times: 2500, by: 3),
    Conversion(text: "CONVERT(money / money, percent)", times: 100),
    Conversion(text: "CONVERT(1500元, CNY10k)", by: 10_000),
    Conversion(text: "CONVERT(SUM(business.income), CNY)", times: 10_000),
    Conversion(text: "CONVERT(-(money + 3) * 2, CNY)", times: 10_000),
  ]

  @Test("CONVERT multiplies and divides by exact whole numbers only", arguments: conversions)
  func exact(conversion: Conversion) throws {
    let (typed, faults) = try SampleScope.check(conversion.text)
    #expect(faults.isEmpty)
    var expression = try #require(typed).expression
    if conversion.by != 1 {
      guard case .arithmetic(.divide, let inner, .number(conversion.by)) = expression else {
        Issue.record("not divided by \(conversion.by): \(expression)")
        return
      }
      expression = inner
    }
    if conversion.times != 1 {
      guard case .arithmetic(.multiply, let inner, .number(conversion.times)) = expression else {
        Issue.record("not multiplied by \(conversion.times): \(expression)")
        return
      }
      expression = inner
    }
    let argument = conversion.text.dropFirst("CONVERT(".count).split(separator: ",")[0]
    #expect(expression == (try SampleScope.check(String(argument)).typed?.expression))
  }

  @Test(
    "What cannot be converted is refused with both units",
    arguments: [
      ("CONVERT(years, CNY)", "formula.unit", "year cannot be converted to CNY"),
      ("CONVERT(days, month)", "formula.unit", "day cannot be converted to month"),
      ("CONVERT(marks, ratio)", "formula.unit", "point cannot be converted to ratio"),
      ("CONVERT(money, CNY/year)", "formula.unit", "CNY10k cannot be converted to CNY/year"),
      ("CONVERT(a, CNY)", "formula.unit", "a has no unit to convert from"),
      ("CONVERT(3, CNY)", "formula.unit", "3 has no unit to convert from"),
      ("CONVERT(money, dollar)", "formula.unknown-unit", "there is no unit dollar"),
      ("CONVERT(money, CNY10)", "formula.unknown-unit", "did you mean \"CNY10k\"?"),
      ("CONVERT(role, CNY)", "formula.type", "CONVERT needs a number"),
      ("CONVERT(money)", "formula.argument-count", "CONVERT(x, unit)"),
    ])
  func refused(text: String, code: String, words: String) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(typed == nil)
    #expect(faults.map(\.code) == [code])
    #expect(faults[0].description.contains(words))
  }
}
