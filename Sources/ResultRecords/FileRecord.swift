/// A file that a result was made from.
public struct FileRecord: Hashable, Sendable {
  /// Where it was, from the manifest's folder; nil for a pipe, which is nowhere afterwards.
  public let path: String?
  /// What faults of its rows call it, recorded only where the rejects file may quote it.
  let name: String?
  /// What it held.
  public let digest: ContentDigest
}

extension FileRecord {
  /// The record of a file whose digest is known, as seen from a folder.
  init(_ file: String, digest: ContentDigest, from folder: String, name: String? = nil) {
    let path = RegularFile.isThere(file) ? FilePath.relative(file, to: folder) : nil
    self.init(path: path, name: name, digest: digest)
  }

  /// Reads `path`, `name`, `sha256`, `size`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    self.init(
      path: try value.optional("path")?.filePath, name: try value.optional("name")?.text,
      digest: try value.digest)
  }
}

extension FileRecord: Encodable {
  enum CodingKeys: CodingKey {
    case path, name, sha256, size
  }

  /// Writes `path`, `name`, `sha256`, `size`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(path, forKey: .path)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encode(digest.sha256, forKey: .sha256)
    try container.encode(digest.size, forKey: .size)
  }
}
