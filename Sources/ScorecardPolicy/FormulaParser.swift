/// Reads a formula by recursive descent: comparison, then sums, then products, then signs.
struct FormulaParser {
  /// Parentheses and calls may stand this deep in each other; deeper ones are surely a mistake.
  private static let maximumDepth = 100
  /// A formula of more words than this is surely a mistake.
  private static let maximumLength = 2000

  private let tokens: [FormulaToken]
  private var index = 0
  private var depth = 0

  private init(_ tokens: [FormulaToken]) { self.tokens = tokens }

  /// The expression that a text stands for.
  static func parse(_ text: String) throws(FormulaSyntaxError) -> Expression {
    let tokens = try FormulaLexer.tokens(of: text)
    if tokens.count > maximumLength {
      throw FormulaSyntaxError(
        offset: tokens[maximumLength].range.lowerBound, message: "this formula is too long",
        suggestion: "name its parts as formulas of their own")
    }
    if tokens.count == 1 {
      throw FormulaSyntaxError(
        offset: 0, message: "the formula is empty", suggestion: "write it, or take the key out")
    }
    var parser = FormulaParser(tokens)
    let expression = try parser.comparison()
    if parser.current.kind != .end { throw parser.unexpected() }
    return expression
  }

  private var current: FormulaToken { tokens[index] }

  private mutating func take(_ symbols: String...) -> String? {
    guard case .symbol(let symbol) = current.kind, symbols.contains(symbol) else { return nil }
    index += 1
    return symbol
  }

  private mutating func comparison() throws(FormulaSyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw FormulaSyntaxError(
        offset: current.range.lowerBound, message: "this formula is nested too deeply",
        suggestion: "name its parts as formulas of their own")
    }
    let start = current.range.lowerBound
    let left = try sum()
    guard let symbol = take("=", "<>", "<", "<=", ">", ">=") else { return left }
    let right = try sum()
    if case .symbol(let next) = current.kind, BinaryOperator(rawValue: next)?.isComparison == true {
      throw FormulaSyntaxError(
        offset: current.range.lowerBound, message: "comparisons cannot be chained",
        suggestion: "write AND(a < b, b < c)")
    }
    return binary(symbol, left, right, from: start)
  }

  private mutating func sum() throws(FormulaSyntaxError) -> Expression {
    let start = current.range.lowerBound
    var left = try product()
    while let symbol = take("+", "-") {
      let right = try product()
      left = binary(symbol, left, right, from: start)
    }
    return left
  }

  private mutating func product() throws(FormulaSyntaxError) -> Expression {
    let start = current.range.lowerBound
    var left = try signed()
    while let symbol = take("*", "/") {
      let right = try signed()
      left = binary(symbol, left, right, from: start)
    }
    return left
  }

  /// What was read since `start`, parentheses included, so that it can be shown as it was written.
  private func binary(
    _ symbol: String, _ left: Expression, _ right: Expression, from start: Int
  ) -> Expression {
    // The lexer gives no symbol here that is not an operator.
    let operation = BinaryOperator(rawValue: symbol) ?? .add
    return .binary(operation, left, right, start..<end)
  }

  /// The end of the last token that was read.
  private var end: Int { tokens[index - 1].range.upperBound }

  private mutating func signed() throws(FormulaSyntaxError) -> Expression {
    var signs: [(isMinus: Bool, start: Int)] = []
    while let sign = take("-", "+") {
      signs.append((sign == "-", tokens[index - 1].range.lowerBound))
    }
    var operand = try primary()
    for sign in signs.reversed() where sign.isMinus {
      operand = .negate(operand, sign.start..<end)
    }
    return operand
  }

  private mutating func primary() throws(FormulaSyntaxError) -> Expression {
    let token = current
    switch token.kind {
    case .number(let value, let unit):
      index += 1
      return .number(value, unit, token.range)
    case .text(let text):
      index += 1
      return .text(text, token.range)
    case .name(let name, let isBracketed):
      index += 1
      return try named(name, isBracketed, token.range)
    case .symbol("("):
      index += 1
      let inner = try comparison()
      try expectClosing(token)
      return inner
    default:
      throw unexpected()
    }
  }

  private mutating func named(
    _ name: String, _ isBracketed: Bool, _ range: Range<Int>
  ) throws(FormulaSyntaxError) -> Expression {
    let opening = current
    if !isBracketed, take("(") != nil {
      let arguments = try self.arguments(opening)
      return .call(name, arguments, range.lowerBound..<end)
    }
    if take(".") != nil {
      guard case .name(let column, _) = current.kind else { throw unexpected("a column's name") }
      index += 1
      return .member(table: name, column: column, range.lowerBound..<end)
    }
    return .name(name, isBracketed: isBracketed, range)
  }

  private mutating func arguments(
    _ opening: FormulaToken
  ) throws(FormulaSyntaxError) -> [Expression] {
    if take(")") != nil { return [] }
    var arguments = [try comparison()]
    while take(",") != nil { arguments.append(try comparison()) }
    try expectClosing(opening)
    return arguments
  }

  private mutating func expectClosing(_ opening: FormulaToken) throws(FormulaSyntaxError) {
    if take(")") != nil { return }
    if current.kind == .end {
      throw FormulaSyntaxError(
        offset: opening.range.lowerBound, message: "this parenthesis is never closed",
        suggestion: "write ) where it ends")
    }
    throw unexpected("\")\" or an operator")
  }

  private static let hints = [
    ")": "take it out, or open a parenthesis before it",
    ",":
      "write numbers without thousands separators, and arguments between a function's parentheses",
  ]

  private func unexpected(_ expected: String = "a value") -> FormulaSyntaxError {
    switch current.kind {
    case .end:
      FormulaSyntaxError(
        offset: current.range.lowerBound, message: "the formula ends where \(expected) is expected",
        suggestion: "write \(expected), or take out what stands before it")
    case .symbol(let symbol):
      FormulaSyntaxError(
        offset: current.range.lowerBound,
        message: index == 0 || expected != "a value"
          ? "\"\(symbol)\" stands where \(expected) is expected"
          : "\"\(symbol)\" does not fit here",
        suggestion: index == 0 && symbol == "="
          ? "take it out; a formula begins with its first value" : Self.hints[symbol])
    default:
      FormulaSyntaxError(
        offset: current.range.lowerBound,
        message: "an operator is missing before this",
        suggestion: wordOperator.map { "\($0) is a function: write \($0)(...)" }
          ?? "write * for a product; a name with spaces or a dot stands in square brackets")
    }
  }

  /// The AND, OR or NOT that stands here, or just before, like an operator.
  private var wordOperator: String? {
    tokens[max(0, index - 1)...index].lazy.compactMap { token in
      guard case .name(let name, isBracketed: false) = token.kind else { return nil }
      return ["AND", "OR", "NOT"].first { $0 == name.uppercased() }
    }.first
  }
}
