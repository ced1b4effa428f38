/// Makes values of what the cells of a workbook hold.
final class CellValueReader {
  /// Why a cell has no value.
  enum Fault: Error {
    /// What it holds cannot be; what it does, in words.
    case unusable(String)
    case other(SpreadsheetError)
  }

  private let strings: SharedStrings
  private let styles: StyleSheet
  private let uses1904Dates: Bool

  init(strings: SharedStrings, styles: StyleSheet, uses1904Dates: Bool) {
    (self.strings, self.styles, self.uses1904Dates) = (strings, styles, uses1904Dates)
  }

  func value(of cell: RawCell) throws(Fault) -> SheetValue {
    guard cell.hasValue else { return cell.isFormula ? .formulaWithoutValue : .blank }
    switch cell.kind {
    case .inline: return .text(text(RichText.decoded(cell.inline.bytes)))
    // Only here is an empty value one: the formula gave an empty text.
    case .formulaText: return .text(text(RichText.decoded(cell.value)))
    default: break
    }
    let bytes = trimmed(cell.value)
    if bytes.isEmpty { return cell.isFormula ? .formulaWithoutValue : .blank }
    switch cell.kind {
    case .number: return try number(bytes, styles.format(of: cell.style))
    case .shared: return try shared(bytes)
    case .truth: return try truth(text(bytes))
    case .error: return .error(text(bytes))
    case .date:
      guard let value = SerialDate.value(iso: text(bytes)) else {
        throw .unusable("holds \(text(bytes)), which is no date")
      }
      return value
    default: throw .unusable("is of a kind that is not known")
    }
  }

  private func shared(_ bytes: ArraySlice<UInt8>) throws(Fault) -> SheetValue {
    var index: Int? = 0
    for byte in bytes {
      guard let number = index, byte >= 48, byte <= 57, number < 1 << 40 else {
        index = nil
        break
      }
      index = number * 10 + Int(byte) - 48
    }
    let string: String?
    do throws(SpreadsheetError) {
      string = if let index { try strings.string(index) } else { nil }
    } catch {
      throw .other(error)
    }
    guard let string else {
      throw .unusable(
        "holds text number \(text(bytes)), but the workbook has "
          + (strings.count == 1 ? "1 text" : "\(strings.count) texts"))
    }
    return .text(string)
  }

  private func truth(_ written: String) throws(Fault) -> SheetValue {
    switch written {
    case "1", "true", "TRUE": return .truth(true)
    case "0", "false", "FALSE": return .truth(false)
    default: throw .unusable("holds \(written), which is neither 1 nor 0")
    }
  }

  private func number(
    _ bytes: ArraySlice<UInt8>, _ format: NumberFormat
  ) throws(Fault) -> SheetValue {
    switch format {
    case .percent: if let percent = NumberText.percent(bytes) { return .percent(percent) }
    case .date, .month, .dateTime, .time:
      if let serial = NumberText.double(bytes),
        let value = SerialDate.value(serial, as: format, uses1904: uses1904Dates)
      {
        return value
      }
    case .number: break
    }
    guard let plain = NumberText.plain(bytes) else {
      throw .unusable("holds \(text(bytes)), which is no number")
    }
    return .number(plain)
  }

  private func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else {
      return bytes[...]
    }
    let rest = bytes.drop(while: isSpace)
    return rest[..<(rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex)]
  }
}
