import Testing

@testable import ScorecardPolicy

@Suite("Units that must agree")
struct UnitAgreementTests {
  @Test(
    "What goes together has a unit",
    arguments: [
      // A number without a unit takes that of its neighbour.
      ("money + 3", "CNY10k"), ("3 - money", "CNY10k"), ("money + a", "CNY10k"),
      ("MAX(0, money, a)", "CNY10k"), ("IF(flag, factor, years)", "year"),
      ("CLAMP(money, 0, 5) + 0", "CNY10k"), ("IFMISSING(money, 0)", "CNY10k"),
      // Points, ratios, percents and counts are plain numbers; the left one names the sum.
      ("marks + share", "point"), ("share + marks", "ratio"), ("percentage - pieces", "percent"),
      ("MIN(marks, 3)", "point"), ("money / money + marks", "ratio"), ("pieces + 1", "count"),
      ("marks * share + percentage", "point"), ("share * share", "ratio"),
      ("pieces * share", "count"), ("pieces / people", "count/person"),
      // Plain factors make no difference: price times number is money.
      ("price * pieces + yuan", "CNY"), ("pieces * yuan + yuan", "CNY"),
      ("yuan + price * pieces", "CNY"),
      ("yuan + share * yuan", "CNY"), ("yuan - yuan * percentage", "CNY"),
      // Products, quotients and powers.
      ("money * years", "CNY10k*year"), ("money / money", "ratio"),
      ("money / years", "CNY10k/year"),
      ("1 / years", "1/year"), ("rate * years + marks", "point"), ("(rate * years) / rate", "year"),
      ("POWER(money, 2)", "CNY10k*CNY10k"), ("POWER(years, -1)", "1/year"),
      ("POWER(money, 0)", "1"), ("POWER(share, a)", "1"), ("POWER(share, 1000)", "1"),
      ("SQRT(money * money)", "CNY10k"), ("SQRT(POWER(years, -2))", "1/year"),
      ("SQRT(share)", "1"), ("SQRT(share * money * money)", "CNY10k"),
      ("LN(money)", "1"), ("EXP(share)", "1"), ("ABS(-money)", "CNY10k"),
      ("ROUND(money, 2)", "CNY10k"), ("ROUNDUP(years, pieces)", "year"),
      // Curves, steps and lookups.
      ("CURVE(npl_points, share)", "point"), ("CURVE(npl_points, percentage)", "point"),
      ("CURVE(npl_points, 0.05)", "point"), ("STEP(commission, money)", "CNY"),
      ("LOOKUP(level_base, role, 3000元)", "CNY"),
      // Rows and populations.
      ("AVERAGE(business.income) + money", "CNY10k"), ("COUNT(business.kind) + marks", "count"),
      ("money - AVERAGE(money, ALL)", "CNY10k"),
      ("(money - AVERAGE(money, ALL)) / STDEV(money, ALL)", "ratio"),
      ("RANK(money, ALL) + share", "count"), ("PERCENTRANK(money, ALL) * marks", "point"),
      ("closed - opened + days", "day"),
      // Converted.
      ("yuan + CONVERT(money, CNY)", "CNY"), ("CONVERT(30万元, CNY) - 5元", "CNY"),
      ("CONVERT(share * money, CNY)", "CNY"), ("CONVERT(price * pieces, CNY10k)", "CNY10k"),
      ("CONVERT(percentage * money, CNY)", "CNY"), ("CONVERT(3 * share, percent)", "percent"),
    ])
  func together(text: String, unit: String) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(faults.isEmpty, "\(faults)")
    #expect(typed?.unit == Unit(unit))
  }

  @Test(
    "What may be compared",
    arguments: [
      "money > 500", "5 < money", "money >= a", "share < 5%", "marks > share", "yuan = 3元",
      "price * pieces < yuan", "RANK(money, ALL) <= 3", "years / years < marks",
      "money > AVERAGE(money, role)", "flag = TRUE", "role = \"x\"", "1 / years < rate",
    ])
  func compared(text: String) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(typed?.type == .truth && faults.isEmpty, "\(faults)")
  }

  static let faults = [
    FormulaFault(
      "money + marks", "formula.unit", at: 10,
      "money is in CNY10k and marks in point, which cannot be added",
      "points, ratios and counts are plain numbers: divide money by another value in CNY10k"),
    FormulaFault(
      "marks - yuan", "formula.unit", at: 10, "which cannot be subtracted", "divide yuan by"),
    FormulaFault(
      "yuan + money", "formula.unit", at: 10, "yuan is in CNY and money in CNY10k",
      "CONVERT(money, CNY) or CONVERT(yuan, CNY10k)"),
    FormulaFault(
      "money > 500元", "formula.unit", at: 10,
      "money is in CNY10k and 500元 in CNY, which cannot be compared", "CONVERT(500元, CNY10k)"),
    FormulaFault(
      "money > people", "formula.unit", at: 10, "money is in CNY10k and people in person",
      "different things go together only as products and quotients, such as CNY10k/person"),
    FormulaFault("people + pieces", "formula.unit", at: 10, "in person and pieces in count"),
    FormulaFault("years + days", "formula.unit", at: 10, "in year and days in day"),
    FormulaFault("days < minutes", "formula.unit", at: 10, "CONVERT(minutes, day)"),
    FormulaFault("money + years * a", "formula.unit", at: 10, "years * a in year"),
    FormulaFault(
      "2 * (money + yuan)", "formula.unit", at: 15, "money is in CNY10k and yuan in CNY"),
    FormulaFault(
      "(money + 1) * 2 - (yuan - 1)", "formula.unit", at: 10,
      "(money + 1) * 2 is in CNY10k and yuan - 1 in CNY"),
    FormulaFault("rate + marks", "formula.unit", at: 10, "rate is in point/year"),
    FormulaFault("rate * years * years + 1 + marks", "formula.unit", at: 10, "in point*year"),
    FormulaFault(
      "POWER(years, 0) + years", "formula.unit", at: 10, "is a plain number and years in year"),
    FormulaFault(
      "MIN(3, money, marks)", "formula.unit", at: 17,
      "money is in CNY10k and marks in point, which MIN cannot choose between"),
    FormulaFault("MAX(yuan, money)", "formula.unit", at: 14, "MAX cannot choose between"),
    FormulaFault("CLAMP(money, 0, 100元)", "formula.unit", at: 16, "which CLAMP cannot compare"),
    FormulaFault("IF(flag, money, yuan)", "formula.unit", at: 19, "IF cannot choose between"),
    FormulaFault("IFMISSING(money, 0元)", "formula.unit", at: 20, "IFMISSING cannot choose"),
    FormulaFault(
      "ROUND(marks, money)", "formula.unit", at: 23,
      "the number of places of ROUND must be a plain number, and money is in CNY10k"),
    FormulaFault("POWER(2, money)", "formula.unit", at: 19, "the exponent of POWER"),
    FormulaFault("POWER(money, 0.5)", "formula.unit", at: 16, "a base of POWER"),
    FormulaFault("POWER(money, a)", "formula.unit", at: 16, "must be a plain number"),
    FormulaFault("POWER(money, 17)", "formula.unit", at: 16, "a base of POWER"),
    FormulaFault("SQRT(money)", "formula.unit", at: 15, "what SQRT takes must be a plain number"),
    FormulaFault(
      "CURVE(npl_points, money)", "formula.unit", at: 28,
      "money is in CNY10k, and the points of npl_points are in ratio"),
    FormulaFault(
      "STEP(commission, yuan)", "formula.unit", at: 27, "STEP(commission, CONVERT(yuan, CNY10k))"),
    FormulaFault(
      "CURVE(npl_points, share) + money", "formula.unit", at: 10,
      "CURVE(npl_points, share) is in point and money in CNY10k"),
    FormulaFault("STEP(commission, money) + marks", "formula.unit", at: 10, "in CNY and marks"),
    FormulaFault("SUM(business.years) + marks", "formula.unit", at: 10, "in year and marks"),
    FormulaFault(
      "SUM(business.income) + yuan", "formula.unit", at: 10, "SUM(business.income) is in"),
    FormulaFault(
      "SUMIF(business.income, income > 5元)", "formula.unit", at: 33, "income is in CNY10k"),
    FormulaFault(
      "COUNT(business.kind) * money + marks", "formula.unit", at: 10, "in CNY10k and marks"),
    FormulaFault("RANK(money, ALL) + money", "formula.unit", at: 10, "in count and money"),
    FormulaFault("AVERAGE(money, ALL) > yuan", "formula.unit", at: 10, "AVERAGE(money, ALL) is in"),
    FormulaFault("closed - opened > years", "formula.unit", at: 10, "closed - opened is in day"),
    FormulaFault("total - money", "formula.unit", at: 10, "total is in point"),
  ]

  @Test("What does not go together is refused with both units", arguments: faults)
  func apart(fault: FormulaFault) throws { try fault.check() }

  @Test("A lookup's default must be in the unit of its numbers")
  func lookup() throws {
    var scope = SampleScope.scope
    scope.valueUnits["lookups.level_base"] = Unit(.yuan)
    #expect(try SampleScope.check("LOOKUP(level_base, role)", in: scope).typed?.unit == Unit(.yuan))
    try FormulaFault(
      "LOOKUP(level_base, role, 1万元)", "formula.unit", at: 17,
      "level_base is in CNY and 1万元 in CNY10k, which LOOKUP cannot choose between"
    ).check(in: scope)
  }

  @Test("Curves of different kinds and lookups may share a name, and keep their own units")
  func sameName() throws {
    let yaml = """
      policy: same
      tables:
        staff: {key: id, columns: {years: {unit: year}, money: {unit: CNY}, role: text}}
      curves: {same: [[0, 0], [1, 1]]}
      steps: {same: [[0元, 0], [1元, 1]]}
      lookups: {same: {one: 5元}}
      formulas: {a: "CURVE(same, years)", b: "STEP(same, money)", c: "LOOKUP(same, role)"}
      scorecard: {dimensions: {a: {measures: {a: {score: a + b}}}}}
      """
    let policy = try PolicyReader.read(yaml, file: "policy.yaml").policy
    #expect(policy.tables[0].formulas.map(\.formula.unit) == [nil, nil, Unit(.yuan)])
  }

  @Test("A percent of an amount converts to its hundredth")
  func percent() throws {
    guard
      case .arithmetic(.multiply, _, .number(100))? = try SampleScope.check(
        "CONVERT(percentage * money, CNY)"
      ).typed?.expression
    else {
      Issue.record("10000 for the money, a hundredth for the percent")
      return
    }
  }

  @Test("Powers cannot grow without end, and plain ones are left out first")
  func powers() throws {
    let squares = { (name: String, times: Int) in
      (0..<times).reduce(name) { text, _ in "POWER(\(text), 16)" }
    }
    #expect(try SampleScope.check(squares("share", 3)).faults.isEmpty)
    let faults = try SampleScope.check(squares("money", 3)).faults
    #expect(faults.map(\.code) == ["formula.unit"])
    #expect(faults[0].message.contains("beyond the power 16"))
    let product = Array(repeating: "money", count: 900).joined(separator: " * ")
    #expect(try SampleScope.check(product).faults.map(\.code) == ["formula.unit"])
  }

  @Test("Long texts are cut in messages")
  func long() throws {
    let sum = Array(repeating: "money", count: 100).joined(separator: " + ")
    let fault = try #require(try SampleScope.check("\(sum) + yuan").faults.first)
    #expect(fault.message.count < 200)
    #expect(fault.message.contains(" ... is in CNY10k and yuan in CNY"))
  }

  // MARK: Names

  @Test("A name of two things is refused")
  func ambiguous() throws {
    var scope = SampleScope.scope
    scope.ambiguous["money"] = "both a value of the table and a part of the scorecard"
    try FormulaFault(
      "1 + money", "formula.ambiguous-name", at: 14,
      "money is both a value of the table and a part of the scorecard"
    ).check(in: scope)
    // The rows of a detail table know nothing of the scorecard.
    scope.ambiguous["kind"] = "both"
    #expect(try SampleScope.check("COUNTIF(business.kind, kind = \"x\")", in: scope).faults.isEmpty)
  }
}
