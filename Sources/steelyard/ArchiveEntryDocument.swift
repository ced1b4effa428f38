import ResultArchive

/// An entry of an archive in JSON.
struct ArchiveEntryDocument: Encodable {
  let number: Int
  let hash: String
  let previous: String
  let publishedAt: String
  let publishedBy: String
  let program: String
  let policy: String
  let version: String
  let effectiveFrom: String?
  let period: String
  let rows: Int
  let corrects: Int?
  let reason: String?
  let correctedBy: Int?

  /// An entry among all entries of its archive.
  init(_ entry: ArchiveEntry, among entries: [ArchiveEntry]) {
    number = entry.number
    hash = entry.hash.description
    previous = entry.previous.description
    publishedAt = entry.publishedAt
    publishedBy = entry.publishedBy
    program = entry.program
    policy = entry.policy
    version = entry.version
    effectiveFrom = entry.effectiveFrom
    period = entry.period
    rows = entry.rows
    corrects = entry.correction?.entry
    reason = entry.correction?.reason
    correctedBy = entry.correctedBy(among: entries)
  }
}

extension ArchiveEntry {
  /// The number of the entry that corrects this one.
  func correctedBy(among entries: [ArchiveEntry]) -> Int? {
    entries.first { $0.correction?.entry == number }?.number
  }
}
