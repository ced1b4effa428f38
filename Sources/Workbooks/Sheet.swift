import CXlsxWriter
import Reports

/// One sheet of a workbook, written row by row from the top; only the row that is being written is in
/// memory.
final class Sheet {
  /// The most rows of a sheet in this format.
  static let mostRows = 1_048_576
  /// The most columns of a sheet in this format.
  static let mostColumns = 16_384
  private static let longestFormula = 8_000
  private static let widths = 6...60
  private static let (lineHeight, titleHeight, mostHeight) = (15.0, 24.0, 409.0)
  /// How wide a sheet may be to be printed on one page, smaller, instead of on pages side by side.
  private static let widestPage = 200
  /// How wide a sheet may be to be printed upright, unless it is to be.
  private static let widestUpright = 120

  /// The name, as its tab and formulas have it.
  let name: String
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private unowned let workbook: WorkbookFile
  /// How many rows have been written, empty ones counted.
  private(set) var rowCount = 0
  /// Whether it is printed upright however wide it is, and smaller where it must.
  var isUpright = false
  /// How many places the widest cell of each column takes.
  private var places: [Int] = []
  private var letters: [String] = []

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, of workbook: WorkbookFile) {
    (self.sheet, self.name, self.workbook) = (sheet, name, workbook)
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&L&A&R&P / &N")
  }

  /// The number, as on the screen, that the next row will have.
  var nextRow: Int { rowCount + 1 }

  // MARK: Rows

  /// Writes the next row.
  func append(_ row: [Cell]) throws(WorkbookError) {
    guard rowCount < Self.mostRows else {
      throw .tooManyRows(sheet: name, count: rowCount + 1)
    }
    let cells = spread(row)
    guard cells.count <= Self.mostColumns else {
      throw .tooManyColumns(sheet: name, count: cells.count)
    }
    while places.count < cells.count { places.append(0) }
    let fitting = cells.map { Cell(self.fitting($0.content), $0.style, columns: $0.columns) }
    for (column, cell) in fitting.enumerated() { widen(column, for: cell) }
    var markup = RowMarkup(nextRow, height: height(of: fitting))
    for (column, cell) in fitting.enumerated() {
      while letters.count <= column { letters.append(CellAddress.letters(letters.count)) }
      markup.append(
        Self.escaped(cell.content), letters[column], format: workbook.formatNumber(cell.style))
    }
    markup.end()
    try write(markup.bytes, columns: cells.count)
    rowCount += 1
  }

  /// Writes a row of headings; those of columns of numbers at the right edge, and the one after these a
  /// little away from them.
  func appendHeadings(_ headings: [String], numbers: ClosedRange<Int>) throws(WorkbookError) {
    try append(
      headings.enumerated().map { column, heading in
        let style: CellStyle =
          numbers.contains(column)
          ? .numberHeading : column == numbers.upperBound + 1 ? .indentedHeading : .heading
        return Cell(heading, style)
      })
  }

  /// The cells with blank ones where those before them stand over several columns.
  private func spread(_ row: [Cell]) -> [Cell] {
    if row.allSatisfy({ $0.columns == 1 }) { return row }
    var cells: [Cell] = []
    for cell in row {
      cells.append(cell)
      if cell.columns == 1 { continue }
      let last = cells.count + cell.columns - 2
      xlsx_merge_cells(sheet, lxw_row_t(rowCount), lxw_col_t(cells.count - 1), lxw_col_t(last))
      cells += Array(repeating: .blank(cell.style), count: cell.columns - 1)
    }
    return cells
  }

  /// What a cell holds of this: texts that are too long are cut, and of a formula that is longer than
  /// spreadsheet programs take there is the value.
  private func fitting(_ content: Cell.Content) -> Cell.Content {
    switch content {
    case .text(let text):
      let (kept, isCut) = CellText.fitting(text)
      if isCut { workbook.cutTexts += 1 }
      return .text(kept)
    case .formula(let formula, let value) where formula.utf8.count > Self.longestFormula:
      return .number(value)
    default: return content
    }
  }

  private func write(_ bytes: [UInt8], columns: Int) throws(WorkbookError) {
    let isWritten = bytes.withUnsafeBytes { bytes in
      xlsx_append_row(
        sheet, lxw_row_t(rowCount), lxw_col_t(max(columns, 1) - 1),
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count) != 0
    }
    if !isWritten { throw workbook.temporaryFolderIsFull }
  }

  private static func escaped(_ content: Cell.Content) -> Cell.Content {
    if case .text(let text) = content { .text(CellText.escaped(text)) } else { content }
  }

  /// Leaves a row empty.
  func skipRow() { rowCount += 1 }

  // MARK: Widths

  /// Makes a column at least that wide, in places.
  func widen(_ column: Int, to width: Int) {
    while places.count <= column { places.append(0) }
    places[column] = max(places[column], width)
  }

  /// What is broken into lines does not widen its column, but for headings: these get no more than a
  /// few lines, and hold whole words.
  private func widen(_ column: Int, for cell: Cell) {
    let style = cell.style
    if style.runsOn || cell.columns > 1 || style.wraps && style.role != .heading { return }
    let width = Self.places(of: cell) + (style.isIndented ? 2 : 0)
    places[column] = max(
      places[column], style.wraps ? min(max(width / 2 + 1, Self.longestWord(of: cell)), 18) : width)
  }

  private static func longestWord(of cell: Cell) -> Int {
    guard case .text(let text) = cell.content else { return 0 }
    // Lines end between Chinese characters as between words.
    return text.split(whereSeparator: { $0 == " " || !$0.isASCII }).map(\.count).max() ?? 0
  }

  private func width(_ column: Int) -> Int {
    min(max(places[column] + 2, Self.widths.lowerBound), Self.widths.upperBound)
  }

  /// The height of a row of these cells; nil where it is the usual one.
  private func height(of cells: [Cell]) -> Double? {
    if cells.contains(where: { $0.style.role == .title }) { return Self.titleHeight }
    let lines = cells.enumerated().map { self.lines(of: $1, $0) }.max() ?? 1
    return lines > 1 ? min(Double(lines) * Self.lineHeight, Self.mostHeight) : nil
  }

  private func lines(of cell: Cell, _ column: Int) -> Int {
    guard cell.style.wraps, case .text(let text) = cell.content else { return 1 }
    let columns = column..<(column + cell.columns)
    let whole = columns.reduce(0) { $0 + self.width($1) }
    let width = max(whole - (cell.style.isIndented ? 4 : 2), 1)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
      // Lines end between words: a tenth of their room stays empty.
      let places = TextWidth.places(of: String(line))
      return lines + (places <= width ? 1 : (places * 11 / 10 + width - 1) / width)
    }
  }

  private static func places(of cell: Cell) -> Int {
    switch cell.content {
    case .blank: 0
    case .text(let text): TextWidth.places(of: text)
    case .truth: 5
    case .number(let number), .formula(_, let number): places(of: number, cell.style)
    }
  }

  private static func places(of number: Double, _ style: CellStyle) -> Int {
    // Without a format, programs show what fits in eleven places.
    if style.numberFormat == nil { return min("\(number)".count, 11) }
    var (whole, digits) = (abs(number), 1)
    while whole >= 10, digits < 20 { (whole, digits) = (whole / 10, digits + 1) }
    let decimals = style.decimals
    return digits + digits / 3 + (decimals > 0 ? decimals + 1 : 0) + (number < 0 ? 1 : 0)
  }

  // MARK: Looks

  /// Keeps the rows above the next one, and so many columns, in sight, and prints the last of these rows
  /// on each page.
  func freeze(columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rowCount), lxw_col_t(columns))
    if rowCount > 0 {
      worksheet_repeat_rows(sheet, lxw_row_t(rowCount - 1), lxw_row_t(rowCount - 1))
    }
  }

  /// Lets people filter a table by its headings: from the row of that number to the last written.
  func filter(from heading: Int, columns: Int) {
    worksheet_autofilter(
      sheet, lxw_row_t(heading - 1), 0, lxw_row_t(max(rowCount, heading) - 1),
      lxw_col_t(columns - 1))
  }

  /// Tells spreadsheet programs that texts which look like numbers are meant as texts.
  func keepTexts(columns: Int) {
    let last = CellAddress.letters(columns - 1)
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(last)\(max(rowCount, 1))")
  }

  /// Sets the widths, and sees to it that all rows are in the temporary file.
  func finish() throws(WorkbookError) {
    for column in places.indices {
      worksheet_set_column(
        sheet, lxw_col_t(column), lxw_col_t(column), Double(width(column)), nil)
    }
    let width = places.indices.reduce(0) { $0 + self.width($1) }
    if width > Self.widestUpright, !isUpright { worksheet_set_landscape(sheet) }
    if width <= Self.widestPage {
      worksheet_fit_to_pages(sheet, 1, 0)
    } else {
      worksheet_repeat_columns(sheet, 0, 0)
    }
    if xlsx_flush_rows(sheet) == 0 { throw workbook.temporaryFolderIsFull }
  }
}
