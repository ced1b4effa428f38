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
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    // The name of a table, and so a role, may have spaces in it: it ends where a hash begins.
    guard parts.count >= 5, ["kept", "seen"].contains(parts[0]),
      let place = (2..<(parts.count - 2)).first(where: { ContentHash(String(parts[$0])) != nil }),
      let role = EntryRole(parts[1..<place].joined(separator: " ")),
      let hash = ContentHash(String(parts[place])), let size = Int(parts[place + 1]), size >= 0
    else { return nil }
    let path = parts[(place + 2)...].joined(separator: " ")
    guard RecordText.isInnerPath(path) else { return nil }
    self.init(
      role: role, digest: ContentDigest(sha256: hash, size: size), isKept: parts[0] == "kept",
      path: path)
  }
}
