/// Texts as Spark's SQL and the shell of its workers want them.
enum SparkText {
  /// A literal of SQL. What could end it, or the statement, stands as an escape, so that neither
  /// Spark's parser nor the program that cuts a script into statements takes it for more than a text.
  static func literal(_ text: String) -> String {
    var literal = "'"
    for unit in text.utf16 {
      if isPlain(unit), let scalar = Unicode.Scalar(unit) {
        literal.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16, uppercase: true)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return literal + "'"
  }

  /// ASCII that is printed and means nothing to SQL, and other characters of one unit.
  private static func isPlain(_ unit: UInt16) -> Bool {
    if unit < 0x80 { return unit >= 0x20 && unit != 0x7F && !special.contains(unit) }
    return unit >= 0xA0 && !(0xD800...0xDFFF).contains(unit) && !(0x2028...0x2029).contains(unit)
  }

  private static let special = Set("'\"\\;`$".utf16)

  /// A word of the command line that a worker hands to `bash -c`: in quotes unless it is plain.
  /// Scalar by scalar: with a mark behind it a quote is another character for Swift alone.
  static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      isLetterOrDigit(byte) || "_-./=:,+@".utf8.contains(byte)
    }
    if isPlain, !text.isEmpty { return text }
    return "'\(text.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined())'"
  }

  /// A command line as a literal of SQL.
  static func command(_ words: [String]) -> String {
    literal(words.map(word).joined(separator: " "))
  }

  /// A text in a comment: no mark that a program reading scripts might take for a quote or an end.
  static func comment(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      Character(scalar).isNewline || ";'\"`\\".unicodeScalars.contains(scalar)
        ? " " : String(scalar)
    }.joined()
  }

  /// A name in backticks.
  static func name(_ name: String) -> String {
    "`\(name.unicodeScalars.map { $0 == "`" ? "``" : String($0) }.joined())`"
  }

  /// A query whose rows go through a filter: fields between tabs, and `\\N` for NULL, both ways.
  ///
  /// - Parameters:
  ///   - fields: what the filter reads.
  ///   - command: its command line, as a literal.
  ///   - columns: what it writes, texts all of them.
  ///   - source: the query that gives the fields.
  static func transform(
    _ fields: [String], by command: String, to columns: [String], from source: String
  ) -> String {
    let names = columns.map { "\(name($0)) STRING" }.joined(separator: ", ")
    let format =
      "ROW FORMAT DELIMITED FIELDS TERMINATED BY \(literal("\t")) "
      + "LINES TERMINATED BY \(literal("\n")) NULL DEFINED AS \(literal("\\N"))"
    return """
      SELECT TRANSFORM (\(fields.joined(separator: ", ")))
        \(format)
        USING \(command)
        AS (\(names))
        \(format)
      FROM (
      \(source)
      )
      """
  }

  /// Bytes that would end a field or a line between Spark and a filter, with their escapes; the one
  /// that begins an escape comes first.
  private static let escapes = [
    ("%", "%25"), ("\\", "%5C"), ("\t", "%09"), ("\n", "%0A"), ("\r", "%0D"), ("\0", "%00"),
  ]

  /// An expression that gives a text as filters take it.
  static func escaped(_ expression: String) -> String {
    escapes.reduce(expression) { "replace(\($0), \(literal($1.0)), \(literal($1.1)))" }
  }

  /// An expression that gives the text of what a filter wrote.
  static func unescaped(_ expression: String) -> String {
    escapes.reversed().reduce(expression) { "replace(\($0), \(literal($1.1)), \(literal($1.0)))" }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
