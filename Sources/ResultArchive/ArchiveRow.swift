import ResultRecords

/// A row of the table of entries as it stands, whatever that says.
struct ArchiveRow {
  let number: Int
  let hash: String
  let record: String

  /// What is wrong with it by itself; nil when nothing is.
  var fault: String? {
    let found = ContentDigest(of: Array(record.utf8)).sha256
    if hash != found.description {
      return
        "its record has changed: the hash that stands beside it is \(hash), its own is \(found)"
    }
    guard let entry = ArchiveEntry(record: record) else {
      return "its record cannot be read by this program"
    }
    return entry.number == number ? nil : "its record is that of entry \(entry.number)"
  }

  /// The entry; nil when something is wrong.
  var entry: ArchiveEntry? { fault == nil ? ArchiveEntry(record: record) : nil }
}
