import ColumnStore

/// A small table as CSV.
enum DelimitedRecords {
  /// The bytes of some records, the header first.
  static func bytes(_ records: [[String]]) -> [UInt8] {
    var writer = DelimitedWriter()
    for record in records {
      for field in record { writer.append(field) }
      writer.endRow()
    }
    return writer.withBytes { Array($0) }
  }
}
