import DelimitedText

/// Whether a text can be cut into rows by its lines, as Spark cuts it, and how many rows it has.
///
/// Takes the bytes in pieces of any length; linear. Follows `RecordReader`: a quote opens a field only
/// where one begins, and lines that are empty are no rows.
struct LineSurvey {
  /// Why a line is no row of its own.
  struct Fault: Equatable {
    let line: Int
    let reason: String
  }

  /// The first line that is not empty, without its end.
  private(set) var header: [UInt8] = []
  /// The rows after the header so far.
  private(set) var rowCount = 0
  /// Whether a carriage return by itself ends a line.
  private(set) var hasLoneReturns = false
  /// The first fault; nil while there is none.
  private(set) var fault: Fault?

  private enum Place {
    /// A line begins.
    case line
    /// A field begins.
    case field
    /// In a field without quotes, or after one's closing quote.
    case text
    /// Between quotes.
    case quoted
    /// After a quote between quotes, which may be the first of two.
    case quote
  }

  private var separator: UInt8
  private var place = Place.line
  private var line = 1
  private var hasHeader = false
  private var followsReturn = false
  /// How many bytes of the line are those of the header; -1 once one was not.
  private var likeness = 0

  /// A survey of a text whose fields this byte separates.
  init(separator: UInt8) { self.separator = separator }

  /// Takes the next bytes.
  mutating func take(_ piece: UnsafeRawBufferPointer) {
    guard fault == nil else { return }
    for byte in piece {
      if followsReturn {
        followsReturn = false
        if byte == newline {
          line += 1
          continue
        }
        hasLoneReturns = true
        line += 1
      }
      if byte == newline || byte == carriageReturn {
        endLine(byte)
        if fault != nil { return }
      } else {
        take(byte)
      }
    }
  }

  /// Says that no more comes.
  mutating func finish() {
    guard fault == nil else { return }
    if followsReturn { hasLoneReturns = true }
    if place != .line { endLine(newline) }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) {
    if !hasHeader {
      header.append(byte)
    } else if likeness >= 0 {
      likeness = likeness < header.count && header[likeness] == byte ? likeness + 1 : -1
    }
    switch place {
    case .line, .field: place = byte == quote ? .quoted : byte == separator ? .field : .text
    case .text: if byte == separator { place = .field }
    case .quoted: if byte == quote { place = .quote }
    case .quote: place = byte == quote ? .quoted : byte == separator ? .field : .text
    }
  }

  private mutating func endLine(_ byte: UInt8) {
    if place == .quoted {
      fault = Fault(
        line: line,
        reason:
          "a quote that is opened in this line is not closed in it, and Spark takes each line "
          + "for a row")
      return
    }
    if place != .line {
      if !hasHeader {
        hasHeader = true
      } else if likeness == header.count {
        fault = Fault(line: line, reason: "the header stands here a second time")
        return
      } else {
        rowCount += 1
      }
    }
    (place, likeness) = (.line, 0)
    if byte == carriageReturn { followsReturn = true } else { line += 1 }
  }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
