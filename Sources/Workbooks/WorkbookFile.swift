import CXlsxWriter
import ColumnStore
import DelimitedText
import Glibc

/// A workbook that is being written: its sheets' rows go to temporary files, and the whole to its place
/// when it is done, so that it appears whole or not at all.
///
/// The same calls give the same bytes: no time and no name of the machine is written.
final class WorkbookFile {
  private let memory: MemoryFile
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let temporaryFolder: String
  private var isClosed = false
  private var names = SheetNames()
  private var sheets: [Sheet] = []
  private var formats: [CellStyle: Int32] = [:]
  /// How many texts were too long for a cell.
  var cutTexts = 0

  /// Begins a workbook; fails when no temporary file can be written.
  init(title: String) throws(WorkbookError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    temporaryFolder = folder.isEmpty ? "/var/tmp" : folder
    guard access(temporaryFolder, W_OK | X_OK) == 0 else {
      throw .temporaryFolder(temporaryFolder, reason: SystemReason.last)
    }
    memory = try MemoryFile()
    workbook = try Self.open(memory.path, temporaryFolder)
    setProperties(title)
  }

  deinit { if !isClosed { lxw_workbook_free(workbook) } }

  private static func open(
    _ path: String, _ temporaryFolder: String
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_workbook> {
    let workbook = temporaryFolder.withCString { folder in
      // The library copies the name of the folder.
      var options = lxw_workbook_options(
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let workbook else { throw .library("it cannot be begun") }
    return workbook
  }

  /// What the library would otherwise fill in by the clock.
  private func setProperties(_ title: String) {
    var title = CellText.escaped(String(title.unicodeScalars.prefix(200)))
    title.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { copy in
        for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
        copy[bytes.count] = 0
        var properties = lxw_doc_properties()
        properties.title = copy.baseAddress
        // The first day of 1980, as the entries of the ZIP file have it.
        properties.created = 315_532_800
        workbook_set_properties(workbook, &properties)
      }
    }
  }

  // MARK: Sheets and formats

  /// Adds a sheet after those that are there, named like a text.
  func addSheet(_ title: String) throws(WorkbookError) -> Sheet {
    let name = names.name(like: title)
    guard let added = workbook_add_worksheet(workbook, name) else {
      throw .library("the sheet \(name) cannot be begun")
    }
    let sheet = Sheet(added, name: name, of: self)
    sheets.append(sheet)
    return sheet
  }

  /// The font of all cells: Windows, Excel for the Mac and WPS come with it, and LibreOffice takes Noto
  /// Sans CJK in its place. It has Latin letters too, so that mixed texts look alike.
  private static let font = "Microsoft YaHei"

  /// The number of the format of a style; 0, which is that of the library's own font, only where there
  /// is no memory.
  func formatNumber(_ style: CellStyle) -> Int32 {
    if let number = formats[style] { return number }
    guard let format = workbook_add_format(workbook) else { return 0 }
    set(format, style)
    let number = lxw_format_get_xf_index(format)
    formats[style] = number
    return number
  }

  private func set(_ format: UnsafeMutablePointer<lxw_format>, _ style: CellStyle) {
    format_set_font_name(format, Self.font)
    format_set_font_size(format, style.role == .title ? 14 : 10)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    if style.wraps { format_set_text_wrap(format) }
    if style.isIndented { format_set_indent(format, 1) }
    if style.alignsRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    let thin = UInt8(LXW_BORDER_THIN.rawValue)
    switch style.role {
    case .plain: break
    case .title: format_set_bold(format)
    case .heading:
      format_set_bold(format)
      format_set_bottom(format, thin)
      format_set_bg_color(format, 0xDDDDDD)
    case .part:
      format_set_bold(format)
      format_set_bg_color(format, 0xEEEEEE)
    case .sum:
      format_set_bold(format)
      format_set_top(format, thin)
    }
  }

  // MARK: The end

  /// That the rows do not fit on the disk of the temporary files.
  var temporaryFolderIsFull: WorkbookError { .temporaryFolderIsFull(temporaryFolder) }

  /// Puts the workbook together.
  private func close() throws(WorkbookError) {
    for sheet in sheets { try sheet.finish() }
    isClosed = true
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else {
      throw .library(String(cString: lxw_strerror(error)))
    }
    guard PartsCheck.isWhole(memory.path) else { throw temporaryFolderIsFull }
  }

  /// Puts the workbook together in memory.
  func finish() throws(WorkbookError) -> FinishedWorkbook {
    try close()
    return FinishedWorkbook(bytes: try memory.withBytes { Array($0) }, cutTexts: cutTexts)
  }

  /// Puts the workbook together and in its place.
  func finish(as file: consuming AtomicFile) throws(WorkbookError) {
    try close()
    let written = try memory.withBytes { bytes in
      Result { () throws(AtomicFileError) in try file.write(bytes) }
    }
    do throws(AtomicFileError) {
      try written.get()
      try file.commit()
    } catch {
      throw .file(error)
    }
  }
}
