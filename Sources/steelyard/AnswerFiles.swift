import ArgumentParser
import Foundation

/// The files that hold a panel's answers.
enum AnswerFiles {
  /// Files as named, and of folders every file `*.csv`, but for the one that is to be written.
  static func find(_ paths: [String], besides output: String?) throws -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw ValidationError("there is no file or folder \(path)")
      }
      if !isFolder.boolValue {
        files.append(path)
        continue
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let found = names.filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      if found.isEmpty { throw ValidationError("the folder \(path) holds no file *.csv") }
      files += found.map { "\(folder)/\($0)" }
    }
    let written = output.map(OutputFiles.realPath)
    var seen: Set<String> = []
    return files.sorted().filter { file in
      let real = OutputFiles.realPath(file)
      return real != written && seen.insert(real).inserted
    }
  }
}
