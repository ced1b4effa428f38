import DelimitedText
import SpreadsheetReading

/// Looks at files for which there is no map yet: once from end to end, in memory that does not grow
/// with their rows.
public struct FileInspector {
  private let expected: ColumnMatcher
  private let progress: (ImportProgress) -> Void

  /// - Parameters:
  ///   - expected: the tables that files are to be made into, so that their columns are known again.
  ///   - progress: told how far the work on a file has come.
  public init(
    expected: [ExpectedTable] = [], progress: @escaping (ImportProgress) -> Void = { _ in }
  ) {
    self.expected = ColumnMatcher(expected)
    self.progress = progress
  }

  /// What a file holds, told by its bytes and not by its name.
  public func inspect(_ path: String) throws(ImportFault) -> FileInspection {
    if Workbook.isLikely(path) {
      do throws(SpreadsheetError) {
        return try inspectWorkbook(path)
      } catch {
        throw ImportFault("\(error)")
      }
    }
    do {
      return try inspectText(path)
    } catch let fault as ImportFault {
      throw fault
    } catch {
      throw ImportFault("\(error)")
    }
  }

  // MARK: Texts

  private func inspectText(_ path: String) throws -> FileInspection {
    let text = try TextSource(path)
    let separator = try Self.separator(of: text)
    let inspector = SheetInspector(
      name: nil, isHidden: false, leavesBlanksOut: false, mergedRangeCount: 0, expected: expected)
    let chunks = TextChunks(text, separator: separator, from: text.start)
    let block = RowBlock()
    var line = 1
    var done = 0
    while try chunks.next(block.chunk) {
      block.delimited = (line, separator)
      block.cut()
      for row in block.rows {
        guard !inspector.isInHead || row.fields.count <= FileHead.mostColumns else {
          throw FileHead.tooWide(path, line: row.line)
        }
        inspector.take(
          Array(block.fields[row.fields]), line: row.line, fault: row.fault?.rawValue)
      }
      line += DelimitedRowSource.lineEnds(block.chunk.bytes)
      done += block.chunk.count
      report(path, done, text.end - text.start)
    }
    try text.checkUnchanged()
    let names = [UInt8(ascii: ","): "commas", UInt8(ascii: ";"): "semicolons"]
    return FileInspection(
      file: path, encoding: text.encoding.rawValue, separator: names[separator] ?? "tabs",
      hasUncertainFormulas: false, sheets: [inspector.finish()])
  }

  /// What stands between the fields of most of the first lines: titles above a table have none.
  private static func separator(of text: TextSource) throws(DelimitedTextError) -> UInt8 {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
    defer { buffer.deallocate() }
    let count = try text.read(into: buffer, at: text.start)
    let bytes = UnsafeBufferPointer(
      UnsafeMutableBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count]))
    var votes: [UInt8: Int] = [:]
    for line in bytes.split(separator: 10).prefix(100) {
      guard line.contains(where: { [0x2C, 0x3B, 0x09].contains($0) }) else { continue }
      votes[RecordReader.separator(of: UnsafeBufferPointer(rebasing: line)), default: 0] += 1
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }

  // MARK: Workbooks

  private func inspectWorkbook(_ path: String) throws(SpreadsheetError) -> FileInspection {
    let workbook = try Workbook(path)
    var sheets: [SheetInspection] = []
    var hasFormulas = false
    for sheet in workbook.sheets {
      sheets.append(try inspect(sheet, of: workbook, hasFormulas: &hasFormulas))
    }
    return FileInspection(
      file: path, encoding: nil, separator: nil,
      hasUncertainFormulas: hasFormulas && workbook.recalculatesOnLoad, sheets: sheets)
  }

  private func inspect(
    _ sheet: Sheet, of workbook: Workbook, hasFormulas: inout Bool
  ) throws(SpreadsheetError) -> SheetInspection {
    let rows = try workbook.rows(of: sheet)
    let inspector = SheetInspector(
      name: sheet.name, isHidden: sheet.isHidden, leavesBlanksOut: true,
      mergedRangeCount: rows.mergedRanges.count, expected: expected)
    let arena = ByteArena()
    let blank = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    while let row = try rows.next() {
      arena.removeAll()
      var cells: [UnsafeBufferPointer<UInt8>] = []
      for cell in row.cells {
        while cells.count < cell.column { cells.append(blank) }
        cells.append(arena.copy(SheetRowSource.text(cell.value)))
        hasFormulas = hasFormulas || cell.isFormula
      }
      inspector.take(cells, line: row.number)
      if row.number % 1000 == 0 { report(workbook.file, rows.bytesRead, rows.byteCount) }
    }
    return inspector.finish()
  }

  private func report(_ file: String, _ done: Int, _ total: Int) {
    progress(ImportProgress(activity: "looking at \(file)", done: done, total: max(total, 1)))
  }
}
