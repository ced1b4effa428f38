import Foundation
import ResultRecords

/// The statements of an entry: their names, as seen from their folder, and hashes.
public struct StatementList: Sendable {
  /// One statement.
  public struct Statement: Hashable, Sendable {
    /// Its path from the folder.
    public let name: String
    /// What it held.
    public let hash: ContentHash
  }

  /// What the list is called among the files of an entry.
  static let path = "statements.sha256"

  /// In the order of their names' bytes.
  public let statements: [Statement]

  /// The list as `sha256sum` writes and checks it.
  var bytes: [UInt8] { Array(statements.map { "\($0.hash)  \($0.name)\n" }.joined().utf8) }

  init(_ statements: [Statement]) { self.statements = statements }

  /// Reads a list; nil for any bytes but those that `bytes` gives.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    statements = lines.compactMap { line in
      guard let gap = line.range(of: "  "),
        let hash = ContentHash(String(line[..<gap.lowerBound]))
      else { return nil }
      let name = String(line[gap.upperBound...])
      return RecordText.isInnerPath(name) ? Statement(name: name, hash: hash) : nil
    }
    guard self.bytes == bytes else { return nil }
  }

  /// The names of all files below a folder, in the order of their bytes.
  ///
  /// - Throws: `ArchiveError` when there is no such folder, one cannot be read, or a name cannot stand
  ///   in the list.
  static func names(in folder: String) throws(ArchiveError) -> [String] {
    try names(in: folder, prefix: "").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in folder: String, prefix: String) throws(ArchiveError) -> [String] {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard isThere, isFolder.boolValue else {
      throw .folder(path: folder, reason: isThere ? "it is a file" : "there is no such folder")
    }
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .folder(path: folder, reason: "permission is denied")
    }
    var names: [String] = []
    for name in found {
      let path = FilePath.join(folder, name)
      guard RecordText.isInnerPath(name) else { throw .unusableName(file: path) }
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        names += try Self.names(in: path, prefix: "\(prefix)\(name)/")
      } else {
        names.append(prefix + name)
      }
    }
    return names
  }
}
