import ResultArchive

/// The JSON of `archive show`.
struct ArchivedEntryDocument: Encodable {
  let entry: ArchiveEntryDocument
  let files: [File]
  let statements: [Statement]
  let differences: [Difference]?

  struct File: Encodable {
    let role: String
    let path: String
    let sha256: String
    let size: Int
    let kept: Bool
  }

  struct Statement: Encodable {
    let name: String
    let sha256: String
  }

  struct Difference: Encodable {
    let key: String
    let period: String?
    let column: String
    let old: String
    let new: String
    let change: Double?
  }

  init(_ contents: ArchivedEntry, among entries: [ArchiveEntry]) {
    entry = ArchiveEntryDocument(contents.entry, among: entries)
    files = contents.entry.files.map { file in
      File(
        role: file.role.description, path: file.path, sha256: file.digest.sha256.description,
        size: file.digest.size, kept: file.isKept)
    }
    statements = contents.statements.map {
      Statement(name: $0.name, sha256: $0.hash.description)
    }
    differences = contents.differences?.map {
      Difference(
        key: $0.key, period: $0.period, column: $0.column, old: $0.old, new: $0.new,
        change: $0.change)
    }
  }
}
