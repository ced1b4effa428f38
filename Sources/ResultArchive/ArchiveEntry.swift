import ResultRecords

/// One closed period of one policy, or a correction of one.
public struct ArchiveEntry: Hashable, Sendable {
  /// Which entry a correction corrects, and why.
  public struct Correction: Hashable, Sendable {
    /// The number of the entry that is corrected.
    public let entry: Int
    /// Why.
    public let reason: String

    /// A correction.
    public init(entry: Int, reason: String) {
      self.entry = entry
      self.reason = reason
    }
  }

  /// From 1, without gaps.
  public let number: Int
  /// The hash of the entry before; 64 zeros for the first one.
  public let previous: ContentHash
  /// When it was published, in UTC, as `2026-01-31T09:05:00Z`.
  public let publishedAt: String
  /// Who published it.
  public let publishedBy: String
  /// The version of the program that published it.
  public let program: String
  /// The policy's name.
  public let policy: String
  /// The policy's version.
  public let version: String
  /// The first day on which the policy holds, as `2026-01-31`; nil when it does not say.
  public let effectiveFrom: String?
  /// The period.
  public let period: String
  /// How many rows the result has.
  public let rows: Int
  /// What it corrects; nil for the first entry of a period.
  public let correction: Correction?
  /// Its files: the result first, then its manifest, and so on in the order of `EntryRole`.
  public let files: [EntryFile]

  /// The SHA-256 of its record: what the next entry holds as `previous`.
  public var hash: ContentHash { ContentDigest(of: Array(record.utf8)).sha256 }

  /// The hash that stands in the place of that of the entry before, in the first entry.
  static let noHash = ContentHash(bytes: repeatElement(0, count: ContentHash.digitCount / 2))

  /// Its files of a role.
  public func files(_ role: EntryRole) -> [EntryFile] { files.filter { $0.role == role } }

  /// Its only file of a role; nil when it has none.
  public func file(_ role: EntryRole) -> EntryFile? { files.first { $0.role == role } }

  /// Its files of data, whatever the table.
  public var inputs: [EntryFile] {
    files.filter { if case .input = $0.role { true } else { false } }
  }

  /// Whether the archive holds all its data, so that it needs nothing else to be made again.
  public var hasData: Bool { inputs.allSatisfy(\.isKept) }
}
