/// Cuts delimited text (RFC 4180; comma, semicolon or tab) into records, one at a time.
///
/// Line ends are LF, CRLF or CR. Empty lines are passed over. A quote that does not open a field is
/// an ordinary character. The last line needs no line end. O(bytes), no allocation for each record.
public struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  /// Where the next record begins, or empty lines before it.
  public private(set) var position: Int
  /// The line that it begins on.
  public private(set) var line: Int

  /// A reader over UTF-8 bytes, which must outlive it; `start` is where a record begins, and `line`
  /// the number of the line there.
  public init(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, startingAt start: Int = 0, line: Int = 1
  ) {
    self.bytes = bytes
    self.separator = separator
    self.line = line
    position = start
  }

  /// The separator most frequent outside quotes in the first line that is not empty; a comma when
  /// there is none, and the earlier of comma, semicolon and tab among equals. O(first line).
  public static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var (inQuotes, fieldBegins) = (false, true)
    for byte in bytes.drop(while: { $0 == newline || $0 == carriageReturn }) {
      if byte == quote, inQuotes || fieldBegins {
        inQuotes.toggle()
        fieldBegins = false
      } else if inQuotes {
        continue
      } else if byte == newline || byte == carriageReturn {
        break
      } else if let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
        fieldBegins = true
      } else {
        fieldBegins = false
      }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    return candidates[best]
  }

  /// Fills `record` with the next record; false at the end of the text.
  public mutating func next(_ record: inout Record) -> Bool {
    skipEmptyLines()
    guard position < bytes.count else { return false }
    record.fields.removeAll(keepingCapacity: true)
    record.fault = nil
    record.line = line
    let start = position
    while readField(into: &record) {}
    record.range = start..<position
    skipLineEnd()
    return true
  }

  /// Reads one field; true when another follows in the same record.
  private mutating func readField(into record: inout Record) -> Bool {
    if position < bytes.count, bytes[position] == quote {
      record.fields.append(readQuoted(&record.fault))
    } else {
      let start = position
      while position < bytes.count, !endsField(bytes[position]) { position += 1 }
      record.fields.append(
        Field(range: start..<position, isQuoted: false, hasDoubledQuotes: false))
    }
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  private mutating func readQuoted(_ fault: inout Record.QuotingFault?) -> Field {
    position += 1
    var field = Field(range: position..<position, isQuoted: true, hasDoubledQuotes: false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        if position + 1 < bytes.count, bytes[position + 1] == quote {
          field.hasDoubledQuotes = true
          position += 1
        } else {
          break
        }
      } else if byte == newline || byte == carriageReturn && !newlineFollows(position) {
        line += 1
      }
      position += 1
    }
    field.range = field.range.lowerBound..<position
    if position == bytes.count {
      fault = .unclosed
      return field
    }
    position += 1
    while position < bytes.count, !endsField(bytes[position]) {
      fault = .textAfterQuote
      position += 1
    }
    return field
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || byte == newline || byte == carriageReturn
  }

  private func newlineFollows(_ index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index + 1] == newline
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count, bytes[position] == newline || bytes[position] == carriageReturn {
      skipLineEnd()
    }
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    position += bytes[position] == carriageReturn && newlineFollows(position) ? 2 : 1
    line += 1
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
