/// Makes rows of the elements of a sheet.
final class SheetParser: XMLHandler {
  /// Rows that are whole and not yet taken.
  private(set) var rows: [SheetRow] = []

  private enum Context { case outside, data, row, cell, value, formula, inline }

  /// The texts of one row may take so many bytes together.
  private static let mostBytesOfRow = 64 << 20

  private let file: String
  private let sheet: String
  private let reader: CellValueReader
  private var sweep: MergeSweep
  private var context = Context.outside
  private var isWorksheet = false
  /// How deep inside an element that says nothing about values.
  private var skipped = 0
  private var row = 0
  private var isRowNumbered = false
  private var isRowHidden = false
  private var lastRow = 0
  private var cells: [SheetCell] = []
  private var isInOrder = true
  private var bytesOfRow = 0
  private var nextColumn = 0
  private var column = 0
  private var cell = RawCell()

  init(file: String, sheet: String, reader: CellValueReader, merges: [SheetRange]) {
    (self.file, self.sheet, self.reader) = (file, sheet, reader)
    sweep = MergeSweep(merges)
  }

  /// The rows that are whole.
  func takeRows() -> [SheetRow] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch context {
    case .outside: try startOutside(name)
    case .data where name.isSpreadsheet("row"): try startRow(attributes)
    case .row where name.isSpreadsheet("c"): try startCell(attributes)
    case .cell where name.isSpreadsheet("v"):
      context = .value
      cell.hasValue = true
    case .cell where name.isSpreadsheet("f"):
      context = .formula
      cell.isFormula = true
    case .cell where name.isSpreadsheet("is"):
      context = .inline
      cell.hasValue = true
      cell.inline.begin()
    case .inline: cell.inline.start(name)
    default: skipped = 1
    }
  }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch context {
    case .outside: break
    case .data: context = .outside
    case .row: try endRow()
    case .cell: try endCell()
    case .value, .formula: context = .cell
    case .inline:
      if name.isSpreadsheet("is") { context = .cell } else { cell.inline.end(name) }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(SpreadsheetError) {
    switch context {
    case .value where skipped == 0: cell.value.append(contentsOf: bytes)
    case .inline: guard cell.inline.take(bytes) else { throw tooLong() }
    default: return
    }
    if cell.value.count > RichText.mostBytes { throw tooLong() }
  }

  private func startOutside(_ name: XMLName) throws(SpreadsheetError) {
    if !isWorksheet {
      guard name.isSpreadsheet("worksheet") else {
        throw .otherFormat(
          file: file, found: "a workbook whose sheet \"\(sheet)\" is in a form")
      }
      isWorksheet = true
    } else if name.isSpreadsheet("sheetData") {
      context = .data
    }
  }

  private func startRow(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    context = .row
    row = lastRow + 1
    isRowNumbered = false
    if let number = attributes["r"] {
      guard let named = Int(String(cString: number)), named > 0 else {
        throw malformed("a row", "has the number \(String(cString: number))")
      }
      row = named
      isRowNumbered = true
    }
    isRowHidden = attributes.isTrue("hidden")
    cells.removeAll(keepingCapacity: true)
    (isInOrder, bytesOfRow, nextColumn) = (true, 0, 0)
  }

  private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
    context = .cell
    cell.begin(attributes)
    column = nextColumn
    if let name = attributes["r"] { try place(name) }
    guard column < SheetRange.mostColumns, row <= SheetRange.mostRows else {
      throw .beyondSheet(
        file: file, sheet: sheet, place: "a cell \(SheetRange.name(row: row, column: column))")
    }
    nextColumn = column + 1
  }

  /// A cell says itself where it is; a row without a number is where its first such cell is.
  private func place(_ name: UnsafePointer<CChar>) throws(SpreadsheetError) {
    var cursor = name
    guard let place = CellPlace(&cursor), cursor.pointee == 0 else {
      throw malformed("a cell in row \(row)", "is called \(String(cString: name))")
    }
    if !isRowNumbered {
      row = place.row
      isRowNumbered = true
    }
    guard place.row == row || !place.isOnSheet else {
      throw malformed("cell \(String(cString: name))", "stands in row \(row)")
    }
    column = place.column
    // What lies beyond is reported by its own name.
    if !place.isOnSheet { row = place.row }
  }

  private func endCell() throws(SpreadsheetError) {
    context = .row
    let value: SheetValue
    do throws(CellValueReader.Fault) {
      value = try reader.value(of: cell)
    } catch {
      switch error {
      case .unusable(let reason):
        throw malformed("cell \(SheetRange.name(row: row, column: column))", reason)
      case .other(let error): throw error
      }
    }
    guard value != .blank else { return }
    if let last = cells.last, last.column >= column { isInOrder = false }
    cells.append(SheetCell(column: column, value: value, isFormula: cell.isFormula))
    bytesOfRow += value.text.utf8.count
    guard cells.count <= SheetRange.mostColumns, bytesOfRow <= Self.mostBytesOfRow else {
      throw .tooLarge(
        file: file, part: "of sheet \"\(sheet)\"",
        reason: "has more than 16,384 cells or 64 MiB of text in row \(row)")
    }
  }

  private func endRow() throws(SpreadsheetError) {
    context = .data
    guard row <= SheetRange.mostRows else {
      throw .beyondSheet(file: file, sheet: sheet, place: "a row \(row)")
    }
    guard row > lastRow else {
      throw .rowsOutOfOrder(file: file, sheet: sheet, row: row, after: lastRow)
    }
    lastRow = row
    if !isInOrder { try sortCells() }
    guard sweep.advance(to: row, cells: cells) else {
      throw malformed("row \(row)", "has more merged cells than columns")
    }
    guard !cells.isEmpty else { return }
    rows.append(
      SheetRow(number: row, cells: cells, isHidden: isRowHidden, merged: sweep.active))
  }

  private func sortCells() throws(SpreadsheetError) {
    cells.sort { $0.column < $1.column }
    for (left, right) in zip(cells, cells.dropFirst()) where left.column == right.column {
      throw malformed(
        "cell \(SheetRange.name(row: row, column: left.column))", "stands there twice")
    }
  }

  private func tooLong() -> SpreadsheetError {
    .tooLarge(
      file: file, part: "of sheet \"\(sheet)\"",
      reason: "has more than 1 MiB of text in cell \(SheetRange.name(row: row, column: column))")
  }

  private func malformed(_ place: String, _ reason: String) -> SpreadsheetError {
    .malformedCell(file: file, sheet: sheet, place: place, reason: reason)
  }
}
