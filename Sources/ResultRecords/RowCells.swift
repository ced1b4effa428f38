import DelimitedText

/// Walks over the rows of a CSV text that lies in memory, in UTF-8 or GB18030: no character of either has
/// the byte of a comma, a quote or a line's end within.
struct RowCells {
  /// One row.
  struct Row {
    let line: Int
    /// Where the row ends, its line end not counted.
    let end: Int
    /// The cells as bytes: texts that look the same need not be the same.
    let cells: [[UInt8]]
    /// The row as it stands.
    let bytes: [UInt8]
    fileprivate let encoding: TextEncoding

    /// A cell as text; nil where the row has none.
    func text(_ cell: Int) -> String? {
      cells.indices.contains(cell) ? encoding.text(cells[cell]) : nil
    }

    /// The row as text.
    var text: String { encoding.text(bytes) }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let encoding: TextEncoding
  private var reader: RecordReader

  /// The rows of bytes that outlive this; lines are counted from 1.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) {
    self.encoding = encoding
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes
    reader = RecordReader(
      bytes, separator: UInt8(ascii: ","), startingAt: bytes.starts(with: mark) ? mark.count : 0)
  }

  /// The next row; nil at the end.
  mutating func next() -> Row? {
    var record = Record()
    guard reader.next(&record) else { return nil }
    return Row(
      line: record.line, end: record.range.upperBound,
      cells: record.fields.map { $0.utf8(in: bytes) }, bytes: Array(bytes[record.range]),
      encoding: encoding)
  }
}
