/// A file that a job wrote.
public struct OutputRecord: Hashable, Sendable {
  /// Where it is, from the manifest's folder; nil for the result, which the manifest stands beside.
  public let path: String?
  /// What it holds.
  public let digest: ContentDigest
  /// How many rows it has, the header not counted.
  public let rows: Int

  /// A file that a job wrote.
  public init(path: String?, digest: ContentDigest, rows: Int) {
    (self.path, self.digest, self.rows) = (path, digest, rows)
  }
}

extension OutputRecord {
  /// Reads `path`, `sha256`, `size`, `rows`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    self.init(
      path: try value.optional("path")?.filePath, digest: try value.digest,
      rows: try value.value("rows").count)
  }
}

extension OutputRecord: Encodable {
  enum CodingKeys: CodingKey {
    case path, sha256, size, rows
  }

  /// Writes `path`, `sha256`, `size`, `rows`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(path, forKey: .path)
    try container.encode(digest.sha256, forKey: .sha256)
    try container.encode(digest.size, forKey: .size)
    try container.encode(rows, forKey: .rows)
  }
}
