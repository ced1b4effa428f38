import Foundation

/// Pieces of XHTML, with everything that is text escaped.
package enum Markup {
  /// An element with attributes in order and content that is markup already.
  static func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
  ) -> String {
    let list = attributes.map { " \($0.key)=\"\(text($0.value))\"" }.joined()
    return content.isEmpty && isEmpty(name)
      ? "<\(name)\(list)/>" : "<\(name)\(list)>\(content)</\(name)>"
  }

  /// Text as markup, scalar by scalar, for to browsers a bracket with a mark behind it is still one; what
  /// XML does not allow becomes U+FFFD.
  package static func text(_ text: String) -> String {
    var text = text
    // Most texts hold nothing that must be escaped.
    if text.withUTF8({ !hasSpecial($0) }) { return text }
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

  /// Whether bytes hold one that begins something that must be escaped, or may do so.
  private static func hasSpecial(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains { byte in
      switch byte {
      case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x00..<0x20, 0x7F, 0xC2, 0xEF: true
      default: false
      }
    }
  }

  /// A paragraph of text, its kind as the style knows it.
  static func paragraph(_ text: String, _ kind: String? = nil) -> String {
    kind.map { element("p", ["class": $0], Self.text(text)) } ?? element("p", [:], Self.text(text))
  }

  /// A link to a file of the same folder.
  static func link(_ text: String, to file: String) -> String {
    let address = file.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? file
    return element("a", ["href": address], Self.text(text))
  }

  /// A table of a row of headings and rows.
  static func table(_ heads: [Cell], _ rows: [String], _ kind: String? = nil) -> String {
    let content =
      "<thead>" + row(heads) + "</thead>\n<tbody>" + rows.joined() + "</tbody>"
    return kind.map { element("table", ["class": $0], content) }
      ?? element("table", [:], content)
  }

  /// Boxes in a line, each a name and what is large.
  static func boxes(_ boxes: [(name: String, value: String)]) -> String {
    element(
      "div", ["class": "headline"],
      boxes.map { box in
        element("div", [:], text(box.name) + element("b", [:], text(box.value)))
      }.joined())
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
