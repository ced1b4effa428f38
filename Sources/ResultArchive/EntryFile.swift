import ResultRecords

/// A file of an entry.
public struct EntryFile: Hashable, Sendable {
  /// What it is to the entry.
  public let role: EntryRole
  /// What it held.
  public let digest: ContentDigest
  /// Whether the archive holds its content too, and not its hash only.
  public let isKept: Bool
  /// Where it was, as seen from the folder that holds all files of the job.
  public let path: String
}

extension EntryFile {
  /// `kept result <hash> <size> <path>`: a line of the entry's record, without its end.
  var line: String {
    "\(isKept ? "kept" : "seen") \(role) \(digest.sha256) \(digest.size) \(path)"
  }

  /// Reads such a line; nil when it is none, or its path would lead out of the folder.
  init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, ["kept", "seen"].contains(parts[0]), let role = EntryRole(parts[1]),
      let hash = ContentHash(String(parts[2])), let size = Int(parts[3]), size >= 0
    else { return nil }
    let path = String(parts[4])
    guard RecordText.isInnerPath(path) else { return nil }
    self.init(
      role: role, digest: ContentDigest(sha256: hash, size: size), isKept: parts[0] == "kept",
      path: path)
  }
}
