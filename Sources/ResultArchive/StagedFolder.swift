import DelimitedText
import Foundation
import Glibc
import ResultRecords

/// A folder that appears whole under its name or not at all.
///
/// It is filled under a hidden name beside its place. One that is not committed vanishes.
public struct StagedFolder: ~Copyable {
  /// Where it is filled.
  public let path: String
  private let target: String?
  private var isCommitted = false

  /// Begins a folder that will stand at `target`, where there may be an empty one.
  ///
  /// - Throws: `ArchiveError.folder` when something else stands there, or nothing can be made there.
  public init(_ target: String) throws(ArchiveError) {
    let target = target.count > 1 && target.hasSuffix("/") ? String(target.dropLast()) : target
    let there = try? FileManager.default.contentsOfDirectory(atPath: target)
    if there?.isEmpty == false {
      throw .folder(path: target, reason: "there is something in it; name another folder")
    }
    if there == nil, FileManager.default.fileExists(atPath: target) {
      throw .folder(path: target, reason: "it is a file")
    }
    let parent = FilePath.folder(of: target)
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw .folder(path: target, reason: "the folder \(parent) cannot be made")
    }
    let path = "\(parent)/.unfinished-\(getpid())-\(FilePath.name(of: target))"
    guard mkdir(path, 0o777) == 0 else { throw .folder(path: target, reason: SystemReason.last) }
    (self.path, self.target) = (path, target)
  }

  /// Begins a folder that is never to be seen, for work that needs files; only its owner may read it.
  public init() throws(ArchiveError) {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/steelyard-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw .folder(path: parent, reason: SystemReason.last)
    }
    (path, target) = (String(cString: made), nil)
  }

  /// Gives the folder its name.
  public mutating func commit() throws(ArchiveError) {
    guard let target else { return }
    guard rename(path, target) == 0 else {
      throw .cannotWrite(path: target, reason: SystemReason.last)
    }
    isCommitted = true
  }

  deinit { if !isCommitted { try? FileManager.default.removeItem(atPath: path) } }
}
