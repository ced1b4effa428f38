/// Something in an archive that is not as it was published.
public struct ArchiveFault: Hashable, Sendable {
  /// What of the archive is at fault.
  public enum Kind: String, Sendable {
    /// The database as such: its pages, or its tables and triggers.
    case database
    /// An entry's record, or its hash.
    case record
    /// The chain: an entry that is not tied to the one before.
    case chain
    /// A content that is not what its hash says, is absent, or belongs to nothing.
    case content
    /// The manifest does not say what the entry says.
    case manifest
    /// Two entries have closed the same period.
    case closing
    /// The hash that was written down elsewhere is that of no entry.
    case head
    /// The result cannot be made again, or is made otherwise.
    case result
  }

  /// What is at fault.
  public let kind: Kind
  /// The entry; nil for what belongs to none.
  public let entry: Int?
  /// What is wrong.
  public let message: String

  /// A fault.
  public init(_ kind: Kind, entry: Int?, _ message: String) {
    self.kind = kind
    self.entry = entry
    self.message = message
  }

  /// Faults in the order in which they are told: of the database, entry by entry, of nothing in
  /// particular. What was found first of an entry stays first.
  public static func ordered(_ faults: [ArchiveFault]) -> [ArchiveFault] {
    let entries = Set(faults.compactMap(\.entry)).sorted()
    let ofNone = faults.filter { $0.entry == nil }
    return ofNone.filter { $0.kind == .database }
      + entries.flatMap { entry in faults.filter { $0.entry == entry } }
      + ofNone.filter { $0.kind != .database }
  }
}
