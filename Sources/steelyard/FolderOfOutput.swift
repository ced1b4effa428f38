import ArgumentParser
import Foundation

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
          : "the folder \(path) cannot be made: a part of its path is a file, or permission is denied"
      )
    }
  }
}
