/// Finds the workbook in an archive, or says what the archive is instead.
enum PackageKind {
  /// The part that lists the sheets.
  static func workbookPart(of archive: WorkbookPackage) throws(SpreadsheetError) -> String {
    let file = archive.file
    if let found = openDocument(try mimetype(of: archive)) {
      throw .otherFormat(file: file, found: found)
    }
    guard let main = try RelationList(of: "", in: archive).first("officeDocument")?.target else {
      throw .otherFormat(file: file, found: "a ZIP archive that holds no workbook")
    }
    let type = try ContentTypes(of: archive).type(of: main)
    if let found = other(type) { throw .otherFormat(file: file, found: found) }
    guard archive.has(main) else { throw .missingPart(file: file, part: main) }
    return main
  }

  private static func other(_ type: String) -> String? {
    if type.contains("sheet.binary") { return "a binary Excel workbook (.xlsb)" }
    if type.contains("wordprocessing") || type.contains("ms-word") {
      return "a Word document (.docx)"
    }
    if type.contains("presentation") || type.contains("ms-powerpoint") {
      return "a presentation (.pptx)"
    }
    return nil
  }

  private static func openDocument(_ type: String) -> String? {
    guard type.hasPrefix("application/vnd.oasis.opendocument") else { return nil }
    return type.contains("spreadsheet")
      ? "an OpenDocument spreadsheet (.ods)" : "an OpenDocument file, and no workbook"
  }

  /// What an OpenDocument file says it is, in its first part.
  private static func mimetype(of archive: WorkbookPackage) throws(SpreadsheetError) -> String {
    guard archive.has("mimetype") else { return "" }
    let part = try archive.open("mimetype", limits: .structure)
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(SpreadsheetError) in
      try part.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
