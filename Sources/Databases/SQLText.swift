/// Parts of statements that all engines read alike.
enum SQLText {
  /// A name of a table or column.
  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// A text.
  static func literal(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  /// One `SELECT` that can stand within another statement: without the semicolon at its end.
  static func withoutSemicolon(_ select: String) -> String {
    var text = Substring(select)
    while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
