import ResultArchive

/// The JSON of `publish`.
struct PublishedDocument: Encodable {
  let archive: String
  let entry: ArchiveEntryDocument
  let statements: Int
  /// The keys of those for whom something differs from the entry that is corrected.
  let affected: [String]?

  init(_ entry: ArchiveEntry, in archive: Archive, statements: Int, affected: [String]?) throws {
    self.archive = archive.file
    self.entry = ArchiveEntryDocument(entry, among: try archive.entries())
    self.statements = statements
    self.affected = affected
  }
}
