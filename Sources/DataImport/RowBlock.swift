import DelimitedText

/// A piece of a file as rows of fields; its memory is used again and again.
final class RowBlock {
  /// One row of the piece.
  struct Row {
    /// The line it begins on, or its number in a sheet.
    var line: Int
    /// Its fields among those of the block.
    var fields: Range<Int>
    /// Its bytes among those of the chunk; empty in a sheet.
    var text: Range<Int>
    /// What is wrong with its quotes.
    var fault: Record.QuotingFault?
  }

  /// The rows in order.
  var rows: [Row] = []
  /// The fields of all rows, quotes resolved.
  var fields: [UnsafeBufferPointer<UInt8>] = []
  /// The text of a delimited file that is yet to be cut into rows.
  let chunk = TextChunk()
  /// The line on which the chunk begins, and what stands between its fields; nil in a sheet.
  var delimited: (line: Int, separator: UInt8)?
  /// Texts that do not stand in the chunk.
  let arena = ByteArena()
  /// How much of the file it is, in the measure of its source.
  var size = 0

  private var record = Record()

  /// Forgets all rows.
  func clear() {
    rows.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    arena.removeAll()
  }

  /// Cuts the chunk into rows; a block of a sheet has them already. Any thread may do it.
  func cut() {
    guard let delimited else { return }
    clear()
    let bytes = chunk.bytes
    var reader = RecordReader(bytes, separator: delimited.separator, line: delimited.line)
    while reader.next(&record) {
      let first = fields.count
      for field in record.fields {
        fields.append(
          field.hasDoubledQuotes
            ? field.utf8(in: bytes).withUnsafeBufferPointer { arena.copy($0) }
            : UnsafeBufferPointer(rebasing: bytes[field.range]))
      }
      rows.append(
        Row(
          line: record.line, fields: first..<fields.count, text: record.range,
          fault: record.fault))
    }
  }

  /// A row as it stands in the file; the cells of a sheet's row with commas between them.
  func text(of row: Row) -> String {
    if delimited != nil { return String(decoding: chunk.bytes[row.text], as: UTF8.self) }
    return fields[row.fields].map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
  }
}
