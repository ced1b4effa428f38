/// What a cell of a number column is made of: sign, digits, percent sign, currency, unit.
struct NumberParts {
  /// A unit that stands in the cell.
  enum OwnUnit: Equatable {
    case unit(CellUnit)
    /// 万 or 亿: that power of ten of what the column counts, or of yuan.
    case tenThousands(power: Int)
  }

  var draft: CellDraft
  private(set) var isPercent = false
  private(set) var hasCurrency = false
  private(set) var unit: OwnUnit?
  var digits = DecimalDigits(whole: [])
  private var hasSign = false

  /// The parts of a cell of plain characters, not yet read.
  init(_ draft: CellDraft) { self.draft = draft }

  /// Reads the parts; why they cannot be read, or nil.
  mutating func read() -> RejectionReason? {
    takeOffUnit()
    if takeOffBrackets() { takeOffUnit() }
    takeOffSign()
    takeOffCurrency()
    takeOffSign()
    takeOffLastSign()
    if hasCurrency, isPercent { return .currency }
    return readDigits()
  }

  // MARK: Round the digits

  private mutating func takeOffUnit() {
    guard unit == nil, !isPercent else { return }
    if draft.takeOff(last: "%") {
      isPercent = true
      if draft.takeOffSpaces() { draft.note(.percentSign) }
      return
    }
    for (word, meaning) in Self.units where draft.takeOff(last: word) {
      unit = meaning
      draft.takeOffSpaces()
      return
    }
  }

  private mutating func takeOffBrackets() -> Bool {
    guard draft.characters.first == "(", draft.characters.last == ")" else { return false }
    draft.characters = draft.characters.dropFirst().dropLast()
    draft.takeOffSpaces()
    draft.note(.accountantsBrackets)
    hasSign = true
    digits.isNegative = true
    return true
  }

  private mutating func takeOffCurrency() {
    for sign in Self.currencies where draft.takeOff(first: sign) {
      hasCurrency = true
      draft.takeOffSpaces()
      draft.note(.currencySign)
      return
    }
  }

  private mutating func takeOffSign() {
    guard !hasSign, let first = draft.characters.first else { return }
    if SignCharacters.isDash(first) {
      if first != "-" { draft.note(.minusSign) }
      digits.isNegative = true
    } else if first != "+" {
      return
    }
    hasSign = true
    draft.characters.removeFirst()
    if draft.takeOffSpaces() { draft.note(.innerSpaces) }
  }

  private mutating func takeOffLastSign() {
    guard !hasSign, let last = draft.characters.last, SignCharacters.isDash(last) else { return }
    hasSign = true
    digits.isNegative = true
    draft.characters.removeLast()
    draft.takeOffSpaces()
    draft.note(.minusSign)
  }

  // MARK: The digits

  private mutating func readDigits() -> RejectionReason? {
    let isNumeral = draft.characters.allSatisfy {
      SignCharacters.isDigit($0) || ".,'’ ".unicodeScalars.contains($0)
    }
    guard isNumeral, draft.characters.contains(where: SignCharacters.isDigit) else {
      return .notANumber
    }
    let separators = Set(draft.characters.filter { !SignCharacters.isDigit($0) && $0 != "." })
    switch separators.count {
    case 0: return readPlain(draft.characters)
    case 1: return readGrouped(by: separators.first ?? ",")
    default: return .wrongGrouping
    }
  }

  private mutating func readPlain(_ characters: ArraySlice<Unicode.Scalar>) -> RejectionReason? {
    let parts = characters.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return .notANumber }
    digits.whole = Self.bytes(parts[0])
    digits.decimals = parts.count == 2 ? Self.bytes(parts[1]) : nil
    return nil
  }

  private mutating func readGrouped(by separator: Unicode.Scalar) -> RejectionReason? {
    let characters = draft.characters
    let point = characters.firstIndex(of: ".") ?? characters.endIndex
    guard let last = characters.lastIndex(of: separator) else { return .notANumber }
    if separator == ",", last > point { return readDecimalComma(last) }
    guard last < point, Self.areGroups(characters[..<point], separator) else {
      return separator == " " ? .notANumber : .wrongGrouping
    }
    draft.note(.thousandsSeparators)
    return readPlain(characters.filter { $0 != separator }[...])
  }

  /// Reads `1.234,56`: points between groups of three, then one comma.
  private mutating func readDecimalComma(_ comma: Int) -> RejectionReason? {
    let (whole, decimals) = (draft.characters[..<comma], draft.characters[(comma + 1)...])
    guard Self.areGroups(whole, "."), !decimals.isEmpty,
      decimals.allSatisfy(SignCharacters.isDigit)
    else { return .wrongGrouping }
    draft.note(.decimalComma)
    digits.whole = Self.bytes(whole.filter { $0 != "." }[...])
    digits.decimals = Self.bytes(decimals)
    return nil
  }

  /// Whether a separator stands between groups of three digits, of which the first may be shorter
  /// but is no zero.
  private static func areGroups(
    _ characters: ArraySlice<Unicode.Scalar>, _ separator: Unicode.Scalar
  ) -> Bool {
    let groups = characters.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0" else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.joined().allSatisfy(SignCharacters.isDigit)
  }

  private static func bytes(_ characters: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    characters.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let currencies = ["¥", "CNY", "RMB", "人民币"]

  /// Units as they stand behind numbers, the longer words first.
  private static let units: [(String, OwnUnit)] = [
    ("亿元", .unit(.hundredMillionYuan)), ("億元", .unit(.hundredMillionYuan)),
    ("万元", .unit(.tenThousandYuan)), ("萬元", .unit(.tenThousandYuan)),
    ("千元", .unit(.money(power: 3))), ("元", .unit(.yuan)), ("圆", .unit(.yuan)),
    ("亿", .tenThousands(power: 8)), ("億", .tenThousands(power: 8)),
    ("万", .tenThousands(power: 4)), ("萬", .tenThousands(power: 4)),
    ("分钟", .unit(.other("minute"))), ("小时", .unit(.other("hour"))),
    ("个月", .unit(.other("month"))), ("月", .unit(.other("month"))),
    ("年", .unit(.other("year"))), ("天", .unit(.other("day"))), ("日", .unit(.other("day"))),
    ("分", .unit(.other("point"))), ("人", .unit(.other("person"))),
    ("名", .unit(.other("person"))), ("户", .unit(.other("count"))),
    ("笔", .unit(.other("count"))), ("张", .unit(.other("count"))),
    ("个", .unit(.other("count"))), ("次", .unit(.other("count"))),
    ("件", .unit(.other("count"))), ("条", .unit(.other("count"))),
  ]
}
