/// The policy that a result follows.
public struct PolicyRecord: Hashable, Sendable, Encodable {
  /// The policy's name.
  public let name: String
  /// The policy's version.
  public let version: String
  /// The policy's own file, then those that it was read with; never empty.
  public let files: [FileRecord]
}

extension PolicyRecord {
  /// Reads `name`, `version`, `files`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    name = try value.value("name").text
    version = try value.value("version").text
    files = try value.files("files")
    for (file, element) in zip(files, try value.value("files").list) where file.path == nil {
      throw element.fault("the key \"path\" is missing")
    }
  }
}
