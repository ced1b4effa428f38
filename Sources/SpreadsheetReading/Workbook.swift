import ZipArchives

/// An .xlsx workbook that is open for reading.
///
/// What LibreOffice, WPS, openpyxl, libxlsxwriter and Excel write is read, in the transitional and the
/// strict form of ISO/IEC 29500, and with or without macros, which are left alone. It is told by its
/// bytes and never by its name. Not for use by two threads at once.
public final class Workbook {
  /// What messages call the file.
  public let file: String
  /// Its sheets of cells, in the order of their tabs; those of charts are left out.
  public let sheets: [Sheet]
  /// Whether days count from 1904, as old Macs did.
  public let uses1904Dates: Bool
  /// Whether programs are told to work out every formula when they open the file: then the values of
  /// formulas in it are not to be trusted, for the program that wrote it may have put in anything.
  public let recalculatesOnLoad: Bool

  private let archive: WorkbookPackage
  private let relations: RelationList
  private let styles: StyleSheet
  private let mostInMemory: Int
  private let progress: PartProgress?
  private var strings: SharedStrings?

  /// Opens a workbook and reads what it says of itself: sheets and styles, no cells.
  ///
  /// - Parameters:
  ///   - path: where it is; a file, no pipe.
  ///   - name: what messages call it; its path when nil.
  ///   - mostInMemory: how many bytes of the texts that cells share may be in memory.
  ///   - progress: is told after each piece of a sheet or of the shared texts; when it answers false,
  ///     reading fails with `cancelled`.
  public init(
    _ path: String, name: String? = nil, mostInMemory: Int = 32 << 20,
    progress: PartProgress? = nil
  ) throws(SpreadsheetError) {
    let file = name ?? path
    switch try FileStart(path, file: file) {
    case .zip: break
    case .compound: throw try CompoundFile.objection(path, file: file)
    case .other(let found): throw .notWorkbook(file: file, found: found)
    }
    archive = try WorkbookPackage(path, file: file)
    let main = try PackageKind.workbookPart(of: archive)
    relations = try RelationList(of: main, in: archive)
    let outline = try WorkbookOutline(main, in: archive, relations: relations)
    if let part = relations.first("styles")?.target {
      styles = try StyleSheet(archive.open(part, limits: .structure))
    } else {
      styles = StyleSheet()
    }
    (self.file, self.mostInMemory, self.progress) = (file, mostInMemory, progress)
    sheets = outline.sheets
    uses1904Dates = outline.uses1904Dates
    recalculatesOnLoad = outline.recalculatesOnLoad
  }

  /// Whether a file begins as workbooks do, old and encrypted ones among them, which `init` then
  /// names; whatever the file is called.
  public static func isLikely(_ path: String) -> Bool {
    switch try? FileStart(path, file: path) {
    case .zip, .compound: true
    default: false
    }
  }

  /// A sheet by its name.
  public func sheet(named name: String) throws(SpreadsheetError) -> Sheet {
    guard let sheet = sheets.first(where: { $0.name == name }) else {
      throw .noSuchSheet(file: file, sheet: name, sheets: sheets.map(\.name))
    }
    return sheet
  }

  /// Begins to read the rows of a sheet. The sheet is first searched for merged cells, which stand
  /// behind the rows, and the texts that cells share are read, if they have not been.
  public func rows(of sheet: Sheet) throws(SpreadsheetError) -> SheetRows {
    let merges = try MergeScan.ranges(of: sheet, in: archive, progress: progress)
    let strings = try sharedStrings()
    let reader = CellValueReader(strings: strings, styles: styles, uses1904Dates: uses1904Dates)
    let parser = SheetParser(file: file, sheet: sheet.name, reader: reader, merges: merges)
    let part = try archive.open(sheet.part, limits: .stream, progress: progress)
    return try SheetRows(part, parser: parser, merges: merges)
  }

  private func sharedStrings() throws(SpreadsheetError) -> SharedStrings {
    if let strings { return strings }
    let read: SharedStrings
    if let part = relations.first("sharedStrings")?.target {
      read = try SharedStrings(
        archive.open(part, limits: .stream, progress: progress), mostInMemory: mostInMemory)
    } else {
      read = SharedStrings(file: file)
    }
    strings = read
    return read
  }
}
