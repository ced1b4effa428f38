/// Parses JSON (RFC 8259), strictly: no key twice, no more than a few levels, UTF-8 only.
struct JSONParser {
  /// Far more than a manifest has; a bound keeps hostile nesting off the stack.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a text holds.
  static func parse(_ bytes: [UInt8]) throws(ManifestFault) -> JSONNode {
    var parser = JSONParser(bytes)
    let node = try parser.value(depth: 0)
    parser.skipBlanks()
    if parser.position < bytes.count { throw parser.fault("expected the end of the file") }
    return node
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: String) -> ManifestFault {
    let found = position < bytes.count ? "" : "; the text ends here"
    return ManifestFault(
      line: line, column: position - lineStart + 1, path: "", reason: reason + found)
  }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
      if byte == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, position) }
    }
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(ManifestFault) {
    skipBlanks()
    guard next == byte else { throw fault("expected \(name)") }
    position += 1
  }

  /// Takes a byte if it comes next.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(ManifestFault) -> JSONNode {
    skipBlanks()
    guard depth < Self.deepest else { throw fault("expected fewer levels of lists and objects") }
    let (line, column) = (line, position - lineStart + 1)
    let value: JSONNode.Value =
      switch next {
      case UInt8(ascii: "{"): try object(depth: depth)
      case UInt8(ascii: "["): try list(depth: depth)
      case UInt8(ascii: "\""): .text(try text())
      default: try word()
      }
    return JSONNode(value: value, line: line, column: column)
  }

  private mutating func object(depth: Int) throws(ManifestFault) -> JSONNode.Value {
    position += 1
    var members: [String: JSONNode] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw fault("expected a key in quotes") }
      let place = fault("expected each key once")
      let key = try text()
      try expect(UInt8(ascii: ":"), "\":\"")
      let member = try value(depth: depth + 1)
      if members.updateValue(member, forKey: key) != nil { throw place }
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "\",\" or \"}\"")
    return .object(members)
  }

  private mutating func list(depth: Int) throws(ManifestFault) -> JSONNode.Value {
    position += 1
    var elements: [JSONNode] = []
    if take(UInt8(ascii: "]")) { return .list(elements) }
    repeat {
      elements.append(try value(depth: depth + 1))
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "\",\" or \"]\"")
    return .list(elements)
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(ManifestFault) -> JSONNode.Value {
    let start = position
    while let byte = next, Self.isOfWord(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    switch word {
    case "true": return .truth(true)
    case "false": return .truth(false)
    case "null": return .null
    default:
      if Self.isNumber(bytes[start..<position]) { return .number(word) }
      position = start
      throw fault("expected a value")
    }
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func take(_ bytes: String) -> Bool {
      guard let first = rest.first, bytes.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func takeDigits() -> ArraySlice<UInt8> {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest.removeFirst(digits.count)
      return digits
    }
    _ = take("-")
    let whole = takeDigits()
    if whole.isEmpty || whole.count > 1 && whole.first == UInt8(ascii: "0") { return false }
    if take("."), takeDigits().isEmpty { return false }
    if take("eE") {
      _ = take("+-")
      if takeDigits().isEmpty { return false }
    }
    return rest.isEmpty
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func text() throws(ManifestFault) -> String {
    position += 1
    var value: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("expected no control character in a text") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        try value.append(contentsOf: escape().utf8)
      } else {
        value.append(byte)
      }
    }
    guard let text = String(validating: value, as: UTF8.self) else {
      throw fault("expected the text before this to be UTF-8")
    }
    try expect(UInt8(ascii: "\""), "a closing quote")
    return text
  }

  /// What stands after a backslash.
  private mutating func escape() throws(ManifestFault) -> String {
    let escapes: [UInt8: String] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if next == UInt8(ascii: "u") { return try codeUnits() }
    guard let byte = next, let text = escapes[byte] else {
      throw fault("expected an escape such as \\n")
    }
    position += 1
    return text
  }

  /// A `u` with four digits; two such make one character beyond the first 65536.
  private mutating func codeUnits() throws(ManifestFault) -> String {
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), next == UInt8(ascii: "\\") {
      position += 1
      guard next == UInt8(ascii: "u") else {
        throw fault("expected the second half of a character")
      }
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw fault("expected the escape before this to be a character")
    }
    return text
  }

  private mutating func codeUnit() throws(ManifestFault) -> UInt16 {
    let digits = bytes[(position + 1)...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16)
    else { throw fault("expected four hexadecimal digits") }
    position += 5
    return unit
  }
}
