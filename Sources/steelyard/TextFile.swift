import ArgumentParser
import Foundation

/// A small text file that goes with a policy.
enum TextFile {
  /// What a file holds.
  static func text(of file: String) throws -> String {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      let exists = FileManager.default.fileExists(atPath: file)
      let reason = exists ? "it is a folder, or permission is denied" : "there is no such file"
      throw ValidationError("cannot read \(file): \(reason)")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw ValidationError("\(file) is not UTF-8 text")
    }
    return text
  }
}
