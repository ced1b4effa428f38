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
      throw ValidationError("\(file) cannot be read")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      throw ValidationError("\(file) is not UTF-8 text")
    }
    return text
  }
}
