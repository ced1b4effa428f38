import Calendars

/// Dirt in one cell: what is written, and what a strict reader should make of it.
struct CellDirt {
  let written: [UInt8]
  let effect: FaultEffect

  /// A kind of dirt in a clean cell of a column; nil where the cell cannot have it. `bits` are random.
  init?(
    _ kind: DirtKind, _ cell: [UInt8], _ column: DirtColumn, isSubject: Bool, ignoresKeys: Bool,
    bits: UInt64
  ) {
    if cell.isEmpty { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    let made: (String, FaultEffect)?
    switch column.role {
    case .number: made = Self.number(kind, cell, text, column, bits)
    case .truth: made = Self.truth(kind, text)
    case .date: made = Self.date(kind, text, bits)
    case .period: made = Self.period(kind, text, bits)
    case .text: made = Self.text(kind, text).map { ($0, column.isClosed ? .reject : .none) }
    case .key:
      // A key that nobody has: a detail row is rejected, a subject becomes somebody else.
      let effect: FaultEffect = isSubject || ignoresKeys ? .none : .reject
      made = Self.text(kind, text).map { ($0, effect) }
    }
    guard let (written, effect) = made ?? Self.anywhere(kind, text, column), written != text else {
      return nil
    }
    self.written = Array(written.utf8)
    self.effect = effect
  }

  // MARK: Any cell

  private static func anywhere(
    _ kind: DirtKind, _ text: String, _ column: DirtColumn
  ) -> (String, FaultEffect)? {
    switch kind {
    case .blank: column.isRequired ? ("", .reject) : nil
    case .outerSpaces: ("  \(text) ", .none)
    case .trailingTab: (text + "\t", column.role == .text && !column.isClosed ? .none : .reject)
    case .unknownText: column.isClosed ? ("其他", .reject) : nil
    default: nil
    }
  }

  // MARK: Numbers

  private static func number(
    _ kind: DirtKind, _ cell: [UInt8], _ text: String, _ column: DirtColumn, _ bits: UInt64
  ) -> (String, FaultEffect)? {
    guard let decimal = WrittenDecimal(cell) else { return nil }
    func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    switch kind {
    case .fullWidthDigits: return (fullWidth(text, point: "."), .reject)
    case .fullWidthPoint:
      return decimal.decimals.isEmpty ? nil : (text.replacing(".", with: "。"), .reject)
    case .thousandsSeparators:
      return decimal.grouped(Array(",".utf8)).map { (string($0), .reject) }
    case .fullWidthSeparators:
      return decimal.grouped(Array(",".utf8)).map {
        (fullWidth(string($0), point: "．").replacing(",", with: "，"), .reject)
      }
    case .brackets: return decimal.isNegative ? ("(\(string(decimal.unsigned)))", .reject) : nil
    case .percentSign, .spacedPercent, .fullWidthPercent:
      return percent(kind, decimal, column)
    case .fractionForPercent:
      guard column.isHundreds else { return nil }
      return scaled(string(decimal.shifted(-2)), text, column)
    case .percentForFraction:
      guard column.percentShift == 2 else { return nil }
      return scaled(string(decimal.shifted(2)), text, column)
    case .mask: return ("***", .reject)
    case .nearly: return ("近" + text, .reject)
    case .moreThan: return (text + "多", .reject)
    case .unitYuan: return money(decimal, text, column, power: 0).map { ($0 + "元", .reject) }
    case .unitTenThousandYuan:
      return money(decimal, text, column, power: 4).map { ($0 + "万元", .reject) }
    case .spreadsheetError:
      return (["#DIV/0!", "#N/A", "#REF!", "#VALUE!"][Int(bits % 4)], .reject)
    case .missingMark: return (["-", "—", "无", "N/A"][Int(bits % 4)], .reject)
    case .exponent: return decimal.exponent.map { (string($0), .reject) }
    case .innerSpace:
      return decimal.grouped(Array(" ".utf8)).map { (string($0), .reject) }
    case .zeroPlan:
      guard column.isPlan, Double(text) != 0 else { return nil }
      return ("0", column.allows(0) ? .none : .reject)
    default: return nil
    }
  }

  /// An amount in another unit of money: yuan times that power of ten.
  private static func money(
    _ decimal: WrittenDecimal, _ text: String, _ column: DirtColumn, power: Int
  ) -> String? {
    guard let own = column.moneyPower else { return nil }
    return own == power ? text : String(decoding: decimal.shifted(own - power), as: UTF8.self)
  }

  private static func percent(
    _ kind: DirtKind, _ decimal: WrittenDecimal, _ column: DirtColumn
  ) -> (String, FaultEffect)? {
    guard let shift = column.percentShift else { return nil }
    let number = String(decoding: decimal.shifted(shift), as: UTF8.self)
    switch kind {
    case .percentSign: return (number + "%", .none)
    case .spacedPercent: return (number + " %", .reject)
    default: return (fullWidth(number, point: "．") + "％", .reject)
    }
  }

  /// A number of another size: a strict reader sees it only where it leaves the bounds.
  private static func scaled(
    _ written: String, _ text: String, _ column: DirtColumn
  ) -> (String, FaultEffect)? {
    guard let number = Double(written), number != Double(text) else { return nil }
    return (written, column.allows(number) ? .none : .reject)
  }

  // MARK: Texts and keys

  private static func text(_ kind: DirtKind, _ text: String) -> String? {
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let length = text.utf8.count
    switch kind {
    case .nameSpace:
      let characters = Array(text)
      guard characters.count > 1, characters.allSatisfy({ $0.isLetter && !$0.isASCII }) else {
        return nil
      }
      return characters[0..<1] + " " + characters[1...]
    case .fullWidthLetters: return fullWidth(text, point: ".")
    case .damagedText: return text + "锟斤拷"
    case .lostZeros:
      guard isNumber, text.hasPrefix("0") else { return nil }
      return String(text.drop { $0 == "0" })
    case .idExponent:
      guard isNumber, length >= 12 else { return nil }
      return "\(text.prefix(1)).\(text.dropFirst().prefix(2))E+\(length - 1)"
    case .idRounded:
      guard isNumber, length >= 16 else { return nil }
      return text.prefix(15) + String(repeating: "0", count: length - 15)
    default: return nil
    }
  }

  // MARK: Truths, dates, periods

  private static func truth(_ kind: DirtKind, _ text: String) -> (String, FaultEffect)? {
    let isTrue = text == "TRUE"
    switch kind {
    case .tick: return (isTrue ? "√" : "×", .reject)
    case .otherForm: return (isTrue ? "是" : "否", .none)
    case .fullWidthLetters: return (fullWidth(text, point: "."), .reject)
    default: return nil
    }
  }

  private static func date(
    _ kind: DirtKind, _ text: String, _ bits: UInt64
  ) -> (String, FaultEffect)? {
    guard let date = CivilDate(text) else { return nil }
    let (year, month, day) = date.parts
    switch kind {
    case .otherForm:
      let forms = [
        "\(year)/\(month)/\(day)", text.replacing("-", with: ""), "\(year)年\(month)月\(day)日",
      ]
      return (forms[Int(bits % 3)], .none)
    case .dateSerial: return ("\(date.number + 25_569)", .reject)
    case .shortDate: return ("\(day).\(month).\(year % 100)", .reject)
    case .fullWidthDigits: return (fullWidth(text, point: "."), .reject)
    default: return nil
    }
  }

  private static func period(
    _ kind: DirtKind, _ text: String, _ bits: UInt64
  ) -> (String, FaultEffect)? {
    guard let period = CivilPeriod(text) else { return nil }
    let (year, month) = period.end
    switch kind {
    case .otherForm:
      let forms =
        switch period.length {
        case 1: ["\(year)/\(month)", text.replacing("-", with: ""), "\(year)年\(month)月"]
        case 3: ["\(year)年第\(["一", "二", "三", "四"][month / 3 - 1])季度"]
        case 6: [month == 6 ? "\(year)年上半年" : "\(year)年下半年"]
        default: ["\(year)年"]
        }
      return (forms[Int(bits % UInt64(forms.count))], .none)
    case .dateSerial: return ("\(period.lastDay.number + 25_569)", .reject)
    case .shortDate: return ("\(month)月", .reject)
    case .fullWidthDigits: return (fullWidth(text, point: "."), .reject)
    default: return nil
    }
  }

  /// A text with full-width letters and digits; the point as given.
  private static func fullWidth(_ text: String, point: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isWide =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isWide, let wide = Unicode.Scalar(scalar.value + 0xFEE0) {
        result.unicodeScalars.append(wide)
      } else if scalar == "." {
        result += point
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
