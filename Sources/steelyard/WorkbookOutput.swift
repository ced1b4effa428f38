import ArgumentParser
import ColumnStore

/// What every command that writes workbooks sees to.
enum WorkbookOutput {
  /// Spreadsheet programs go by the end of the name.
  static func checkName(_ file: String) throws {
    guard file.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("--output needs the name of a file that ends with .xlsx")
    }
  }

  /// Begins a file that is not among the inputs, so that a wrong path is told before any work is done.
  static func begin(_ path: String, protecting inputs: [String]) throws -> AtomicFile {
    try OutputFiles.protect(inputs, from: [path])
    return try OutputFiles.begin { () throws(AtomicFileError) in try AtomicFile(path) }
  }

  /// Says that texts did not fit.
  static func warn(ofCutTexts count: Int) {
    guard count > 0 else { return }
    let texts = count == 1 ? "1 text is" : "\(count) texts are"
    Terminal.note(
      "warning: \(texts) longer than the 32,767 characters that a cell holds, and cut; they end with …"
    )
  }
}
