import Testing

@testable import ScorecardPolicy

@Suite("Formula parser")
struct FormulaParserTests {
  @Test(
    "Operators bind as in a spreadsheet: signs, then products, then sums, then comparisons",
    arguments: [
      ("1 + 2 * 3", "(+ 1.0 (* 2.0 3.0))"),
      ("(1 + 2) * 3", "(* (+ 1.0 2.0) 3.0)"),
      ("a - b - c", "(- (- a b) c)"),
      ("a / b / c", "(/ (/ a b) c)"),
      ("a / b * c", "(* (/ a b) c)"),
      ("a - b + c", "(+ (- a b) c)"),
      ("a + b = c * d", "(= (+ a b) (* c d))"),
      ("a < b + 1", "(< a (+ b 1.0))"),
      ("(a < b) = (c >= d)", "(= (< a b) (>= c d))"),
      ("a <> b", "(<> a b)"),
    ])
  func precedence(written: String, shape: String) throws {
    #expect(try FormulaParser.parse(written).text == shape)
  }

  @Test(
    "A sign belongs to what follows it, and a plus sign changes nothing",
    arguments: [
      ("-2 * 3", "(* (- 2.0) 3.0)"), ("2 * -3", "(* 2.0 (- 3.0))"), ("a - -b", "(- a (- b))"),
      ("--a", "(- (- a))"), ("+a", "a"), ("-+-a", "(- (- a))"), ("-(a + b)", "(- (+ a b))"),
      ("-POWER(x, 2)", "(- POWER(x, 2.0))"),
    ])
  func signs(written: String, shape: String) throws {
    #expect(try FormulaParser.parse(written).text == shape)
  }

  @Test(
    "Names, members, texts and calls are read as written",
    arguments: [
      ("存款完成率 * 2", "(* 存款完成率 2.0)"),
      ("[存款 完成率] + [SUM]", "(+ [存款 完成率] [SUM])"),
      ("sum(business.income)", "sum(business.income)"),
      ("SUM([业务 表].[收入 额])", "SUM(业务 表.收入 额)"),
      ("if(a = \"x\"\"y\", 1, 0)", "if((= a 'x\"y'), 1.0, 0.0)"),
      ("IF(a, IF(b, 1, 2), 3)", "IF(a, IF(b, 1.0, 2.0), 3.0)"),
      ("f()", "f()"),
      ("1500元 + 30万元", "(+ 1500.0 CNY 30.0 CNY10k)"),
      ("true", "true"),
    ])
  func words(written: String, shape: String) throws {
    #expect(try FormulaParser.parse(written).text == shape)
  }

  @Test("Spaces and line ends between words do not matter")
  func spaces() throws {
    #expect(try FormulaParser.parse("\n a+ \t b\r\n*c ").text == "(+ a (* b c))")
  }

  @Test(
    "An expression knows which characters it covers",
    arguments: [
      ("  a + b * c ", 2..<11), ("-(a)", 0..<4), ("f(a, b)", 0..<7), ("t.[c d]", 0..<7),
    ])
  func ranges(written: String, range: Range<Int>) throws {
    #expect(try FormulaParser.parse(written).range == range)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let offset: Int
    let words: String
    var testDescription: String { text }
  }

  static let faults = [
    Fault(text: "", offset: 0, words: "the formula is empty"),
    Fault(text: "1 +", offset: 3, words: "ends where a value is expected"),
    Fault(text: "(1 + 2", offset: 0, words: "never closed"),
    Fault(text: "a * f(1, 2", offset: 5, words: "never closed"),
    Fault(text: "f(1,", offset: 4, words: "ends where a value is expected"),
    Fault(text: "f(1 2)", offset: 4, words: "an operator is missing"),
    Fault(text: "1 2", offset: 2, words: "an operator is missing"),
    Fault(text: "存款 完成率", offset: 3, words: "square brackets"),
    Fault(text: "a < b < c", offset: 6, words: "AND(a < b, b < c)"),
    Fault(text: ")", offset: 0, words: "stands where a value is expected"),
    Fault(text: "* a", offset: 0, words: "stands where a value is expected"),
    Fault(text: "1 + )", offset: 4, words: "does not fit here"),
    Fault(text: "business.", offset: 9, words: "a column's name is expected"),
    Fault(text: "business.+", offset: 9, words: "a column's name is expected"),
    Fault(text: "[SUM](1)", offset: 5, words: "does not fit here"),
  ]

  @Test("What does not fit together is named at its place", arguments: faults)
  func located(fault: Fault) throws {
    let error = try #require(throws: FormulaSyntaxError.self) {
      try FormulaParser.parse(fault.text)
    }
    #expect(error.offset == fault.offset)
    #expect("\(error.message) \(error.suggestion ?? "")".contains(fault.words))
  }

  @Test("A formula nested or written beyond all measure is refused, not crashed on")
  func limits() throws {
    let nested = { (depth: Int) in
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(throws: Never.self) { try FormulaParser.parse(nested(99)) }
    let deep = try #require(throws: FormulaSyntaxError.self) {
      try FormulaParser.parse(nested(100_000))
    }
    #expect(deep.message.contains("too long") || deep.message.contains("too deeply"))
    #expect(throws: FormulaSyntaxError.self) { try FormulaParser.parse(nested(101)) }
    let long = Array(repeating: "a", count: 100_000).joined(separator: "+")
    let error = try #require(throws: FormulaSyntaxError.self) { try FormulaParser.parse(long) }
    #expect(error.message.contains("too long"))
    // A sign is a word too, so that a chain of them cannot exhaust the stack.
    #expect(throws: FormulaSyntaxError.self) {
      try FormulaParser.parse(String(repeating: "-", count: 100_000) + "a")
    }
  }

  @Test("The names of values in a formula are found wherever they stand, those of curves left out")
  func names() throws {
    let expression = try FormulaParser.parse("IF(a > [b c], -d, SUM(t.e) + CURVE(f, 2))")
    #expect(expression.names == ["a", "b c", "d"])
  }
}
