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
    let written = trimmed(cell.value)
    if written.isEmpty { return cell.isFormula ? .formulaWithoutValue : .blank }
    switch cell.kind {
    case .shared: return try shared(written)
    case .truth: return try truth(written)
    case .error: return .error(written)
    case .date:
      guard let value = SerialDate.value(iso: written) else {
        throw .unusable("holds \(written), which is no date")
      }
      return value
    case .unknown: throw .unusable("is of a kind that is not known")
    default: return try number(written, styles.format(of: cell.style))
    }
  }

  private func shared(_ written: String) throws(Fault) -> SheetValue {
    let string: String?
    do {
      string = try Int(written).flatMap { (index) throws(SpreadsheetError) in
        try strings.string(index)
      }
    } catch {
      throw .other(error)
    }
    guard let string else {
      throw .unusable("holds text number \(written), but the workbook has \(strings.count) texts")
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

  private func number(_ written: String, _ format: NumberFormat) throws(Fault) -> SheetValue {
    guard let plain = NumberText.plain(written) else {
      throw .unusable("holds \(written), which is no number")
    }
    switch format {
    case .number: return .number(plain)
    case .percent: return .percent(NumberText.percent(written) ?? plain)
    case .date, .month, .dateTime, .time:
      let serial = NumberText.double(written) ?? -1
      return SerialDate.value(serial, as: format, uses1904: uses1904Dates) ?? .number(plain)
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func trimmed(_ bytes: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else {
      return text(bytes)
    }
    let rest = bytes.drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
