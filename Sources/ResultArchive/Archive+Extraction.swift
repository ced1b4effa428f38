import DelimitedText
import Foundation
import Glibc
import ResultRecords
import ScoringEngine

extension Archive {
  /// The folder of an extracted entry that holds the files of its job.
  static let jobFolder = "files"

  /// Writes all that the archive holds of an entry into a folder, which must be there: the job's files below `files`, lying
  /// to each other as they did, so that the result can be verified there; the statements below
  /// `statements`, with their list; the differences; and the record as `entry.txt`.
  ///
  /// - Throws: `ArchiveError.damaged` for a content that is not what its hash says.
  public func extract(
    _ entry: ArchiveEntry, into folder: String, progress: ((WorkProgress) -> Void)? = nil
  ) throws {
    try extractJob(of: entry, into: folder)
    for file in entry.files where file.isKept && !file.role.isOfTheJob {
      try write(file.digest.sha256, of: entry, to: file.path, in: folder)
    }
    let statements = try statements(of: entry)?.statements ?? []
    for (number, statement) in statements.enumerated() {
      if number % 64 == 0 {
        progress?(
          WorkProgress(activity: "writing statements", done: number, total: statements.count))
      }
      try write(statement.hash, of: entry, to: "statements/\(statement.name)", in: folder)
    }
    var record = try NewFile("entry.txt", in: folder)
    try record.write(Array(entry.record.utf8))
  }

  /// Writes the files of an entry's job below `files` in a folder, as far as the archive holds them.
  public func extractJob(of entry: ArchiveEntry, into folder: String) throws {
    for file in entry.files where file.isKept && file.role.isOfTheJob {
      try write(
        file.digest.sha256, of: entry, to: "\(Self.jobFolder)/\(file.path)", in: folder)
    }
  }

  /// Writes the files of an entry's policy into a folder, lying to each other as they did.
  ///
  /// - Returns: the policy's own file.
  public func extractPolicy(of entry: ArchiveEntry, into folder: String) throws -> String {
    let files = entry.files(.policy)
    let shared = Self.sharedFolders(of: files.map(\.path))
    let names = files.map { $0.path.split(separator: "/").dropFirst(shared).joined(separator: "/") }
    for (file, name) in zip(files, names) {
      try write(file.digest.sha256, of: entry, to: name, in: folder)
    }
    return names.first ?? ""
  }

  /// Where the result of an entry is, once that is extracted into a folder.
  public static func result(of entry: ArchiveEntry, in folder: String) -> String {
    entry.file(.result).map { place(of: $0, in: folder) } ?? folder
  }

  /// Where a file of an entry's job is, once that is extracted into a folder.
  public static func place(of file: EntryFile, in folder: String) -> String {
    FilePath.join(folder, "\(jobFolder)/\(file.path)")
  }

  /// How many folders all paths begin with.
  private static func sharedFolders(of paths: [String]) -> Int {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    guard let first = folders.first else { return 0 }
    return folders.reduce(first.count) { shared, folder in
      zip(first.prefix(shared), folder).prefix { $0 == $1 }.count
    }
  }

  private func write(
    _ hash: ContentHash, of entry: ArchiveEntry, to name: String, in folder: String
  ) throws {
    // A file may have two roles, as one that is judgements of two things.
    if FileManager.default.fileExists(atPath: FilePath.join(folder, name)) { return }
    var file = try NewFile(name, in: folder)
    try forEachPiece(of: hash, named: name, in: entry) { try file.write($0) }
  }
}

/// A file that is made new in a folder, with the folders on the way.
private struct NewFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Makes a file; fails when the folder itself is there no more, as after an interruption.
  init(_ name: String, in folder: String) throws(ArchiveError) {
    let path = FilePath.join(folder, name)
    var way = folder
    for part in name.split(separator: "/").dropLast() {
      way = FilePath.join(way, String(part))
      guard mkdir(way, 0o777) == 0 || errno == EEXIST else {
        throw .cannotWrite(path: way, reason: SystemReason.last)
      }
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .cannotWrite(path: path, reason: SystemReason.last) }
    (self.path, self.descriptor) = (path, descriptor)
  }

  deinit { close(descriptor) }

  mutating func write(_ bytes: [UInt8]) throws(ArchiveError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .cannotWrite(path: path, reason: SystemReason.last)
      }
      rest = rest.dropFirst(count)
    }
  }
}
