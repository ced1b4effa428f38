import Foundation
import ResultRecords
import ScorecardPolicy

/// The files of a policy, copied so that every worker reads the same.
struct StagedPolicy {
  /// The policy file among the copies.
  let path: String
  /// The files as the user named them, with the digests of what was copied.
  let files: [HashedFile]

  /// Copies the files that a policy was read from into a folder, in the same places as seen from each
  /// other.
  ///
  /// - Parameter files: the policy file, then those that it names.
  /// - Throws: `unsuited` when the policy names a file by a path from the root, which is not the copy.
  init(_ files: [String], to folder: String) throws {
    let places = files.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    let shared = Self.sharedFolder(of: places)
    var copies: [String] = []
    for place in places {
      let copy = folder + place.dropFirst(shared.count)
      try FileManager.default.createDirectory(
        atPath: FilePath.folder(of: copy), withIntermediateDirectories: true)
      try Data(contentsOf: URL(fileURLWithPath: place)).write(to: URL(fileURLWithPath: copy))
      copies.append(copy)
    }
    path = copies[0]
    self.files = try zip(files, copies).map { file, copy in
      HashedFile(file, try HashedFile(copy).digest)
    }
    try Self.check(path, folder)
  }

  /// The copy must stand by itself.
  private static func check(_ copy: String, _ folder: String) throws {
    let read = try PolicyReader.read(contentsOf: copy).policy.files
    for file in read where !URL(fileURLWithPath: file).standardizedFileURL.path.hasPrefix(folder) {
      throw SparkFault.unsuited(
        reason:
          "the policy names the file \(file) by a path from the root, which workers may not have",
        advice: "name it in the policy by its path from the policy's own folder")
    }
  }

  /// The longest folder that all absolute paths lie in, without a slash at its end.
  private static func sharedFolder(of paths: [String]) -> String {
    let folders = paths.map { FilePath.folder(of: $0).split(separator: "/") }
    var shared = folders[0]
    for folder in folders.dropFirst() {
      shared = Array(zip(shared, folder).prefix { $0 == $1 }.map(\.0))
    }
    return shared.map { "/\($0)" }.joined()
  }
}
