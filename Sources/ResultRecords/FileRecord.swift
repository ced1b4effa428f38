/// A file, or a table of a database, that a result was made from.
public struct FileRecord: Hashable, Sendable {
  /// Where it was, the file from the manifest's folder; nil for a pipe, which is nowhere afterwards.
  public let path: String?
  /// What faults of its rows call it, recorded only where the rejects file may quote it.
  let name: String?
  /// The columns that were read of a table of a database, the key first; nil for a file.
  let columns: [String]?
  /// What it held.
  public let digest: ContentDigest
}

extension FileRecord {
  /// The record of a file whose digest is known, as seen from a folder.
  init(_ file: String, digest: ContentDigest, from folder: String) {
    let path = RegularFile.isThere(file) ? FilePath.relative(file, to: folder) : nil
    self.init(path: path, name: nil, columns: nil, digest: digest)
  }

  /// The record of what was read for a table, as seen from a folder.
  init(_ input: JobInput, from folder: String, name: String?) {
    let isThere = input.columns != nil || RegularFile.isThere(input.file)
    self.init(
      path: isThere ? RecordedPlace.relative(input.file, to: folder) : nil, name: name,
      columns: input.columns, digest: input.digest)
  }

  /// Whether it is a table of a database.
  var isTable: Bool { columns != nil }

  /// Reads `path`, `name`, `columns`, `sha256`, `size`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    self.init(
      path: try value.optional("path")?.filePath, name: try value.optional("name")?.text,
      columns: try value.optional("columns")?.list.map { column throws(ManifestFault) in
        try column.text
      },
      digest: try value.digest)
  }
}

extension FileRecord: Encodable {
  enum CodingKeys: CodingKey {
    case path, name, columns, sha256, size
  }

  /// Writes `path`, `name`, `columns`, `sha256`, `size`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(path, forKey: .path)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(columns, forKey: .columns)
    try container.encode(digest.sha256, forKey: .sha256)
    try container.encode(digest.size, forKey: .size)
  }
}
