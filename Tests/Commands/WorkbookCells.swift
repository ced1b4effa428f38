import Foundation
import SpreadsheetReading
import Testing

/// The cells of a workbook as its file has them.
struct WorkbookCells {
  /// One cell.
  struct Cell {
    let value: SheetValue
    let isFormula: Bool
  }

  /// For each sheet its cells, by row and column from 0.
  let sheets: [String: [Int: [Int: Cell]]]

  init(_ file: URL) throws {
    let book = try Workbook(file.path)
    var sheets: [String: [Int: [Int: Cell]]] = [:]
    for sheet in book.sheets {
      let rows = try book.rows(of: sheet)
      while let row = try rows.next() {
        for cell in row.cells {
          sheets[sheet.name, default: [:]][row.number - 1, default: [:]][cell.column] = Cell(
            value: cell.value, isFormula: cell.isFormula)
        }
      }
    }
    self.sheets = sheets
  }

  /// How many formulas there are.
  var formulaCount: Int {
    sheets.values.flatMap(\.values).flatMap(\.values).count { $0.isFormula }
  }

  /// The rows of a sheet below its first, each cell under its heading.
  func table(_ name: String) throws -> [[String: Cell]] {
    let sheet = try #require(sheets[name], "there is no sheet \(name)")
    let heads = try #require(sheet[0])
    return sheet.keys.sorted().dropFirst().map { row in
      var cells: [String: Cell] = [:]
      for (column, head) in heads { cells[head.value.text] = sheet[row]?[column] }
      return cells
    }
  }
}
