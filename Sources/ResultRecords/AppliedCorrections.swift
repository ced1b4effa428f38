/// The corrections that were laid over the data of a job.
public struct AppliedCorrections: Hashable, Sendable {
  /// What messages call the table that a file of corrections is.
  public static let table = "of corrections"
  /// The header that a file of corrections has.
  public static let header = CorrectionFile.Name.allCases.map(\.rawValue).joined(separator: ",")

  /// The file that they stand in, as the user named it.
  public let file: String
  /// The digest of its bytes.
  public let digest: ContentDigest
  /// All of them, in the order of the file.
  public let all: [Correction]

  /// The keys, as UTF-8 bytes, of those whose data were changed.
  public var correctedKeys: Set<[UInt8]> { Set(all.filter(\.isGranted).map { Array($0.key.utf8) }) }

  /// How many changed a cell.
  public var grantedCount: Int { all.count(where: \.isGranted) }
  /// How many record an objection that was refused.
  public var refusedCount: Int { all.count - grantedCount }
}
