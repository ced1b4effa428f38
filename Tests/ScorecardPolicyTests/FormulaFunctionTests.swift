import Testing

@testable import ScorecardPolicy

@Suite("Functions over rows and over the population")
struct FormulaFunctionTests {
  struct Meaning: CustomTestStringConvertible, Sendable {
    let text: String
    let type: ValueType
    let unit: Unit?
    let expression: CheckedExpression
    var testDescription: String { text }

    init(
      _ text: String, _ type: ValueType = .number, _ unit: String? = nil,
      _ expression: CheckedExpression
    ) {
      (self.text, self.type, self.expression) = (text, type, expression)
      self.unit = unit.flatMap { Unit($0) }
    }
  }

  private static func column(_ name: String) -> ValueReference {
    ValueReference(source: .column, name: name)
  }

  private static let isNew = CheckedExpression.compareText(
    .equal, .value(column("kind")), .text("new"))

  private static func rows(
    _ function: AggregateFunction, _ name: String, _ source: ValueReference.Source = .column,
    when condition: CheckedExpression? = nil
  ) -> CheckedExpression {
    .aggregate(
      function, table: "business", ValueReference(source: source, name: name),
      condition: condition)
  }

  private static func people(
    _ function: PopulationFunction, _ value: CheckedExpression = .value(column("money")),
    _ group: ValueReference? = nil, decimals: Int = 2
  ) -> CheckedExpression {
    .statistic(function, value, group: group, decimals: decimals)
  }

  static let meanings = [
    Meaning(
      "SUMIF(business.income, kind = \"new\")", .number, "CNY10k",
      rows(.sum, "income", when: isNew)),
    Meaning(
      "averageif(business.income, kind = \"new\")", .number, "CNY10k",
      rows(.average, "income", when: isNew)),
    Meaning(
      "MINIF(business.day, kind = \"new\")", .date, nil, rows(.minimum, "day", when: isNew)),
    Meaning(
      "MAXIF(business.quarter, kind = \"new\")", .period, nil,
      rows(.maximum, "quarter", when: isNew)),
    Meaning(
      "COUNTIF(business.kind, kind = \"new\")", .number, "count",
      rows(.count, "kind", when: isNew)),
    Meaning(
      "COUNTIF(business.kind, met)", .number, "count",
      rows(.count, "kind", when: .value(ValueReference(source: .formula, name: "met")))),
    Meaning(
      "SUMIF(business.income, income > factor)", .number, "CNY10k",
      rows(
        .sum, "income",
        when: .compare(.greater, .value(column("income")), .parameter("factor")))),
    Meaning(
      "SUMIF(business.income, quarter >= \"2026Q3\")", .number, "CNY10k",
      rows(
        .sum, "income",
        when: .compare(
          .greaterOrEqual, .value(column("quarter")), .number(Double((2026 * 12 + 8) * 16 + 3))))),
    Meaning("MIN(business.day)", .date, nil, rows(.minimum, "day")),
    Meaning("MAX(business.quarter)", .period, nil, rows(.maximum, "quarter")),
    Meaning("FIRST(business.kind)", .text, nil, rows(.first, "kind")),
    Meaning("LAST(business.income)", .number, "CNY10k", rows(.last, "income")),
    Meaning("LAST(business.met)", .truth, nil, rows(.last, "met", .formula)),
    Meaning("STREAK(business.met)", .number, "count", rows(.streak, "met", .formula)),
    Meaning("SUM(money, ALL)", .number, "CNY10k", people(.sum)),
    Meaning("AVERAGE(money, role)", .number, "CNY10k", people(.average, group: "role")),
    Meaning("median(money, level)", .number, "CNY10k", people(.median, group: "level", .formula)),
    Meaning("MIN(money, ALL)", .number, "CNY10k", people(.minimum)),
    Meaning("MAX(money, role)", .number, "CNY10k", people(.maximum, group: "role")),
    Meaning(
      "MIN(opened, role)", .date, nil, people(.minimum, .value(column("opened")), column("role"))),
    Meaning("COUNT(role, ALL)", .number, "count", people(.count, .value(column("role")))),
    Meaning("STDEV(money, ALL)", .number, "CNY10k", people(.standardDeviation)),
    Meaning("RANK(money, ALL)", .number, "count", people(.rank)),
    Meaning("RANK(money, ALL, 0)", .number, "count", people(.rank, decimals: 0)),
    Meaning(
      "PERCENTRANK(money, role, 4)", .number, "ratio",
      .statistic(.percentRank, .value(column("money")), group: column("role"), decimals: 4)),
    Meaning(
      "AVERAGE(customer.deposit, ALL)", .number, nil,
      people(.average, .value(ValueReference(source: .measure, name: "customer.deposit")))),
    Meaning(
      "AVERAGE(SUM(business.income), ALL)", .number, "CNY10k",
      people(.average, rows(.sum, "income"))),
    Meaning(
      "MIN(money, 5)", .number, "CNY10k",
      .call(.minimum, [.value(column("money")), .number(5)])),
    Meaning(
      "MIN(customer.deposit)", .number, nil,
      .call(.minimum, [.value(ValueReference(source: .measure, name: "customer.deposit"))])),
    Meaning(
      "customer.deposit", .number, nil,
      .value(ValueReference(source: .measure, name: "customer.deposit"))),
  ]

  private static func people(
    _ function: PopulationFunction, group: String, _ source: ValueReference.Source = .column
  ) -> CheckedExpression {
    people(function, .value(column("money")), ValueReference(source: source, name: group))
  }

  @Test("Each function has its meaning, its type and its unit", arguments: meanings)
  func meaning(meaning: Meaning) throws {
    let (typed, faults) = try SampleScope.check(meaning.text)
    #expect(faults.isEmpty, "\(faults)")
    #expect(typed?.expression == meaning.expression)
    #expect(typed?.type == meaning.type)
    #expect(typed?.unit == meaning.unit)
  }

  @Test("Ranks compare as finely as the policy publishes scores unless they say otherwise")
  func decimals() throws {
    var scope = SampleScope.scope
    scope.decimals = 5
    let expression = try SampleScope.check("RANK(a, ALL)", in: scope).typed?.expression
    #expect(expression == Self.people(.rank, .value(Self.column("a")), decimals: 5))
  }

  // MARK: Detail rows

  static let detailFaults = [
    FormulaFault(
      "SUMIF(business.income)", "formula.argument-count", at: 10, "SUMIF takes 2 arguments, not 1",
      "SUMIF(table.column, condition)"),
    FormulaFault(
      "SUMIF(business.income, \"new\", business.kind)", "formula.argument-count", at: 10,
      "not 3"),
    FormulaFault(
      "SUMIF(income, kind = \"new\")", "formula.type", at: 10,
      "SUMIF needs a column of a detail table", "write business.income"),
    FormulaFault(
      "SUMIF(busines.income, kind = \"new\")", "formula.unknown-name", at: 16,
      "no detail table is named busines", "did you mean \"business\"?"),
    FormulaFault(
      "SUMIF(business.incom, kind = \"new\")", "formula.unknown-name", at: 16,
      "did you mean \"income\"?"),
    FormulaFault(
      "SUMIF(business.kind, met)", "formula.type", at: 16,
      "SUMIF needs numbers, and business.kind is a text"),
    FormulaFault(
      "MINIF(business.kind, met)", "formula.type", at: 16,
      "MINIF needs numbers, dates or periods, and business.kind is a text"),
    FormulaFault(
      "AVERAGE(business.day)", "formula.type", at: 18,
      "AVERAGE needs numbers, and business.day is a date"),
    FormulaFault(
      "COUNTIF(business.kind, \"new\")", "formula.type", at: 33,
      "the condition of COUNTIF needs a truth, and \"new\" is a text",
      "write it as a comparison, such as column = \"new\""),
    FormulaFault(
      "COUNTIF(business.kind, kind)", "formula.type", at: 33, "such as kind = \"x\""),
    FormulaFault(
      "COUNTIF(business.kind, income)", "formula.type", at: 33, "such as income = 0"),
    FormulaFault(
      "SUMIF(business.income, money > 3)", "formula.condition", at: 33,
      "the condition of SUMIF sees the rows of business, not the subject, whose value money is",
      "the rows of business have day, income, kind, met, net, quarter"),
    FormulaFault(
      "SUMIF(business.income, star = \"x\")", "formula.condition", at: 33,
      "not the subject, whose value star is"),
    FormulaFault(
      "SUMIF(business.income, knid = \"x\")", "formula.unknown-name", at: 33,
      "the table business has no column or formula knid", "did you mean \"kind\"?"),
    FormulaFault(
      "SUMIF(business.income, business.kind = \"x\")", "formula.condition", at: 33,
      "whose values are named without a table", "write kind"),
    FormulaFault(
      "SUMIF(business.income, customer.deposit > 3)", "formula.condition", at: 33,
      "sees one row of business"),
    FormulaFault(
      "SUMIF(business.income, SUM(business.income) > 3)", "formula.condition", at: 33,
      "the condition of SUMIF sees one row of business, and SUM needs many"),
    FormulaFault(
      "SUMIF(business.income, income > AVERAGE(income, ALL))", "formula.condition", at: 42,
      "AVERAGE over a group needs the population"),
    FormulaFault(
      "SUMIF(business.income, quarter > \"2026-13\")", "formula.time", at: 43,
      "\"2026-13\" is not a period", "write a month as \"2026-10\""),
    FormulaFault(
      "FIRST(log.amount)", "formula.no-order", at: 16,
      "FIRST looks at rows in their order, and the table log has none",
      "add order: with the column of the period to tables.log"),
    FormulaFault("STREAK(log.amount)", "formula.no-order", at: 17, "STREAK looks at rows"),
    FormulaFault(
      "STREAK(business.income)", "formula.type", at: 17,
      "STREAK needs truths, and business.income is a number", "met: actual >= plan"),
    FormulaFault(
      "LAST(business.income, ALL)", "formula.argument-count", at: 10, "LAST takes 1 argument"),
    FormulaFault("FIRST(a)", "formula.type", at: 10, "FIRST needs a column of a detail table"),
    FormulaFault(
      "FIRST(income)", "formula.type", at: 10, "FIRST needs a column", "write business.income"),
    FormulaFault(
      "SUM(customer.deposit)", "formula.unknown-name", at: 14,
      "customer.deposit is one score", "customer.deposit, ALL"),
    FormulaFault("SUM()", "formula.argument-count", at: 10, "SUM(x, group)"),
  ]

  @Test("Faults of functions over detail rows", arguments: detailFaults)
  func detail(fault: FormulaFault) throws { try fault.check() }

  @Test("The names of a condition are those of the detail table, and order no formulas")
  func conditionNames() throws {
    let expression = try FormulaParser.parse("SUMIF(t.x, kind = \"new\") + COUNTIF(t.x, b) + a")
    #expect(expression.names == ["a"])
  }

  @Test("After a condition the subject's names are known again")
  func afterCondition() throws {
    let (typed, faults) = try SampleScope.check(
      "IF(flag, SUMIF(business.income, kind = \"new\") + money, COUNTIF(business.kind, met) * money)"
    )
    #expect(typed != nil && faults.isEmpty)
  }

  // MARK: Population

  static let populationFaults = [
    FormulaFault(
      "MEDIAN(a)", "formula.argument-count", at: 10, "MEDIAN takes 2", "MEDIAN(x, group)"),
    FormulaFault("SUM(a, role, 2)", "formula.argument-count", at: 10, "SUM takes 2"),
    FormulaFault("RANK(a)", "formula.argument-count", at: 10, "RANK takes 2 or 3"),
    FormulaFault(
      "RANK(a, ALL, 2, 3)", "formula.argument-count", at: 10, "RANK takes 2 or 3 arguments, not 4"),
    FormulaFault(
      "SUM(a, rol)", "formula.group", at: 17, "there is no group rol", "did you mean \"role\"?"),
    FormulaFault("SUM(a, all)", "formula.group", at: 17, "did you mean \"ALL\"?"),
    FormulaFault("SUM(a, [ALL])", "formula.group", at: 17, "there is no group ALL"),
    FormulaFault(
      "SUM(a, b)", "formula.group", at: 17, "b is a number, and groups are texts",
      "the groups here are ALL, level, role"),
    FormulaFault("SUM(a, id)", "formula.group", at: 17, "id is the key"),
    FormulaFault(
      "SUM(a, \"x\")", "formula.group", at: 17,
      "the group of SUM must be ALL or the name of a text column, not \"x\""),
    FormulaFault("AVERAGE(role, ALL)", "formula.type", at: 18, "AVERAGE needs a number"),
    FormulaFault("MEDIAN(opened, ALL)", "formula.type", at: 17, "MEDIAN needs a number"),
    FormulaFault("MIN(role, ALL)", "formula.type", at: 14, "MIN needs a number"),
    FormulaFault("MIN(a, rol)", "formula.unknown-name", at: 17, "did you mean \"role\"?"),
    FormulaFault(
      "AVERAGE(business.income, role)", "formula.detail-alone", at: 18,
      "AVERAGE over a group needs one value of each subject",
      "AVERAGE(SUM(business.income), group)"),
    FormulaFault(
      "MEDIAN(business.income, role)", "formula.detail-alone", at: 17, "SUM(business.income)"),
    FormulaFault(
      "RANK(a, ALL, 10)", "formula.decimals", at: 23, "a whole number from 0 to 9",
      "leave them out"),
    FormulaFault("RANK(a, ALL, 1.5)", "formula.decimals", at: 23),
    FormulaFault("RANK(a, ALL, b)", "formula.decimals", at: 23, "written out, not b"),
    FormulaFault("RANK(a, ALL, 2元)", "formula.decimals", at: 23),
    FormulaFault("RANK(a, ALL, -1)", "formula.decimals", at: 23),
    FormulaFault("ALL", "formula.unknown-name", at: 10, "ALL is the group of all subjects"),
  ]

  @Test("Faults of functions over the population", arguments: populationFaults)
  func population(fault: FormulaFault) throws { try fault.check() }

  @Test(
    "Formulas of detail rows see no population",
    arguments: ["SUM(a, ALL)", "MIN(a, ALL)", "MAX(a, role)", "RANK(a, role, 2)"])
  func unseen(text: String) throws {
    var scope = SampleScope.scope
    scope.seesPopulation = false
    try FormulaFault(
      text, "formula.no-population", at: 10, "formulas of detail rows see no population"
    ).check(in: scope)
  }

  @Test("A grade is no group")
  func grade() throws {
    var scope = SampleScope.scope
    scope.values["star"] = FormulaScope.Entry(
      reference: ValueReference(source: .grade, name: "star"), type: .text, unit: nil)
    try FormulaFault("SUM(a, star)", "formula.group", at: 17, "star is a grade").check(in: scope)
  }

  // MARK: Dates

  @Test(
    "Dates and periods are compared, chosen and subtracted, also with texts written out",
    arguments: [
      ("opened < closed", .truth, nil), ("opened >= \"2026-01-31\"", .truth, nil),
      ("\"2026年10月\" <= month", .truth, nil), ("month = \"2026Q3\"", .truth, nil),
      ("month <> \"2026\"", .truth, nil), ("closed - opened", .number, "day"),
      ("opened - \"2026-01-01\"", .number, "day"), ("\"2026-01-01\" - opened", .number, "day"),
      ("CONVERT(closed - opened, hour)", .number, "hour"),
      ("IF(flag, opened, closed)", .date, nil), ("IF(flag, opened, \"2026-1-1\")", .date, nil),
      ("IFMISSING(month, \"2026-10\")", .period, nil), ("ISMISSING(month)", .truth, nil),
      ("MIN(opened, closed)", .date, nil), ("MAX(opened, \"2026-12-31\")", .date, nil),
      ("MAX(month, \"2026-12\")", .period, nil),
    ] as [(String, ValueType, String?)])
  func dates(text: String, type: ValueType, unit: String?) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(faults.isEmpty, "\(faults)")
    #expect(typed?.type == type)
    #expect(typed?.unit == unit.flatMap { Unit($0) })
  }

  @Test("A text beside a date or period stands for its number")
  func numbers() throws {
    // 1970-01-31 is day 30; October 2026 is month 2026 * 12 + 9 of length 1.
    #expect(
      try SampleScope.check("opened = \"1970-01-31\"").typed?.expression
        == .compare(.equal, .value(Self.column("opened")), .number(30)))
    #expect(
      try SampleScope.check("month = \"2026-10\"").typed?.expression
        == .compare(.equal, .value(Self.column("month")), .number(Double((2026 * 12 + 9) * 16 + 1)))
    )
  }

  static let dateFaults = [
    FormulaFault(
      "opened = \"2026-02-30\"", "formula.time", at: 19, "\"2026-02-30\" is not a date",
      "write a day as \"2026-01-31\""),
    FormulaFault("month = \"October\"", "formula.time", at: 18, "is not a period", "\"2026Q3\""),
    FormulaFault("IFMISSING(opened, \"\")", "formula.time", at: 28, "\"\" is not a date"),
    FormulaFault(
      "opened > 20260131", "formula.type", at: 10, "a date and a number cannot be compared",
      "write a day in double quotes"),
    FormulaFault(
      "month > 2026", "formula.type", at: 10, "a period and a number cannot be compared",
      "write a period in double quotes"),
    FormulaFault("opened = role", "formula.type", at: 10, "a date and a text cannot be compared"),
    FormulaFault("opened = month", "formula.type", at: 10, "a date and a period cannot be"),
    FormulaFault(
      "opened + 1", "formula.type", at: 10, "the operator + needs a number, and opened is a date",
      "the difference of two dates is a number of days"),
    FormulaFault("opened - 1", "formula.type", at: 19, "the difference from a date needs a date"),
    FormulaFault(
      "month - 1", "formula.type", at: 10, "month is a period", "periods are compared"),
    FormulaFault("-opened", "formula.type", at: 11, "the sign - needs a number"),
    FormulaFault("MIN(opened, 3)", "formula.type", at: 22, "MIN needs a date, and 3 is a number"),
    FormulaFault("IF(flag, opened, 3)", "formula.type", at: 10, "IF gives a date in one case"),
    FormulaFault("ROUND(opened, 1)", "formula.type", at: 16, "ROUND needs a number"),
    FormulaFault("CLAMP(opened, 1, 2)", "formula.type", at: 16, "CLAMP needs a number"),
  ]

  @Test("Faults of dates and periods", arguments: dateFaults)
  func dateFault(fault: FormulaFault) throws { try fault.check() }

  // MARK: What comes later

  @Test(
    "A name of what comes later says so",
    arguments: [
      (
        "star = \"x\"", "gates.veto.when",
        ["star is a grade, and grades come after the gates", "the condition that the grade comes"]
      ),
      (
        "branch_rank <= 3", "scorecard.dimensions.a.measures.b.score",
        [
          "branch_rank is a ranking, and rankings come after the measures",
          "try: move what depends on branch_rank to results",
        ]
      ),
      (
        "final > 3", "formulas.x",
        ["final is the value after the gates, and that comes after the formulas"]
      ),
    ])
  func tooEarly(text: String, path: String, words: [String]) throws {
    let faults = try SampleScope.check(text, path: path).faults
    #expect(faults.map(\.code) == ["formula.too-early"])
    for words in words { #expect(faults[0].description.contains(words), "\(faults[0])") }
  }

  static let memberFaults = [
    FormulaFault(
      "customer.depsit", "formula.unknown-name", at: 10,
      "the dimension customer has no measure depsit", "did you mean \"deposit\"?"),
    FormulaFault(
      "custmer.deposit", "formula.unknown-name", at: 10,
      "no detail table or dimension is named custmer", "did you mean \"customer\"?"),
    FormulaFault("staff.money", "formula.unknown-name", at: 10, "staff is the subject table"),
    FormulaFault(
      "customer", "formula.unknown-name", at: 10, "named as in customer.deposit"),
  ]

  @Test("Faults of names with a dot", arguments: memberFaults)
  func member(fault: FormulaFault) throws { try fault.check() }
}
