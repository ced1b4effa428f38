import Testing

@testable import ScorecardPolicy

@Suite("Formula lexer")
struct FormulaLexerTests {
  @Test("Words, numbers, texts and symbols each become one token with its place")
  func tokens() throws {
    let tokens = try FormulaLexer.tokens(of: "IF(存款>=30万元, [2024 plan], \"a\"\"b\")")
    let kinds: [FormulaToken.Kind] = [
      .name("IF", isBracketed: false), .symbol("("), .name("存款", isBracketed: false),
      .symbol(">="), .number(30, Unit(.tenThousandYuan)), .symbol(","),
      .name("2024 plan", isBracketed: true), .symbol(","), .text("a\"b"), .symbol(")"), .end,
    ]
    #expect(tokens.map(\.kind) == kinds)
    #expect(tokens[4].range == 7..<11)
    #expect(tokens[8].range == 26..<32)
    #expect(tokens[10].range == 33..<33)
  }

  @Test(
    "Every operator and separator is a symbol",
    arguments: ["+", "-", "*", "/", "=", "<>", "<", "<=", ">", ">=", "(", ")", ",", "."])
  func symbols(symbol: String) throws {
    #expect(try FormulaLexer.tokens(of: " \(symbol) ").map(\.kind) == [.symbol(symbol), .end])
  }

  @Test(
    "Names hold letters of any script, digits and underscores",
    arguments: ["存款完成率", "a1", "_x", "plan_2024", "é", "ёлка", "達成率", "x²"])
  func names(name: String) throws {
    let kinds = try FormulaLexer.tokens(of: name).map(\.kind)
    #expect(kinds == [.name(name, isBracketed: false), .end])
  }

  @Test(
    "A text may hold anything, two quotes standing for one",
    arguments: [
      ("\"\"", ""), ("\"\"\"\"", "\""), ("\"a, b\"", "a, b"), ("\"万 [x]\"", "万 [x]"),
      ("\"say \"\"hi\"\"\"", "say \"hi\""),
    ])
  func texts(written: String, text: String) throws {
    #expect(try FormulaLexer.tokens(of: written).map(\.kind) == [.text(text), .end])
  }

  @Test("An empty formula is nothing but its end", arguments: ["", "  ", "\n\t"])
  func empty(text: String) throws {
    #expect(try FormulaLexer.tokens(of: text).map(\.kind) == [.end])
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let offset: Int
    let words: String
    var testDescription: String { text }
  }

  static let faults = [
    Fault(text: "x ^ 2", offset: 2, words: "POWER(x, y)"),
    Fault(text: "x ** 2", offset: 3, words: "does not fit here"),
    Fault(text: "a != b", offset: 2, words: "<>"),
    Fault(text: "a == b", offset: 2, words: "write = once"),
    Fault(text: "a && b", offset: 2, words: "AND("),
    Fault(text: "a || b", offset: 2, words: "OR("),
    Fault(text: "x %", offset: 2, words: "as in 5%"),
    Fault(text: "f(1; 2)", offset: 3, words: "by commas"),
    Fault(text: "'a'", offset: 0, words: "double quotes"),
    Fault(text: "存款 ＞ 5", offset: 3, words: "half-width"),
    Fault(text: "（a）", offset: 0, words: "half-width"),
    Fault(text: "a + 12b", offset: 4, words: "neither a number nor a name"),
    Fault(text: "a = \"b", offset: 4, words: "no closing quote"),
    Fault(text: "1 + [a b", offset: 4, words: "no closing ]"),
    Fault(text: "a # b", offset: 2, words: "means nothing"),
  ]

  @Test("What is no formula is named at its place, with what to write instead", arguments: faults)
  func located(fault: Fault) throws {
    let error = try #require(throws: FormulaSyntaxError.self) {
      try FormulaParser.parse(fault.text)
    }
    #expect(error.offset == fault.offset)
    #expect("\(error.message) \(error.suggestion ?? "")".contains(fault.words))
  }
}
