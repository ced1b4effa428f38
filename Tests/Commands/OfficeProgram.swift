import Foundation
import TestSupport
import Testing

/// LibreOffice, which reads workbooks as people's programs do.
enum OfficeProgram {
  private static let program: URL? = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
    .map(URL.init(fileURLWithPath:))
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  static let isThere = program != nil

  /// The cells of all sheets of a workbook by the sheets' names, every formula computed anew.
  static func recalculated(_ workbook: URL) throws -> [String: [[String]]] {
    let scratch = try TemporaryDirectory()
    // Without this, LibreOffice shows the values in the file, and the test would prove nothing.
    try scratch.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """, to: "profile/user/registrymodifications.xcu")
    try FileManager.default.copyItem(at: workbook, to: scratch.file("book.xlsx"))
    // Comma, quotes, UTF-8, numbers in full and not as shown, every sheet.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    let result = try CommandRunner.run(
      ["-env:UserInstallation=\(scratch.file("profile").absoluteString)", "--headless"]
        + ["--convert-to", filter, "--outdir", "csv", "book.xlsx"],
      executable: #require(program), in: scratch.url)
    try #require(result.exitCode == 0, "\(result.errors)")
    var sheets: [String: [[String]]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.file("csv").path) {
      let sheet = String(name.dropFirst("book-".count).dropLast(".csv".count))
      sheets[sheet] = cells(of: try Data(contentsOf: scratch.file("csv/\(name)")))
    }
    return sheets
  }

  /// Compares each cell of a workbook with what LibreOffice makes of it.
  static func compare(_ file: URL) throws {
    let (book, office) = (try WorkbookCells(file), try recalculated(file))
    #expect(Set(book.sheets.keys) == Set(office.keys))
    #expect(book.formulaCount > 0)
    for (name, rows) in book.sheets {
      let computed = try #require(office[name])
      for (row, cells) in rows {
        for (column, cell) in cells where cell.value != .blank {
          let other = computed[row][column]
          let place = "\(file.lastPathComponent), \(name), row \(row + 1), column \(column + 1)"
          switch cell.value {
          case .text(let text):
            #expect(other == text, "\(place): \(text.debugDescription)")
          case .truth: #expect(other == cell.value.text, "\(place)")
          default:
            #expect(areEqual(cell.value.text, other), "\(place): \(cell.value.text) is \(other)")
          }
        }
      }
    }
  }

  /// Whether two numbers are the same but for the digits that a spreadsheet program shows.
  static func areEqual(_ first: String, _ second: String) -> Bool {
    guard let first = Double(first), let second = Double(second) else { return false }
    return abs(first - second) <= 1e-9 * max(1, abs(first))
  }

  /// The fields of a CSV file; empty lines count as rows.
  private static func cells(of data: Data) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isOpen = false
    var bytes = Array(data)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isOpen && bytes.first == byte: field.append(bytes.removeFirst())
      case UInt8(ascii: "\""): isOpen.toggle()
      case UInt8(ascii: ",") where !isOpen, UInt8(ascii: "\n") where !isOpen:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      default: field.append(byte)
      }
    }
    return rows
  }
}
