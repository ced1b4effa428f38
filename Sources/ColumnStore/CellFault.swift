import DelimitedText

/// Words what was expected of a cell or row, and why what stands there is not it.
enum CellFault {
  static let truth = "expected TRUE or FALSE (also 1 or 0, 是 or 否)"
  static let missingKey = "expected a key, found a blank cell"
  static let zeroByte = "holds a zero byte, which no text has; the file is damaged"

  static func row(_ record: Record, width: Int) -> String {
    if let fault = record.fault { return fault.rawValue }
    let found = record.fields.count
    let hint = found > width ? "; a cell that holds the separator must stand in quotes" : ""
    return "expected \(width) fields as in the header, found \(found)\(hint)"
  }

  /// A cell's text for people; a runaway quote can make a cell of any length.
  static func shortened(_ text: String) -> String {
    let most = 200
    return text.utf8.count <= most ? text : String(text.unicodeScalars.prefix(most)) + "…"
  }

  static func blank(_ column: ColumnSpecification) -> String {
    switch column.type {
    case .number: "expected a number, found a blank cell"
    case .text: "expected a text, found a blank cell"
    case .truth: "\(truth), found a blank cell"
    case .date: "expected a date, found a blank cell"
    case .period: "expected a period, found a blank cell"
    }
  }

  /// Why a value is outside the bounds; where the file has another unit, what its text stands for.
  static func bounds(_ value: Double, _ text: String, _ column: ColumnSpecification) -> String {
    let unit = column.unit.isEmpty ? "" : " \(column.unit)"
    let isLow = value < column.minimum ?? value
    let bound = (isLow ? column.minimum : column.maximum).map(column.type.text) ?? ""
    let meant =
      column.pointShift == 0
      ? "" : ", and \(shortened(text)) in the file is \(PlainDecimal.text(value))\(unit)"
    return "expected at \(isLow ? "least" : "most") \(bound)\(unit)\(meant)"
  }

  static func text(_ text: String, _ column: ColumnSpecification) -> String {
    let most = 12
    let allowed = column.allowedTexts
    let shown = allowed.prefix(most).map { "\"\($0)\"" }.joined(separator: ", ")
    let more = allowed.count > most ? " or \(allowed.count - most) others" : ""
    let nearest = HeaderHint.nearest(to: [text], among: allowed)
    let hint = nearest.map { "; is it \"\($0)\"?" } ?? ""
    return "expected \(allowed.count == 1 ? "" : "one of ")\(shown)\(more)\(hint)"
  }

  /// Why a cell is not a number: one cause, the most telling.
  static func number(_ text: String, _ column: ColumnSpecification) -> String {
    let expected = "expected a plain number such as 12 or -0.5"
    return "\(expected), found \(cause(text, column))"
  }

  private static func cause(_ text: String, _ column: ColumnSpecification) -> String {
    let scalars = text.unicodeScalars
    let clean = "; clean it first (steelyard import does)"
    if isPlain(text) { return "one beyond the greatest number that can be held" }
    if scalars.contains("\0") { return "a zero byte; the file is damaged" }
    if text.hasPrefix("#") { return errorValue }
    if isMissingMark(text) {
      return "a mark for a missing value; leave the cell blank instead"
    }
    if ["nan", "inf", "-inf", "+inf", "infinity", "-infinity"].contains(text.lowercased()) {
      return "what is not a number"
    }
    if scalars.contains(where: { (0xFF01...0xFF5E).contains($0.value) || $0 == "￥" }) {
      return "full-width characters\(clean)"
    }
    if scalars.contains(where: { $0.properties.isWhitespace || invisible.contains($0) }) {
      return "a space or an invisible character inside\(clean)"
    }
    if text.hasSuffix("%") { return percentCause(text, column) ?? others + clean }
    let hasDigits = scalars.contains { ("0"..."9").contains($0) }
    guard hasDigits else { return "a text" }
    if text.hasPrefix("("), text.hasSuffix(")") { return "a number in brackets\(clean)" }
    if scalars.contains(where: { magnitudes.contains($0) }) {
      return "a unit after the number\(clean)"
    }
    if scalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
      return "a currency sign\(clean)"
    }
    if text.contains(",") || text.contains("'") {
      return "thousands separators or a decimal comma\(clean)"
    }
    if text.lowercased().contains("e"), Double(text) != nil {
      return "an exponent, by which digits may be lost; export the number with all its digits"
    }
    return "\(others) among the digits\(clean)"
  }

  /// Whether a text is one of the marks that people write where there is no value.
  static func isMissingMark(_ text: String) -> Bool {
    ["-", "--", "—", "/", "n/a", "na", "null", "none", "nil", "无"].contains(text.lowercased())
  }

  /// What stands where a formula failed; an import does not know the number that was meant either.
  static let errorValue =
    "a spreadsheet's error value; correct its formula in the spreadsheet and export again"
  private static let others = "other characters"

  /// What is wrong with a number and a percent sign where no percentages stand; `nil` elsewhere.
  private static func percentCause(_ text: String, _ column: ColumnSpecification) -> String? {
    let isNumber = isPlain(String(text.dropLast()))
    guard isNumber, column.percentMeaning == .none else { return nil }
    let unit = column.unit.isEmpty ? "" : ", and this one is in \(column.unit)"
    return "a percent sign, which stands only in columns of ratios or percents\(unit); "
      + "write the number itself"
  }

  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { PlainDecimal.read($0) != .malformed }
  }

  private static let magnitudes: Set<Unicode.Scalar> = [
    "十", "百", "千", "万", "萬", "亿", "億", "元", "圆", "角", "分", "人", "户", "笔", "年", "月", "日",
    "k", "K", "m", "M",
  ]
  /// Zero-width spaces and joiners, the byte-order mark, and marks of writing direction.
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}", "\u{202A}",
    "\u{202C}", "\u{202D}",
  ]
}
