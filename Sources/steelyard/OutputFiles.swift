import ArgumentParser
import ColumnStore
import Foundation

/// What every command that writes files sees to before it begins.
enum OutputFiles {
  /// A path with links followed, as far as it is there.
  static func realPath(_ file: String) -> String {
    let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    // A file that is not there yet may still lie in a folder reached by a link.
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

  /// Begins files, so that a wrong path is told before any work is done.
  static func begin<Files: ~Copyable>(
    _ make: () throws(AtomicFileError) -> Files
  ) throws -> Files {
    do throws(AtomicFileError) {
      return try make()
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
