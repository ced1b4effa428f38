import SpreadsheetReading
import TestSupport

/// What a shipped workbook holds, in a form that a test can spell out.
enum SheetDump {
  static func path(_ name: String) -> String {
    ProjectFiles.url("Tests/Cases/spreadsheets/\(name).xlsx").path
  }

  static func open(_ name: String) throws -> Workbook {
    try Workbook(path(name), name: "\(name).xlsx", mostInMemory: 64)
  }

  static func rows(_ name: String, sheet: Int = 0) throws -> [SheetRow] {
    let book = try open(name)
    return try rows(of: book, sheet)
  }

  static func rows(of book: Workbook, _ sheet: Int = 0) throws -> [SheetRow] {
    let reader = try book.rows(of: book.sheets[sheet])
    var rows: [SheetRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// The cells of a row, such as `A1 number 5`; a formula's with `=`.
  static func cells(_ row: SheetRow) -> [String] {
    row.cells.map {
      let place = SheetRange.name(row: row.number, column: $0.column)
      return "\(place) \($0.isFormula ? "=" : "")\(kind($0.value)) \($0.value.text)"
    }
  }

  private static func kind(_ value: SheetValue) -> String {
    switch value {
    case .blank: "blank"
    case .text: "text"
    case .number: "number"
    case .percent: "percent"
    case .date: "date"
    case .month: "month"
    case .dateTime: "moment"
    case .time: "time"
    case .truth: "truth"
    case .error: "error"
    case .formulaWithoutValue: "without"
    }
  }
}
