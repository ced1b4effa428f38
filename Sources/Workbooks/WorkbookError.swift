import ColumnStore

/// Why a workbook could not be written; what stood at its place is untouched.
public enum WorkbookError: Error, Equatable, CustomStringConvertible {
  /// There are more rows than a sheet holds.
  case tooManyRows(sheet: String, count: Int)
  /// There are more columns than a sheet holds.
  case tooManyColumns(sheet: String, count: Int)
  /// The folder for temporary files cannot be used, for a reason of the system's.
  case temporaryFolder(String, reason: String)
  /// Rows could not be written to a temporary file in that folder.
  case temporaryFolderIsFull(String)
  /// The file could not be written.
  case file(AtomicFileError)
  /// The workbook library refused something, in its own words.
  case library(String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .tooManyRows(let sheet, let count):
      "the sheet \(sheet) would have \(count) rows, and a sheet of an .xlsx file holds "
        + "\(Sheet.mostRows) at most"
    case .tooManyColumns(let sheet, let count):
      "the sheet \(sheet) would have \(count) columns, and a sheet of an .xlsx file holds "
        + "\(Sheet.mostColumns) at most"
    case .temporaryFolder(let folder, let reason):
      "no temporary file can be written in \(folder): \(reason); name another folder by TMPDIR"
    case .temporaryFolderIsFull(let folder):
      "the workbook's temporary files do not fit on the disk of \(folder): make room, or name another "
        + "folder by TMPDIR"
    case .file(let error): error.description
    case .library(let words): "the workbook cannot be written: \(words)"
    }
  }
}
