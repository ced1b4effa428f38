/// A cell while it is repaired: its characters, and the rules that have changed them.
struct CellDraft {
  var characters: ArraySlice<Unicode.Scalar>
  private(set) var rules: [RepairRule] = []

  /// The characters of a cell, without those that have no width and without spaces round it.
  init(_ text: String) {
    characters = Array(text.unicodeScalars)[...]
    if characters.contains(where: SignCharacters.isInvisible) {
      characters.removeAll(where: SignCharacters.isInvisible)
      note(.invisibleCharacters)
    }
    if takeOffSpaces() { note(.outerSpaces) }
  }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters)
    return String(text)
  }

  /// The cell in plain characters, for comparing it with words.
  var plainText: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: characters.lazy.map { SignCharacters.plain($0) ?? $0 })
    return String(text)
  }

  /// Whether all characters are digits, of which there are some.
  var isDigits: Bool { !characters.isEmpty && characters.allSatisfy(SignCharacters.isDigit) }

  /// Whether it is a number with an exponent, such as 1.23E+17.
  var isExponent: Bool {
    guard let mark = characters.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
    return Self.isDecimal(characters[..<mark], points: 1)
      && Self.isDecimal(characters[(mark + 1)...], points: 0)
  }

  /// Whether characters are a sign or none, digits, and at most so many points among them.
  private static func isDecimal(_ characters: ArraySlice<Unicode.Scalar>, points: Int) -> Bool {
    let isSigned = characters.first == "-" || characters.first == "+"
    let unsigned = isSigned ? characters.dropFirst() : characters
    let others = unsigned.filter { !SignCharacters.isDigit($0) }
    return others.count <= points && others.allSatisfy { $0 == "." }
      && unsigned.count > others.count
  }

  /// Writes down that a rule has changed the cell; each stands once.
  mutating func note(_ rule: RepairRule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  /// Takes off spaces at both ends; whether there were any.
  @discardableResult
  mutating func takeOffSpaces() -> Bool {
    let count = characters.count
    while let first = characters.first, SignCharacters.isSpace(first) { characters.removeFirst() }
    while let last = characters.last, SignCharacters.isSpace(last) { characters.removeLast() }
    return characters.count < count
  }

  /// Makes full-width characters plain, and spaces of all sorts the usual one.
  mutating func makePlain() {
    replace {
      if SignCharacters.isSpace($0), $0 != " " { return " " }
      return SignCharacters.plain($0)
    }
  }

  /// Puts other characters for those for which there are others; a percent sign has a rule of its own.
  mutating func replace(_ other: (Unicode.Scalar) -> Unicode.Scalar?) {
    for index in characters.indices {
      guard let replacement = other(characters[index]) else { continue }
      characters[index] = replacement
      note(replacement == "%" ? .percentSign : .fullWidth)
    }
  }

  /// Takes out all spaces.
  mutating func takeOutSpaces() {
    guard characters.contains(where: SignCharacters.isSpace) else { return }
    characters.removeAll(where: SignCharacters.isSpace)
    note(.innerSpaces)
  }

  /// Takes off what makes a spreadsheet keep a number as a text: `'00123` or `="00123"`.
  mutating func takeOffMarkers(alsoApostrophes: Bool) {
    while true {
      if alsoApostrophes, characters.first == "'", characters.count > 1 {
        characters.removeFirst()
      } else if characters.count > 3, characters.starts(with: ["=", "\""]), characters.last == "\""
      {
        characters = characters.dropFirst(2).dropLast()
      } else {
        return
      }
      takeOffSpaces()
      note(.textMarker)
    }
  }

  /// Whether a word stands somewhere in the cell.
  func contains(_ word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard let first = word.first, characters.count >= word.count else { return false }
    return characters.indices.dropLast(word.count - 1).contains {
      characters[$0] == first && characters[$0...].starts(with: word)
    }
  }

  /// Takes a word off the end; whether it stood there.
  mutating func takeOff(last word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard characters.suffix(word.count).elementsEqual(word) else { return false }
    characters.removeLast(word.count)
    return true
  }

  /// Takes a word off the start; whether it stood there.
  mutating func takeOff(first word: String) -> Bool {
    let word = Array(word.unicodeScalars)
    guard characters.starts(with: word) else { return false }
    characters.removeFirst(word.count)
    return true
  }

  /// The cell as it stands now, repaired unless no rule has changed it.
  var outcome: CellOutcome { rules.isEmpty ? .unchanged : .fixed(text, rules) }
}
