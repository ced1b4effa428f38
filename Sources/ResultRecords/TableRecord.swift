/// A table that a result was made from.
public struct TableRecord: Hashable, Sendable, Encodable {
  /// The table's name in the policy.
  public let table: String
  /// Its files in the order they were read; never empty.
  public let files: [FileRecord]
  /// What became of its rows.
  let rows: RowRecord
}

extension TableRecord {
  /// Reads `table`, `files`, `rows`.
  init(_ value: ManifestValue) throws(ManifestFault) {
    table = try value.value("table").text
    files = try value.files("files")
    rows = try RowRecord(try value.value("rows"))
  }
}
