import SpreadsheetReading

/// A sheet of a workbook as rows below a header.
final class SheetRowSource: RowSource {
  let headerRows: [[String]]
  let leavesBlanksOut = true
  let changes: [FileChange]
  let size: Int

  private let workbook: Workbook
  private let sheet: Sheet
  private let firstRow: Int
  private var rows: SheetRows
  /// A row below the header that was read with it.
  private var waiting: SheetRow?
  private var done = 0
  private var hasFormulas = false

  private static let rowsInBlock = 2048
  private static let cellsInBlock = 1 << 16

  /// Opens a sheet whose header stands on the given rows.
  init(
    _ path: String, sheet choice: SheetChoice?, source: String, headerLines: [Int]
  ) throws(ImportFailure) {
    let found: SheetFinder
    do throws(SpreadsheetError) {
      workbook = try Workbook(path)
      found = try SheetFinder(workbook, choice, source: source)
    } catch {
      throw ImportFailure(faults: [ImportFault("\(error)")])
    }
    guard let sheet = found.sheet else {
      throw ImportFailure(faults: found.faults, questions: found.questions)
    }
    self.sheet = sheet
    firstRow = (headerLines.last ?? 1) + 1
    var headers: [Int: [String]] = [:]
    do throws(SpreadsheetError) {
      rows = try workbook.rows(of: sheet)
      size = rows.byteCount
      while waiting == nil, let row = try rows.next() {
        if row.number >= firstRow { waiting = row } else { headers[row.number] = Self.cells(row) }
      }
    } catch {
      throw ImportFailure(faults: [ImportFault("\(error)")])
    }
    changes = [FileChange(before: "sheet \(sheet.name)", after: "CSV", rule: "workbook")]
    headerRows = headerLines.compactMap { headers[$0] }
    guard let missing = headerLines.first(where: { headers[$0] == nil }) else { return }
    throw ImportFailure(faults: [
      ImportFault(
        "\(path): sheet \"\(sheet.name)\" has no header on row \(missing): the row is blank",
        suggestion: "header: names the row of the headers, from 1")
    ])
  }

  var hasUncertainFormulas: Bool { hasFormulas && workbook.recalculatesOnLoad }

  func rewind() throws(ImportFault) {
    do throws(SpreadsheetError) {
      rows = try workbook.rows(of: sheet)
      (done, waiting) = (0, nil)
      while waiting == nil, let row = try rows.next() {
        if row.number >= firstRow { waiting = row }
      }
    } catch {
      throw ImportFault("\(error)")
    }
  }

  func next(_ block: RowBlock) throws(ImportFault) -> Bool {
    block.delimited = nil
    block.clear()
    while block.rows.count < Self.rowsInBlock, block.fields.count < Self.cellsInBlock,
      let row = try nextRow()
    {
      add(row, to: block)
    }
    block.size = rows.bytesRead - done
    done = rows.bytesRead
    return !block.rows.isEmpty
  }

  private func nextRow() throws(ImportFault) -> SheetRow? {
    if let row = waiting {
      waiting = nil
      return row
    }
    do throws(SpreadsheetError) {
      return try rows.next()
    } catch {
      throw ImportFault("\(error)")
    }
  }

  func checkUnchanged() throws(ImportFault) {}

  private func add(_ row: SheetRow, to block: RowBlock) {
    let first = block.fields.count
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for cell in row.cells {
      while block.fields.count - first < cell.column { block.fields.append(blank) }
      block.fields.append(block.arena.copy(Self.text(cell.value)))
      if cell.isFormula { hasFormulas = true }
    }
    block.rows.append(
      RowBlock.Row(line: row.number, fields: first..<block.fields.count, text: 0..<0, fault: nil))
  }

  private static func cells(_ row: SheetRow) -> [String] {
    var cells: [String] = []
    for cell in row.cells {
      while cells.count < cell.column { cells.append("") }
      cells.append(text(cell.value))
    }
    return cells
  }

  /// A formula that nobody has worked out is not a blank: its value is not known.
  static func text(_ value: SheetValue) -> String {
    value == .formulaWithoutValue ? "#CALC!" : value.text
  }
}
