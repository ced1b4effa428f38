/// Parts of statements that all engines read alike.
///
/// Quotes are doubled scalar by scalar, as engines read them: with a mark behind it a quote is
/// another character for Swift, but still a quote for them.
enum SQLText {
  /// A name of a table or column.
  static func quoted(_ name: String) -> String {
    "\"\(name.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined())\""
  }

  /// A text.
  static func literal(_ text: String) -> String {
    "'\(text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined())'"
  }

  /// One `SELECT` that can stand within another statement: without the semicolon at its end.
  static func withoutSemicolon(_ select: String) -> String {
    var text = Substring(select)
    while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
