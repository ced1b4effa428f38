/// Texts as they can stand in a YAML file.
enum YAMLText {
  /// A text as one value or key: in quotes where it could be taken for anything else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "_" || (48...57).contains($0.value)
      } && text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } == true
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    return isPlain && !words.contains(text.lowercased()) ? text : quoted(text)
  }

  /// A text in quotes, whatever it is: so that no number is taken for that of a sheet.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        let isControl = scalar.properties.generalCategory == .control
        quoted += isControl ? "\u{FFFD}" : String(scalar)
      }
    }
    return quoted + "\""
  }

  /// A list of texts on one line.
  static func list(_ texts: [String]) -> String {
    "[\(texts.map(scalar).joined(separator: ", "))]"
  }

  /// A text on one line, without what would steer a terminal.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0.properties.isWhitespace ? " " : $0
        }))
  }
}
