/// What is wrong with the syntax of a file, in words for those who write policies and not parsers.
struct SyntaxFault {
  /// A place in the text: line and column from 1.
  struct Place: Equatable {
    let line: Int
    let column: Int
  }

  /// The parser's words for the fault.
  let problem: String
  /// Where the parser stopped.
  let stop: Place
  /// What the parser was reading, in its words, and where that began.
  let reading: (what: String, start: Place)?
  /// The lines of the text.
  let lines: [[Character]]
  /// Whether a sign of YAML's may begin a formula.
  let hasFormulas: Bool

  /// What is wrong.
  var message: String {
    Self.words.first { problem.contains($0.key) }?.words ?? problem
  }

  /// Where the author has to look: where something is opened that is not closed, or where the parser
  /// stopped.
  var place: Place {
    guard let reading, Self.points.contains(where: { reading.what.contains($0) }) else {
      return stop
    }
    return reading.start.line == stop.line ? stop : reading.start
  }

  /// The parser's own words, which a search finds.
  var note: String {
    "the YAML parser says: \(problem)"
      + (reading.map { ", \($0.what) (line \($0.start.line))" } ?? "")
  }

  /// What to do about it.
  var suggestion: String? {
    let numbers = [stop.line, place.line, reading?.start.line ?? stop.line]
    return numbers.lazy.compactMap(unquotedFormula).first
      ?? (numbers + [stop.line - 1]).lazy.compactMap(slip).first
      ?? Self.words.first { problem.contains($0.key) }?.advice
  }

  /// What was begun here is what its author has to end.
  private static let points = [
    "quoted scalar", "flow mapping", "flow sequence", "simple key",
  ]

  private static let words: [(key: String, words: String, advice: String?)] = [
    (
      "mapping values are not allowed", "a colon stands where no key can begin",
      "begin keys that belong together in one column; a text that holds a colon and a space must be "
        + "quoted"
    ),
    (
      "could not find expected ':'", "no colon follows the key on this line",
      "write a colon and a space behind the key"
    ),
    (
      "did not find expected ',' or '}'", "a { is not closed, or a comma is missing behind it",
      "separate the keys in braces by commas, close the braces with }, and quote a text or formula "
        + "that holds a comma, colon or bracket"
    ),
    (
      "did not find expected ',' or ']'", "a [ is not closed, or a comma is missing behind it",
      "separate the values in brackets by commas, and close the brackets with ]"
    ),
    (
      "did not find expected node content", "a value is expected here",
      "write one; each [ is closed with ], each { with }, and a text that begins with a comma or a "
        + "bracket must be quoted"
    ),
    (
      "expected <document start>", "this stands behind the end of what the file holds",
      "take it out, or what ends the file before it: a line of dots, a closing bracket or quote"
    ),
    (
      "did not find expected key", "this does not fit the lines above it",
      "begin the keys that belong together in one column; a text that begins with a quote must be "
        + "quoted as a whole"
    ),
    (
      "did not find expected '-' indicator", "this does not fit the list above it",
      "begin each value of a list with - in one column"
    ),
    (
      "block sequence entries are not allowed", "a - stands where no list can begin",
      "begin the list on a line of its own under its key"
    ),
    (
      "cannot start any token", "no value can begin with this character",
      "put the value between single quotes"
    ),
    ("violates indentation", "a line begins with a tab", nil),
    (
      "non-alphabetical character", "no key can begin with %",
      "put the value between single quotes; the file must be plain text, not a PDF"
    ),
    (
      "undefined alias", "a value that begins with * stands for another one, and there is none",
      "put the value between single quotes"
    ),
    (
      "undefined tag handle", "YAML takes the sign at the beginning as its own",
      "put the value between single quotes"
    ),
    (
      "expected alphabetic or numeric", "YAML takes the sign at the beginning as its own",
      "put the value between single quotes"
    ),
    (
      "expected comment or line break", "YAML takes the sign at the beginning as its own",
      "put the value between single quotes"
    ),
    (
      "unexpected end of stream", "a quote is opened and not closed",
      "close the quote, or take it out"
    ),
    (
      "another document", "a second document begins here, behind ---",
      "keep each document in a file of its own"
    ),
    (
      "unknown escape character", "a backslash between double quotes means something of its own",
      "write single quotes round the text"
    ),
    (
      "expected hexdecimal number", "a backslash between double quotes means something of its own",
      "write single quotes round the text"
    ),
    (
      "control characters are not allowed", "the file holds a character that no text has",
      "save the file as plain text in UTF-8; a spreadsheet's or word processor's own file is none"
    ),
  ]

  /// What to do when a formula was written where YAML takes its first character as its own.
  private func unquotedFormula(onLine number: Int) -> String? {
    guard hasFormulas, let line = line(number),
      let sign = line.firstMatch(of: /[:\-]\s+([\[">!*&|%@`])/)?.output.1
    else { return nil }
    // What stands behind the fault has not caused it.
    let column = line.distance(from: line.startIndex, to: sign.startIndex) + 1
    let isBehind = number == stop.line && column > stop.column
    let isText = sign == "\"" && reading?.what.contains("quoted scalar") == true
    let isList = sign == "[" && closesBracket(line, from: sign.startIndex)
    if isBehind || isText || isList { return nil }
    return
      "a formula that begins with \(sign) must be quoted: put the whole formula between single "
      + "quotes"
  }

  /// Whether a list in brackets, and not a formula, begins there: nothing but marks follows its end.
  private func closesBracket(_ line: String, from start: String.Index) -> Bool {
    guard let end = line[start...].firstIndex(of: "]") else { return false }
    return line[line.index(after: end)...].allSatisfy { " ,}]".contains($0) }
  }

  /// A slip of the pen that can be seen on a line.
  private func slip(onLine number: Int) -> String? {
    guard let line = line(number) else { return nil }
    if line.contains("：") { return "write the half-width colon : and a space behind it" }
    if line.prefix(while: \.isWhitespace).contains("\t") {
      return "indent with spaces, never with tabs"
    }
    if line.contains(/^[\s{\-]*[\w.]+:[^\s:\/]/) { return "write a space behind the colon" }
    return nil
  }

  private func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }
}
