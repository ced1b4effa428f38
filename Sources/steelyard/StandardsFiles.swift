import ArgumentParser
import ColumnStore
import Foundation

/// The files that `standards` reads and writes.
enum StandardsFiles {
  /// A path with links followed, as far as it is there.
  static func realPath(_ file: String) -> String {
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent(url.lastPathComponent).path
  }

  /// An output in place of an input would destroy what it was made from.
  static func protect(_ inputs: [String], from outputs: [String]) throws {
    let inputs = Set(inputs.map(realPath))
    for file in outputs where inputs.contains(realPath(file)) {
      throw ValidationError("\(file) is an input of this job; write the result to another file")
    }
  }

  /// Begins a file, so that a wrong path is told before any work is done.
  static func new(_ path: String) throws -> AtomicFile {
    do throws(AtomicFileError) {
      return try AtomicFile(path)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// What the folder of a file says about its data as a whole, such as that they are made up.
  static func notice(beside file: String) -> (file: String, text: String)? {
    let notice = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("notice.txt")
    guard let text = try? String(contentsOf: notice, encoding: .utf8) else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : (notice.path, trimmed)
  }
}
