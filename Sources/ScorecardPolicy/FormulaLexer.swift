/// Cuts a formula into tokens.
struct FormulaLexer {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  /// All tokens, the last of them `.end`.
  static func tokens(of text: String) throws(FormulaSyntaxError) -> [FormulaToken] {
    var lexer = FormulaLexer(text)
    var tokens: [FormulaToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(FormulaSyntaxError) -> FormulaToken {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    let start = index
    let kind = try scan()
    return FormulaToken(kind: kind, range: start..<index)
  }

  private mutating func scan() throws(FormulaSyntaxError) -> FormulaToken.Kind {
    guard index < characters.count else { return .end }
    let first = characters[index]
    if first.isASCIIDigit || first == "." && nextIsDigit { return try scanNumber() }
    if first == "\"" { return .text(try scanText()) }
    if first == "[" { return .name(try scanBracketed(), isBracketed: true) }
    if first.isLetter || first == "_" { return .name(scanName(), isBracketed: false) }
    return .symbol(try scanSymbol())
  }

  private var nextIsDigit: Bool {
    index + 1 < characters.count && characters[index + 1].isASCIIDigit
  }

  private mutating func scanNumber() throws(FormulaSyntaxError) -> FormulaToken.Kind {
    guard let literal = NumberLiteral.parse(characters[index...]) else {
      if NumberLiteral.isTooLarge(characters[index...]) {
        throw FormulaSyntaxError(
          offset: index, message: "this number is too large: the largest is about 1.8e308",
          suggestion: "write a smaller number")
      }
      throw FormulaSyntaxError(
        offset: index, message: "this is neither a number nor a name",
        suggestion: "a number may end in % 万 亿 元 万元 or 亿元; a name that begins with a digit "
          + "stands in square brackets, as in [2024 plan]")
    }
    index += literal.length
    return .number(literal.value, literal.unit)
  }

  private mutating func scanText() throws(FormulaSyntaxError) -> String {
    let start = index
    index += 1
    var text = ""
    while index < characters.count {
      let character = characters[index]
      index += 1
      if character != "\"" {
        text.append(character)
      } else if index < characters.count, characters[index] == "\"" {
        text.append("\"")
        index += 1
      } else {
        return text
      }
    }
    throw FormulaSyntaxError(
      offset: start, message: "this text has no closing quote",
      suggestion: "write \" where it ends")
  }

  private mutating func scanBracketed() throws(FormulaSyntaxError) -> String {
    let start = index
    guard let end = characters[index...].firstIndex(of: "]") else {
      throw FormulaSyntaxError(
        offset: start, message: "this name has no closing ]",
        suggestion: "write ] where it ends")
    }
    index = end + 1
    return String(characters[(start + 1)..<end])
  }

  private mutating func scanName() -> String {
    let start = index
    while index < characters.count,
      characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
    {
      index += 1
    }
    return String(characters[start..<index])
  }

  private mutating func scanSymbol() throws(FormulaSyntaxError) -> String {
    let first = characters[index]
    let pair = String(characters[index...].prefix(2))
    if ["<>", "<=", ">="].contains(pair) {
      index += 2
      return pair
    }
    guard "+-*/=<>(),.".contains(first), pair != "==" else {
      throw FormulaSyntaxError(
        offset: index,
        message: "\(Self.shown(first, pair)) means nothing in a formula",
        suggestion: Self.replacement(for: first, pair))
    }
    index += 1
    return String(first)
  }

  /// The sign as one can see it.
  private static func shown(_ character: Character, _ pair: String) -> String {
    if ["==", "!=", "&&", "||", "**"].contains(pair) { return "\"\(pair)\"" }
    guard let scalar = character.unicodeScalars.first,
      [.format, .control].contains(scalar.properties.generalCategory)
    else { return "\"\(character)\"" }
    let number = String(scalar.value, radix: 16, uppercase: true)
    return
      "an invisible character (U+\(String(repeating: "0", count: max(0, 4 - number.count)))\(number))"
  }

  private static let halfWidth: [Character: String] = [
    "（": "(", "）": ")", "，": ",", "、": ",", "；": ",", "＝": "=", "＜": "<", "＞": ">", "＋": "+",
    "－": "-", "−": "-", "–": "-", "＊": "*", "×": "*", "／": "/", "÷": "/", "“": "\"", "”": "\"",
    "‘": "\"", "’": "\"", "≥": ">=", "≤": "<=", "≠": "<>", "％": "%", "。": ".", "．": ".",
  ]

  private static func replacement(for character: Character, _ pair: String) -> String? {
    switch pair {
    case "!=": return "write <> for \"not equal\""
    case "==": return "write = once"
    case "&&": return "write AND(..., ...)"
    case "||": return "write OR(..., ...)"
    case "**": return "write POWER(x, y)"
    default: break
    }
    switch character {
    case "^": return "write POWER(x, y)"
    case "%": return "a percent sign belongs right after a number, as in 5%"
    case "!": return "write NOT(...)"
    case ";": return "separate arguments by commas"
    case "'": return "texts stand in double quotes"
    case "０"..."９": return "write the half-width digits 0 to 9"
    case "￥", "¥": return "write the unit behind the number, as in 1500元"
    case "$", ":": return "formulas name columns, not cells of a sheet"
    case "&": return "texts cannot be joined; for \"and\" write AND(..., ...)"
    case "[", "]", "{", "}":
      return "a name with spaces stands in square brackets, as in [2024 plan]"
    default: break
    }
    if let sign = halfWidth[character] { return "write the half-width \(sign) in its place" }
    let isVisible = shown(character, pair).hasPrefix("\"")
    return isVisible ? "a name with such a sign stands in square brackets" : "take it out"
  }
}
