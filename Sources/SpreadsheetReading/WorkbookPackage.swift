import ZipArchives

/// The ZIP archive that a workbook is, with what messages call it.
final class WorkbookPackage {
  /// What messages call the file.
  let file: String
  private let archive: ZipArchive

  /// Opens a file that begins as a ZIP archive does.
  init(_ path: String, file: String) throws(SpreadsheetError) {
    self.file = file
    archive = try SpreadsheetError.telling(file) { () throws(ZipError) in try ZipArchive(path) }
  }

  /// Whether there is such a part; capitals do not count, nor does a slash before it.
  func has(_ part: String) -> Bool { archive.has(part) }

  /// Begins to read a part.
  func open(
    _ part: String, limits: PartLimits, progress: PartProgress? = nil
  ) throws(SpreadsheetError) -> PackagePart {
    let opened = try SpreadsheetError.telling(file) { () throws(ZipError) in
      try archive.open(part, limits: limits, progress: progress)
    }
    return PackagePart(opened, file: file)
  }
}

extension SpreadsheetError {
  /// What `body` gives, with its faults told of a file.
  static func telling<Result>(
    _ file: String, _ body: () throws(ZipError) -> Result
  ) throws(SpreadsheetError) -> Result {
    do throws(ZipError) {
      return try body()
    } catch {
      throw SpreadsheetError(error, file: file)
    }
  }

  private init(_ error: ZipError, file: String) {
    self =
      switch error {
      case .unreadable(let reason): .unreadable(file: file, reason: reason)
      case .damagedArchive(let reason): .damagedArchive(file: file, reason: reason)
      case .missingPart(let part): .missingPart(file: file, part: part)
      case .damagedPart(let part, let reason): .damagedPart(file: file, part: part, reason: reason)
      case .encryptedPart(let part): .encryptedPart(file: file, part: part)
      case .unknownPacking(let part): .unknownPacking(file: file, part: part)
      case .tooLarge(let part, let reason): .tooLarge(file: file, part: part, reason: reason)
      case .cancelled: .cancelled(file: file)
      }
  }
}
