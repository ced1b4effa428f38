import ResultArchive

/// An entry of an archive with what it holds in lists.
struct ArchivedEntry {
  let entry: ArchiveEntry
  let correctedBy: Int?
  let statements: [StatementList.Statement]
  /// Nil for an entry that corrects none.
  let differences: [ArchivedDifference]?
}
