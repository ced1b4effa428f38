import Calendars

// What is wrong with the cells of date and period columns.
extension CellFault {
  /// Why a cell is no date or no period, and how to write one.
  static func time(_ text: String, _ column: ColumnSpecification) -> String {
    let isDate = column.type == .date
    let expected =
      isDate
      ? "expected a date such as 2026-10-31"
      : "expected a period such as 2026-10, 2026Q3, 2026H1 or 2026"
    if isMissingMark(text) {
      return "\(expected), found a mark for a missing value; leave the cell blank instead"
    }
    let cause = isDate ? dateCause(text) : periodCause(text)
    return expected + (cause.map { ", found \($0)" } ?? "")
  }

  private static func dateCause(_ text: String) -> String? {
    if CivilPeriod(text) != nil { return "a whole period" }
    if text.wholeMatch(of: /[0-9]{4}[-\/.][0-9]{1,2}[-\/.][0-9]{1,2}/) != nil {
      return "a day that no calendar has"
    }
    return isSerialNumber(text) ? "a spreadsheet's number for a day" : generalCause(text)
  }

  private static func periodCause(_ text: String) -> String? {
    CivilDate(text) != nil ? "a day" : generalCause(text)
  }

  private static func generalCause(_ text: String) -> String? {
    if text.hasPrefix("#") { return errorValue }
    let isFullWidth = text.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) }
    if isFullWidth { return "full-width characters" }
    return text.contains(where: \.isNumber) ? nil : "a text"
  }

  /// Days counted from 1900, as spreadsheets show a date whose format was lost: 1927 to 2173.
  private static func isSerialNumber(_ text: String) -> Bool {
    Int(text).map { (10_000...99_999).contains($0) } ?? false
  }
}
