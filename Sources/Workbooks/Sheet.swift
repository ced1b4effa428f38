import CXlsxWriter
import Reports

/// One sheet of a workbook, written row by row from the top; only the row that is being written is in
/// memory.
final class Sheet {
  /// The most rows of a sheet in this format.
  static let mostRows = 1_048_576
  /// The most columns of a sheet in this format.
  static let mostColumns = 16_384
  private static let widths = 6...60
  private static let (lineHeight, titleHeight, mostHeight) = (15.0, 24.0, 409.0)
  /// How wide a sheet may be to be printed on one page, smaller, instead of on pages side by side.
  private static let widestPage = 200

  /// The name, as its tab and formulas have it.
  let name: String
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private unowned let workbook: WorkbookFile
  /// How many rows have been written, empty ones counted.
  private(set) var rowCount = 0
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
  func append(_ cells: [Cell]) throws(WorkbookError) {
    guard rowCount < Self.mostRows else {
      throw .tooManyRows(sheet: name, count: rowCount + 1)
    }
    guard cells.count <= Self.mostColumns else {
      throw .tooManyColumns(sheet: name, count: cells.count)
    }
    while places.count < cells.count { places.append(0) }
    let fitting = cells.map { cell -> Cell in
      guard case .text(let text) = cell.content else { return cell }
      let (kept, isCut) = CellText.fitting(text)
      if isCut { workbook.cutTexts += 1 }
      return isCut ? Cell(.text(kept), cell.style) : cell
    }
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
    if style.runsOn || style.wraps && style.role != .heading { return }
    let width = Self.places(of: cell)
    places[column] = max(places[column], style.wraps ? min(max(width / 2 + 1, 8), 18) : width)
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
    let width = max(width(column) - 2, 1)
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
    var (whole, digits) = (abs(number), 1)
    while whole >= 10, digits < 20 { (whole, digits) = (whole / 10, digits + 1) }
    let decimals = style.decimals
    return digits + digits / 3 + (decimals > 0 ? decimals + 1 : 0) + (number < 0 ? 1 : 0)
  }

  // MARK: Looks

  /// Keeps the rows above the next one, and so many columns, in sight, and prints them on each page.
  func freeze(columns: Int) {
    worksheet_freeze_panes(sheet, lxw_row_t(rowCount), lxw_col_t(columns))
    if rowCount > 0 { repeatRow() }
  }

  /// Prints the last row written on each page.
  func repeatRow() {
    worksheet_repeat_rows(sheet, lxw_row_t(rowCount - 1), lxw_row_t(rowCount - 1))
  }

  /// Lets people filter a table by its headings: from the row of that number to the last written.
  func filter(from heading: Int, columns: Int) {
    worksheet_autofilter(
      sheet, lxw_row_t(heading - 1), 0, lxw_row_t(max(rowCount, heading) - 1),
      lxw_col_t(columns - 1))
  }

  /// Prints the sheet broadside.
  func layAcross() { worksheet_set_landscape(sheet) }

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
    if places.indices.reduce(0, { $0 + width($1) }) <= Self.widestPage {
      worksheet_fit_to_pages(sheet, 1, 0)
    } else {
      worksheet_repeat_columns(sheet, 0, 0)
    }
    if xlsx_flush_rows(sheet) == 0 { throw workbook.temporaryFolderIsFull }
  }
}
