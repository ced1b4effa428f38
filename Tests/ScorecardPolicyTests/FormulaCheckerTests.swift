import Testing

@testable import ScorecardPolicy

@Suite("Formula checker")
struct FormulaCheckerTests {
  @Test(
    "Every formula has a type",
    arguments: [
      ("a + b", .number), ("-a * 2", .number), ("a = b", .truth), ("role <> \"x\"", .truth),
      ("id < role", .truth), ("flag = TRUE", .truth), ("true", .truth), ("False", .truth),
      ("\"x\"", .text), ("role", .text), ("IF(flag, a, b)", .number),
      ("IF(a > 1, \"x\", role)", .text), ("if(flag, flag, NOT(flag))", .truth),
      ("IFMISSING(role, \"\")", .text), ("IFMISSING(flag, FALSE)", .truth),
      ("ISMISSING(role)", .truth), ("AND(flag)", .truth), ("or(flag, a > b, TRUE)", .truth),
      ("MIN(a)", .number), ("MAX(a, b, 3)", .number), ("CLAMP(a, 0, 1)", .number),
      ("ROUND(a, 2)", .number), ("Sqrt(a) + LN(b) + EXP(a) + ABS(b)", .number),
      ("POWER(a, b)", .number), ("CURVE(npl_points, share)", .number),
      ("STEP(commission, a)", .number), ("LOOKUP(level_base, role, 0)", .number),
      ("LOOKUP(level_base, role)", .number), ("SUM(business.income)", .number),
      ("COUNT(business.kind)", .number), ("MIN(business.income)", .number),
      ("[存款 完成率] * factor", .number),
    ] as [(String, ValueType)])
  func types(text: String, type: ValueType) throws {
    let (typed, faults) = try SampleScope.check(text)
    #expect(faults.isEmpty)
    #expect(typed?.type == type)
  }

  @Test("Names are looked up as columns, formulas, keys and parameters")
  func lookedUp() throws {
    #expect(
      try SampleScope.check("a").typed?.expression
        == .value(ValueReference(source: .column, name: "a")))
    #expect(
      try SampleScope.check("id").typed?.expression
        == .value(ValueReference(source: .key, name: "id")))
    #expect(try SampleScope.check("rate").typed?.expression == .parameter("rate"))
    #expect(
      try SampleScope.check("MAX(business.net)").typed?.expression
        == .aggregate(
          .maximum, table: "business", ValueReference(source: .formula, name: "net"), condition: nil
        ))
    // Truths in brackets are names like any other.
    #expect(try SampleScope.check("[TRUE]").faults.map(\.code) == ["formula.unknown-name"])
  }

  @Test("Texts are compared as texts, numbers and truths as numbers")
  func comparisons() throws {
    guard case .compareText(.less, _, _)? = try SampleScope.check("id < role").typed?.expression
    else {
      Issue.record("texts need their own comparison")
      return
    }
    guard case .compare(.equal, _, _)? = try SampleScope.check("flag = TRUE").typed?.expression
    else {
      Issue.record("truths are compared as numbers")
      return
    }
  }

  static let faults = [
    FormulaFault("a + moneey", "formula.unknown-name", at: 14, "moneey", "did you mean \"money\"?"),
    FormulaFault("a + zzzzz", "formula.unknown-name", at: 14, "no column, formula or parameter"),
    FormulaFault(
      "income", "formula.unknown-name", at: 10, "detail table business", "SUM(business.income)"),
    FormulaFault("npl_points", "formula.unknown-name", at: 10, "CURVE(npl_points, x)"),
    FormulaFault("commission", "formula.unknown-name", at: 10, "STEP(commission, x)"),
    FormulaFault("level_base", "formula.unknown-name", at: 10, "LOOKUP(level_base, text, default)"),
    FormulaFault("both + 1", "formula.ambiguous-name", at: 10, "both a parameter and a value"),
    FormulaFault("1 + business.income", "formula.detail-alone", at: 14, "many rows", "SUM("),
    FormulaFault("a + role", "formula.type", at: 14, "operator +", "role is a text"),
    FormulaFault("-flag", "formula.type", at: 11, "the sign -", "truth"),
    FormulaFault("a = role", "formula.type", at: 10, "cannot be compared", "double quotes"),
    FormulaFault("flag > 0", "formula.type", at: 10, "a truth and a number cannot be compared"),
    FormulaFault("IF(a, 1, 2)", "formula.type", at: 13, "the condition of IF needs a truth"),
    FormulaFault("IF(flag, 1, \"x\")", "formula.type", at: 10, "a number in one case and a text"),
    FormulaFault("IFMISSING(a, \"\")", "formula.type", at: 10, "IFMISSING gives a number"),
    FormulaFault("AND(flag, a)", "formula.type", at: 20, "AND needs a truth", "a is a number"),
    FormulaFault("NOT(1)", "formula.type", at: 14, "NOT needs a truth"),
    FormulaFault("MIN(role, a)", "formula.type", at: 14, "MIN needs a number"),
    FormulaFault(
      "SUM(business.kind)", "formula.type", at: 14, "SUM needs numbers", "business.kind"),
    FormulaFault(
      "SUM(bussiness.income)", "formula.unknown-name", at: 14, "did you mean \"business\"?"),
    FormulaFault("SUM(business.incom)", "formula.unknown-name", at: 14, "did you mean \"income\"?"),
    FormulaFault("SUM(a)", "formula.type", at: 10, "a column of a detail table", "write a + b"),
    FormulaFault("COUNT(a)", "formula.type", at: 10, "a column of a detail table"),
    FormulaFault(
      "CURVE(npl_point, a)", "formula.unknown-name", at: 16, "did you mean \"npl_points\"?"),
    FormulaFault("CURVE(commission, a)", "formula.unknown-name", at: 16, "no entry of curves"),
    FormulaFault("CURVE(1, a)", "formula.type", at: 16, "name of one of the policy's curves"),
    FormulaFault("STEP(npl_points, a)", "formula.unknown-name", at: 15, "no entry of steps"),
    FormulaFault("LOOKUP(level_base, a)", "formula.type", at: 29, "LOOKUP needs a text"),
    FormulaFault("LOOKUP(level_base, role, \"\")", "formula.type", at: 35, "LOOKUP needs a number"),
    FormulaFault("LOOKUP(levels, role)", "formula.unknown-name", at: 17, "no entry of lookups"),
    FormulaFault(
      "IF(flag, 1)", "formula.argument-count", at: 10, "IF takes 3 arguments, not 2",
      "IF(condition, value if true, value if false)"),
    FormulaFault("ROUND(a)", "formula.argument-count", at: 10, "ROUND takes 2", "ROUND(x, places)"),
    FormulaFault("ABS()", "formula.argument-count", at: 10, "ABS takes 1 argument, not 0"),
    FormulaFault("MIN()", "formula.argument-count", at: 10, "MIN takes at least 1"),
    FormulaFault("LOOKUP(level_base)", "formula.argument-count", at: 10, "LOOKUP takes 2 or 3"),
    FormulaFault("AVERAGEX(a)", "formula.unknown-function", at: 10, "did you mean \"AVERAGE\"?"),
    FormulaFault(
      "vlookup(a)", "formula.unknown-function", at: 10, "there is no function vlookup",
      "LOOKUP(name, text, default), with the table in lookups: of the policy"),
  ]

  @Test("What is wrong is said with its place, its reason and what to do", arguments: faults)
  func located(fault: FormulaFault) throws {
    try fault.check()
  }

  @Test("All faults of a formula are found together")
  func several() throws {
    let faults = try SampleScope.check("aa1 + IF(zz1, yy1, SUM(x1.y)) * role").faults
    #expect(faults.count == 5)
  }

  @Test("A name whose own declaration is at fault is not reported again")
  func broken() throws {
    for text in ["faulty + 1", "CURVE(faulty, 1)", "SUM(faulty.x)", "SUM(business.faulty)"] {
      let (typed, faults) = try SampleScope.check(text)
      #expect(typed == nil && faults.isEmpty, "\(text)")
    }
  }
}
