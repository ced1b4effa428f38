/// Pieces of XHTML, with everything that is text escaped.
enum Markup {
  /// An element with attributes in order and content that is markup already.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
  ) -> String {
    let list = attributes.map { " \($0.key)=\"\(text($0.value))\"" }.joined()
    return content.isEmpty && isEmpty(name)
      ? "<\(name)\(list)/>" : "<\(name)\(list)>\(content)</\(name)>"
  }

  /// Text as markup; what XML does not allow becomes a mark.
  static func text(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A row of a table.
  static func row(_ cells: [Cell], _ attributes: KeyValuePairs<String, String> = [:]) -> String {
    element("tr", attributes, cells.map(\.markup).joined()) + "\n"
  }

  /// A cell of a table.
  struct Cell {
    let markup: String

    /// A cell of text, its kind as the style knows it.
    init(_ text: String, _ kind: String? = nil, isHeading: Bool = false, columns: Int = 1) {
      self.init(markup: Markup.text(text), kind, isHeading: isHeading, columns: columns)
    }

    /// A cell of markup.
    init(
      markup: String, _ kind: String? = nil, isHeading: Bool = false, columns: Int = 1
    ) {
      let name = isHeading ? "th" : "td"
      let span = columns > 1 ? " colspan=\"\(columns)\"" : ""
      let style = kind.map { " class=\"\($0)\"" } ?? ""
      self.markup = "<\(name)\(span)\(style)>\(markup)</\(name)>"
    }
  }

  /// A whole page.
  static func page(title: String, language: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="\(language)" xml:lang="\(language)">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(text(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static func isEmpty(_ name: String) -> Bool {
    ["br", "hr", "rect", "line"].contains(name)
  }
}
