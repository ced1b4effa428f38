import DelimitedText

/// A cell of a correction that differs from the entry that it corrects.
public struct ArchivedDifference: Hashable, Sendable {
  /// The subject.
  public let key: String
  /// Its period, where rows were matched by it.
  public let period: String?
  /// The column.
  public let column: String
  /// What stood there.
  public let old: String
  /// What stands there now.
  public let new: String
  /// New less old; nil when one is no number.
  public let change: Double?
}

extension Archive {
  /// How an entry differs from the one that it corrects, cell by cell; nil for one that corrects none.
  public func differences(of entry: ArchiveEntry) throws -> [ArchivedDifference]? {
    guard let file = entry.file(.differences) else { return nil }
    var rows = Self.records(try bytes(of: file, in: entry))
    let hasPeriod = rows.first?.contains("period") == true
    let width = hasPeriod ? 6 : 5
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == width }) else {
      throw ArchiveError.damaged(
        file: self.file, entry: entry.number, reason: "its differences cannot be read")
    }
    rows.removeFirst()
    return rows.map { row in
      let cells = row.suffix(4).map(\.self)
      return ArchivedDifference(
        key: row[0], period: hasPeriod ? row[1] : nil, column: cells[0], old: cells[1],
        new: cells[2], change: Double(cells[3]))
    }
  }

  private static func records(_ bytes: [UInt8]) -> [[String]] {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: UInt8(ascii: ","))
      var record = Record()
      var rows: [[String]] = []
      while reader.next(&record) { rows.append(record.fields.map { $0.text(in: bytes) }) }
      return rows
    }
  }
}
