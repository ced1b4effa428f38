/// Why a workbook, or a part of it, could not be read.
public enum SpreadsheetError: Error, Equatable, Sendable {
  /// The file could not be opened or read; `reason` is the system's.
  case unreadable(file: String, reason: String)
  /// The file is neither a ZIP archive nor a compound file; `found` says what it looks like.
  case notWorkbook(file: String, found: String)
  /// The file is protected by a password.
  case encrypted(file: String)
  /// The file is a workbook of Excel 97 to 2003, or of old WPS.
  case oldWorkbook(file: String)
  /// The file is one of another program or kind: `found`, such as `an OpenDocument spreadsheet (.ods)`.
  case otherFormat(file: String, found: String)
  /// The archive is cut off, or what it says of itself is contradictory.
  case damagedArchive(file: String, reason: String)
  /// A part that another one refers to is not in the archive.
  case missingPart(file: String, part: String)
  /// A part does not unpack to what it was; `reason` says how that shows.
  case damagedPart(file: String, part: String, reason: String)
  /// A part is protected by a password.
  case encryptedPart(file: String, part: String)
  /// A part is packed in a way that no workbook uses.
  case unknownPacking(file: String, part: String)
  /// A part unpacks to more bytes than any real workbook's, or to far more than it takes packed.
  case tooLarge(file: String, part: String, reason: String)
  /// A part is not well-formed XML, or says what its kind of part cannot.
  case malformed(file: String, part: String, line: Int, column: Int, reason: String)
  /// A part declares a document type, by which entities could be smuggled in.
  case documentType(file: String, part: String, line: Int)
  /// A cell or row beyond column XFD or row 1,048,576.
  case beyondSheet(file: String, sheet: String, place: String)
  /// A cell or row that cannot be what it says.
  case malformedCell(file: String, sheet: String, place: String, reason: String)
  /// A row stands after one with a higher number, or twice.
  case rowsOutOfOrder(file: String, sheet: String, row: Int, after: Int)
  /// No sheet has this name; `sheets` are those that there are.
  case noSuchSheet(file: String, sheet: String, sheets: [String])
  /// The texts of the workbook did not fit the folder for temporary files.
  case noRoom(file: String, reason: String)
  /// Whoever watches the progress wanted it to stop.
  case cancelled(file: String)
}

extension SpreadsheetError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      file.isEmpty ? "the name of the file is empty" : "cannot read \(file): \(reason)"
    case .notWorkbook(let file, let found):
      "\(file) is no .xlsx workbook: \(found)"
    case .encrypted(let file):
      "\(file) is protected by a password, and encrypted; open it in Excel or WPS, take the password "
        + "away (File, Info, Protect Workbook, Encrypt with Password) and save it again"
    case .oldWorkbook(let file):
      "\(file) is an old Excel workbook (.xls, 97 to 2003), which is not read; open it and save it as "
        + ".xlsx or as CSV"
    case .otherFormat(let file, let found):
      "\(file) is \(found), which is not read; open it and save it as .xlsx or as CSV"
    case .damagedArchive(let file, let reason):
      "\(file) is damaged: \(reason); copy or export it again"
    case .missingPart(let file, let part):
      "\(file) is damaged: its part \(part) is not there; open it in Excel, which may repair it, and "
        + "save it again"
    case .damagedPart(let file, let part, let reason):
      "\(file) is damaged: its part \(part) \(reason); copy or export it again"
    case .encryptedPart(let file, let part):
      "\(file): the part \(part) is encrypted by the program that packed it; unpack it with its "
        + "password, or export the workbook again"
    case .unknownPacking(let file, let part):
      "\(file): the part \(part) is packed in a way that no spreadsheet program uses; open the file in "
        + "Excel and save it again"
    case .tooLarge(let file, let part, let reason):
      "\(file): the part \(part) \(reason); no real workbook does, so nothing of it is read"
    default: cellDescription
    }
  }

  private var cellDescription: String {
    switch self {
    case .malformed(let file, let part, let line, let column, let reason):
      "\(file): the part \(part) is at fault at line \(line), column \(column): \(reason); open the "
        + "file in Excel, which may repair it, and save it again"
    case .documentType(let file, let part, let line):
      "\(file): the part \(part) declares a document type at line \(line), which no workbook does and "
        + "which can hide entities; open the file in Excel and save it again"
    case .beyondSheet(let file, let sheet, let place):
      "\(file): sheet \"\(sheet)\" has \(place), but a sheet ends at column XFD (16,384) and row "
        + "1,048,576; export it as CSV"
    case .malformedCell(let file, let sheet, let place, let reason):
      "\(file): sheet \"\(sheet)\": \(place) \(reason); open the file in Excel and save it again"
    case .rowsOutOfOrder(let file, let sheet, let row, let after):
      "\(file): sheet \"\(sheet)\": row \(row) stands after row \(after); open the file in Excel and "
        + "save it again, which puts rows in order"
    case .noSuchSheet(let file, let sheet, let sheets):
      "\(file) has no sheet \"\(sheet)\"; it has "
        + sheets.map { "\"\($0)\"" }.joined(separator: ", ")
    case .noRoom(let file, let reason):
      "the texts of \(file) cannot be kept in the folder for temporary files: \(reason); name a folder "
        + "with room in the environment variable TMPDIR"
    case .cancelled(let file): "reading \(file) was stopped"
    default: ""
    }
  }
}
