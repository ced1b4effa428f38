// Nodes as text: what the editor puts into a file.
extension YAMLNode {
  /// The node on one line, collections in brackets and braces.
  var flowText: String {
    switch content {
    case .scalar: return scalarText(isInFlow: true)
    case .list(let elements): return "[\(elements.map(\.flowText).joined(separator: ", "))]"
    case .mapping(let entries):
      if isBareQuestion { return "?" }
      return
        "{\(entries.map { "\(Self.keyText($0.key)): \($0.value.flowText)" }.joined(separator: ", "))}"
    }
  }

  /// The node as a YAML document: what was quoted in quotes, small collections on one line.
  public var document: String { blockLines.map { $0 + "\n" }.joined() }

  /// The lines of a node, each entry or element on its own, and in lines itself where it is long.
  var blockLines: [String] {
    switch content {
    case .scalar: return [scalarText(isInFlow: false)]
    case .mapping(let entries) where !entries.isEmpty && !isBareQuestion:
      return entries.flatMap(\.blockLines)
    case .list(let elements) where !elements.isEmpty:
      return elements.flatMap { element in
        let lines = element.fitsOneLine ? [element.flowText] : element.blockLines
        return zip(lines, lines.indices).map { ($1 == 0 ? "- " : "  ") + $0 }
      }
    case .mapping, .list: return [flowText]
    }
  }

  /// How long a collection may be that stands on one line.
  private static let lineLength = 90

  /// Whether it is a short collection, and holds nothing left blank, nor triples, such as judgements, which
  /// stand in lines.
  fileprivate var fitsOneLine: Bool {
    holdsNoBlank && !holdsTriples && flowText.count <= Self.lineLength
  }

  private var holdsNoBlank: Bool {
    switch content {
    case .scalar: !isBlank
    case .list(let elements): elements.allSatisfy(\.holdsNoBlank)
    case .mapping(let entries): isBareQuestion || entries.allSatisfy(\.value.holdsNoBlank)
    }
  }

  private var holdsTriples: Bool {
    switch content {
    case .scalar: false
    case .list(let elements): elements.contains { ($0.elements?.count ?? 0) > 2 || $0.holdsTriples }
    case .mapping(let entries): entries.contains { $0.value.holdsTriples }
    }
  }

  /// The text of a scalar: plain where that reads back, else in quotes.
  func scalarText(isInFlow: Bool) -> String {
    guard case .scalar(let text) = content else { return flowText }
    if isBlank { return "" }
    return isQuoted || !Self.isPlain(text, isInFlow: isInFlow) ? Self.quoted(text) : text
  }

  /// A text in quotes, single ones where they can hold it.
  static func quoted(_ text: String) -> String {
    let isOnOneLine = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0 != "\u{7F}" && !$0.isYAMLBreak
    }
    guard !isOnOneLine else {
      return "'\(text.unicodeScalars.map { $0 == "'" ? "''" : String($0) }.joined())'"
    }
    return doublyQuoted(text)
  }

  /// A text in double quotes.
  static func doublyQuoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default:
        scalar.value < 0x20 || scalar == "\u{7F}" || scalar.isYAMLBreak
          ? "\\u" + String(String(0x10000 + scalar.value, radix: 16).dropFirst()) : String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  static func keyText(_ key: String) -> String {
    isPlain(key, isInFlow: true) && !readsAsValue(key) ? key : quoted(key)
  }

  /// Whether a text reads back as it is without quotes.
  static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first != " ", last != " ", last != ":", !text.hasPrefix("---"), !text.hasPrefix("...")
    else { return false }
    let second = text.unicodeScalars.dropFirst().first
    if "-?:".unicodeScalars.contains(first) {
      guard let second, second != " ", !isInFlow || !",[]{}".unicodeScalars.contains(second) else {
        return false
      }
    }
    if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
    // Pairs of scalars, and no characters: a space with a mark behind it is still one for YAML.
    let scalars = Array(text.unicodeScalars)
    let endsEarly = zip(scalars, scalars.dropFirst()).contains { first, second in
      first == ":" && second == " " || first == " " && second == "#"
    }
    if endsEarly { return false }
    if isInFlow, scalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) { return false }
    return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" && !$0.isYAMLBreak }
  }

  /// Whether other readers of YAML take a plain text for a number, a truth or nothing.
  static func readsAsValue(_ text: String) -> Bool {
    ["true", "false", "yes", "no", "on", "off", "null", "~"].contains(text.lowercased())
      || text.wholeMatch(of: /[-+.]?[0-9][-+.0-9_eE:xo]*/) != nil
  }
}

extension YAMLNode.Entry {
  /// The lines of a key with its value.
  var blockLines: [String] {
    let key = YAMLNode.keyText(self.key)
    let lines = value.blockLines
    if value.isBlank { return ["\(key):"] }
    if value.entries == nil && value.elements == nil || value.isBareQuestion {
      return lines.map { "\(key): \($0)" }
    }
    return value.fitsOneLine
      ? ["\(key): \(value.flowText)"] : ["\(key):"] + lines.map { "  \($0)" }
  }
}

extension Unicode.Scalar {
  /// Whether a line of YAML ends with it.
  var isYAMLBreak: Bool { ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(self) }

  /// Whether it separates words on a line of YAML, or lines.
  var isYAMLSpace: Bool { self == " " || self == "\t" || isYAMLBreak }
}
