import DelimitedText

/// The first record of a file: what its columns are called.
struct TableHeader {
  let names: [String]
  let separator: UInt8
  /// Where the next record begins, or empty lines before it.
  let end: Int
  /// The line there.
  let nextLine: Int

  /// Reads the header; only as much of the file as it takes.
  init(_ source: TextSource, table: String) throws(TableReadError) {
    var size = 1 << 16
    while true {
      let bytes = try Self.beginning(of: source, size, table)
      let isWhole = bytes.count < size
      let found = bytes.withUnsafeBufferPointer { Self.read($0, isWhole: isWhole) }
      if let found {
        guard !found.record.fields.isEmpty else { throw .empty(table: table, file: source.file) }
        if let fault = found.record.fault {
          throw .damagedHeader(
            table: table, file: source.file, line: found.record.line, reason: fault.rawValue)
        }
        (names, separator, nextLine) = (found.names, found.separator, found.reader.line)
        end = source.start + found.reader.position
        return
      }
      guard size < TextChunks.longestRecord else {
        throw .text(table: table, .recordTooLong(file: source.file, line: 1))
      }
      size *= 4
    }
  }

  private struct Found {
    let record: Record
    let names: [String]
    let separator: UInt8
    let reader: (position: Int, line: Int)
  }

  private static func beginning(
    of source: TextSource, _ size: Int, _ table: String
  ) throws(TableReadError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    let count = try TableReadError.of(table) { () throws(DelimitedTextError) in
      try bytes.withUnsafeMutableBufferPointer { (buffer) throws(DelimitedTextError) in
        try source.read(into: UnsafeMutableRawBufferPointer(buffer), at: source.start)
      }
    }
    bytes.removeLast(size - count)
    return bytes
  }

  /// The first record; nil when it may go on beyond the bytes. Without fields when there is none.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Found? {
    let separator = RecordReader.separator(of: bytes)
    var reader = RecordReader(bytes, separator: separator)
    var record = Record()
    let isThere = reader.next(&record)
    // At the very end an LF may be missing that belongs to a CR.
    if !isWhole, !isThere || reader.position >= bytes.count { return nil }
    let names = record.fields.map { field in
      field.withCell(in: bytes) { String(decoding: $0, as: UTF8.self) }
    }
    return Found(
      record: record, names: names, separator: separator, reader: (reader.position, reader.line))
  }
}
