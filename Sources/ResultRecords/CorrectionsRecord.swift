/// The corrections that a result was made with.
public struct CorrectionsRecord: Hashable, Sendable {
  /// The file that they stand in.
  public let file: FileRecord
  /// How many changed a cell.
  public let granted: Int
  /// How many record an objection that was refused.
  public let refused: Int
}

extension CorrectionsRecord {
  /// The record of corrections, their file as seen from a folder.
  init(_ corrections: AppliedCorrections, from folder: String) {
    self.init(
      file: FileRecord(corrections.file, digest: corrections.digest, from: folder),
      granted: corrections.grantedCount, refused: corrections.refusedCount)
  }

  /// Reads `path`, `sha256`, `size`, `granted`, `refused`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    self.init(
      file: try FileRecord(value), granted: try value.value("granted").count,
      refused: try value.value("refused").count)
  }
}

extension CorrectionsRecord: Encodable {
  enum CodingKeys: CodingKey {
    case granted, refused
  }

  /// Writes what a file has, `granted` and `refused`.
  public func encode(to encoder: any Encoder) throws {
    try file.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(granted, forKey: .granted)
    try container.encode(refused, forKey: .refused)
  }
}
