import ArgumentParser
import DelimitedText
import Foundation
import Glibc

/// A folder that a command writes into.
enum FolderOfOutput {
  /// Makes the folder where it is not there.
  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw ValidationError(
        isThere
          ? "--output takes a folder, and \(path) is a file"
          : "the folder \(path) cannot be made: \(reason(path))")
    }
  }

  /// What the system says of the first folder of the path that is not there.
  private static func reason(_ path: String) -> String {
    var first = URL(fileURLWithPath: path).standardizedFileURL
    while !FileManager.default.fileExists(atPath: first.deletingLastPathComponent().path) {
      first.deleteLastPathComponent()
    }
    guard mkdir(first.path, 0o777) == 0 else { return SystemReason.last }
    rmdir(first.path)
    return "somebody else changed its path meanwhile"
  }
}
