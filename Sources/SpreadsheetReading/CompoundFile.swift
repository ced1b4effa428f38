import DelimitedText
import Glibc

/// A file of Microsoft's compound format: old workbooks, and new ones that are encrypted.
///
/// Source: \[MS-CFB\], 2.6.1 (directory entries), \[MS-OFFCRYPTO\], 2.3.4.4 (EncryptedPackage).
enum CompoundFile {
  /// What the file is, as an error; it is never read.
  static func objection(_ path: String, file: String) throws(SpreadsheetError) -> SpreadsheetError {
    let names = try entryNames(path, file: file, among: ["EncryptedPackage", "Workbook", "Book"])
    if names.contains("EncryptedPackage") { return .encrypted(file: file) }
    if !names.isEmpty { return .oldWorkbook(file: file) }
    return .otherFormat(
      file: file, found: "a compound file of an old Office program, and no workbook")
  }

  /// Which of the names the directory has. Its entries stand at multiples of 128 bytes, wherever its
  /// sectors are, each with its name and the length of the name at byte 64.
  private static func entryNames(
    _ path: String, file: String, among names: [String]
  ) throws(SpreadsheetError) -> Set<String> {
    let patterns = names.map { name in
      (name, name.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    }
    var found: Set<String> = []
    try FileStart.forEachPiece(path, file: file) { piece in
      for entry in stride(from: 0, to: piece.count - 127, by: 128) {
        for (name, pattern) in patterns
        where Int(piece[entry + 64]) == pattern.count + 2 && piece[entry + 65] == 0
          && pattern.indices.allSatisfy({ piece[entry + $0] == pattern[$0] })
        {
          found.insert(name)
        }
      }
    }
    return found
  }
}
