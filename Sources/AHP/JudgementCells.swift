import DelimitedText
import Diagnostics

/// A judgement file cut into cells, each with its place; rows without any text are left out.
struct JudgementCells {
  /// One cell: its text without white space round it, and where it stands.
  struct Cell {
    let text: String
    let location: SourceLocation
  }

  /// The rows from the top, each at least one cell.
  let rows: [[Cell]]
  /// What is wrong with the quoting.
  let diagnostics: [Diagnostic]

  init(_ text: DecodedText) {
    var rows: [[Cell]] = []
    var diagnostics: [Diagnostic] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes, separator: RecordReader.separator(of: bytes))
      var record = Record()
      while reader.next(&record) {
        if let fault = record.fault {
          diagnostics.append(Self.badQuoting(fault, file: text.file, line: record.line))
          continue
        }
        var places = PlaceFinder(bytes, record, file: text.file)
        let cells = record.fields.map { field in
          Cell(text: field.text(in: bytes).trimmed, location: places.location(of: field))
        }
        if cells.contains(where: { !$0.text.isEmpty }) { rows.append(cells) }
      }
    }
    self.rows = rows
    self.diagnostics = diagnostics
  }

  private static func badQuoting(
    _ fault: Record.QuotingFault, file: String, line: Int
  ) -> Diagnostic {
    Diagnostic(
      code: "judgement.quoting", at: SourceLocation(file: file, line: line, column: 1),
      fault.rawValue, suggestion: "close the quote, or take it out")
  }
}

/// Finds lines and columns of the fields of one record, asked from left to right.
private struct PlaceFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private var line: Int
  private var lineStart: Int
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ record: Record, file: String) {
    self.bytes = bytes
    self.file = file
    line = record.line
    lineStart = record.range.lowerBound
    position = lineStart
  }

  /// Where the field begins, at its quote if it has one.
  mutating func location(of field: Field) -> SourceLocation {
    let start = field.range.lowerBound - (field.isQuoted ? 1 : 0)
    while position < start {
      let byte = bytes[position]
      position += 1
      // CRLF counts once, at its second half.
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r") && bytes[position] != UInt8(ascii: "\n")
      if isLineEnd { (line, lineStart) = (line + 1, position) }
    }
    let before = String(decoding: bytes[lineStart..<start], as: UTF8.self)
    return SourceLocation(file: file, line: line, column: before.count + 1)
  }
}
