import DelimitedText
import Foundation
import Glibc
import ResultRecords

/// A folder of files that appears whole under its name or not at all.
///
/// It is filled beside its target, under another name, and renamed at the end. A folder that stands
/// there already is replaced if it is empty or holds nothing but an older result.
struct PublishedFolder {
  /// The folder as the user named it.
  let target: String
  /// The folder while it is filled.
  let unfinished: String

  /// A folder to be; nothing is made yet.
  ///
  /// - Throws: `storage` when it can never stand there.
  init(_ target: String) throws(SparkFault) {
    var name = target
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    let parent = FilePath.folder(of: name)
    guard FilePath.real(parent) != nil else {
      throw .storage(path: target, reason: "there is no folder \(parent)")
    }
    guard access(parent, W_OK) == 0 else {
      throw .storage(path: parent, reason: SystemReason.last)
    }
    self.target = name
    unfinished = FilePath.join(parent, ".unfinished-\(getpid())-\(FilePath.name(of: name))")
    try Self.checkReplaceable(name)
  }

  /// Where a file of this folder will stand, as seen from another that is filled.
  func path(of name: String, from other: PublishedFolder) -> String {
    let folder = FilePath.relative(target, to: FilePath.folder(of: other.target))
    return FilePath.join("../\(folder)", name)
  }

  /// Makes the folder that is filled.
  func make() throws(SparkFault) {
    guard mkdir(unfinished, 0o777) == 0 else {
      throw .storage(path: unfinished, reason: SystemReason.last)
    }
  }

  /// Moves a file into it under a name, and makes sure that its bytes are on the disk.
  func take(_ file: String, as name: String) throws {
    let place = "\(unfinished)/\(name)"
    if rename(file, place) != 0 {
      try FileManager.default.copyItem(atPath: file, toPath: place)
    }
    // Spark's workers write with rights of their own; those of the folder tell who may read.
    var status = stat()
    if stat(unfinished, &status) == 0 { chmod(place, status.st_mode & 0o666) }
    let descriptor = open(place, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw SparkFault.storage(path: place, reason: SystemReason.last)
    }
  }

  /// Gives the folder its name.
  func publish() throws(SparkFault) {
    let old = "\(unfinished)-old"
    let isReplacing = rename(target, old) == 0
    guard rename(unfinished, target) == 0 else {
      let reason = SystemReason.last
      if isReplacing { rename(old, target) }
      throw .storage(path: target, reason: reason)
    }
    if isReplacing { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Removes what was not published.
  func discard() { try? FileManager.default.removeItem(atPath: unfinished) }

  private static func checkReplaceable(_ target: String) throws(SparkFault) {
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR,
      let names = try? FileManager.default.contentsOfDirectory(atPath: target)
    else {
      throw .storage(path: target, reason: "a result of Spark is a folder, and this is a file")
    }
    let strange = names.sorted().first { !PartFiles.isOurs($0) }
    if let strange {
      throw .storage(
        path: target,
        reason: "the folder holds \(strange), which is no part of a result; name a new folder")
    }
  }
}
