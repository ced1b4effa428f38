import Foundation
import ResultRecords

/// The folder in which a job on Spark keeps everything until its result is published: what all workers
/// must see, so it lies on storage that they share.
struct StagingFolder {
  /// Its absolute path, without links.
  let path: String

  /// Makes a new folder in another.
  ///
  /// - Throws: `storage`, or `unsuited` when the path has characters that mean something to Spark.
  init(in parent: String, named name: String) throws(SparkFault) {
    guard let real = FilePath.real(parent) else {
      throw .storage(path: parent, reason: "there is no such folder")
    }
    guard StagedInput.isPlain(real) else {
      throw .unsuited(
        reason:
          "the staging folder \(real) has characters in its path that mean something to Spark",
        advice: "name by --staging a folder with letters, digits, - and _ in its path")
    }
    path = "\(real)/\(name)"
    try Self.make(path)
    for folder in ["inputs", "policy", "scripts", "tables"] { try Self.make("\(path)/\(folder)") }
  }

  /// A file or a folder in it.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The folder as Spark's SQL names it.
  var uri: String { "file://\(path)" }

  /// Removes it with all that is in it.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func make(_ path: String) throws(SparkFault) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false)
    } catch {
      throw .storage(path: path, reason: error.localizedDescription)
    }
  }
}
