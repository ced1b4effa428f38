/// Delimited text cut into records by the letter of RFC 4180, a byte at a time and with nothing of
/// the product's reader, so that the two can be held against each other.
struct FuzzedRecords {
  /// The fields of each record as they are meant: quotes resolved, spaces round them taken off.
  private(set) var records: [[[UInt8]]] = []
  /// Whether record i begins on line i + 1, for every i.
  private(set) var standOnLines = true
  /// Whether the quoting of a record is broken.
  private(set) var areDamaged = false

  private var fields: [[UInt8]] = []
  private var field: [UInt8] = []
  private var line = 1
  private var firstLine = 1

  private enum Place { case fieldStart, plain, quoted, quoteInQuotes }

  /// Cuts a text; empty lines are passed over.
  init(_ text: [UInt8]) {
    let separator = Self.separator(text)
    var place = Place.fieldStart
    var previous: UInt8 = 0
    for byte in text {
      let endsLine = byte == 10 || byte == 13
      let isSecondHalf = byte == 10 && previous == 13
      previous = byte
      if endsLine, !isSecondHalf { line += 1 }
      if place == .quoted {
        if byte == 34 { place = .quoteInQuotes } else { field.append(byte) }
      } else if place == .quoteInQuotes, byte == 34 {
        field.append(byte)
        place = .quoted
      } else if byte == separator {
        endField()
        place = .fieldStart
      } else if endsLine {
        let isEmpty = place == .fieldStart && fields.isEmpty
        if !isEmpty { endRecord() }
        firstLine = line
        place = .fieldStart
      } else if byte == 34, place == .fieldStart {
        place = .quoted
      } else {
        if place == .quoteInQuotes { areDamaged = true } else { place = .plain }
        field.append(byte)
      }
    }
    if place == .quoted { areDamaged = true }
    if place != .fieldStart || !fields.isEmpty { endRecord() }
  }

  /// The most frequent of comma, semicolon and tab outside quotes in the first line.
  static func separator(_ text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [44: 0, 59: 0, 9: 0]
    var (isQuoted, begins) = (false, true)
    for byte in text.drop(while: { $0 == 10 || $0 == 13 }) {
      if byte == 34, isQuoted || begins {
        isQuoted.toggle()
        begins = false
      } else if !isQuoted {
        if byte == 10 || byte == 13 { break }
        begins = counts[byte] != nil
        if begins { counts[byte, default: 0] += 1 }
      }
    }
    let (commas, semicolons, tabs) = (counts[44] ?? 0, counts[59] ?? 0, counts[9] ?? 0)
    if commas >= semicolons, commas >= tabs { return 44 }
    return semicolons >= tabs ? 59 : 9
  }

  private mutating func endField() {
    var cell = field[...]
    while cell.first == 32 { cell.removeFirst() }
    while cell.last == 32 { cell.removeLast() }
    fields.append(Array(cell))
    field = []
  }

  private mutating func endRecord() {
    endField()
    if firstLine != records.count + 1 { standOnLines = false }
    records.append(fields)
    fields = []
  }

  /// The records as a table; nil when there is no header.
  var table: PlainTable? {
    let texts = records.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    return texts.first.map { PlainTable(header: $0, rows: Array(texts.dropFirst())) }
  }
}
