import DelimitedText

/// The header of a delimited file, and where the rows below it begin.
struct FileHead {
  let rows: [[String]]
  let separator: UInt8
  /// Where the first row begins, and on which line.
  let end: Int
  let nextLine: Int

  /// More columns than any export has, and few enough to speak of.
  static let mostColumns = 16_384

  /// Finds the header on the given lines of a file's beginning.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, lines: [Int], isWhole: Bool, file: String
  ) throws(ImportFault) {
    guard !bytes.isEmpty else {
      throw ImportFault("\(file) is empty", suggestion: "export it again, with its header row")
    }
    let first = lines.first ?? 1
    guard let start = Self.start(ofLine: first, in: bytes) else {
      throw ImportFault(
        "\(file) has no line \(first), where the map has its header",
        suggestion: "header: names the line of the headers, from 1")
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    separator = RecordReader.separator(of: rest)
    var reader = RecordReader(rest, separator: separator, line: first)
    var record = Record()
    var rows: [[String]] = []
    for line in lines {
      guard reader.next(&record), record.line == line, record.fault == nil else {
        throw ImportFault(
          "\(file) has no header on line \(line): the line is empty or a quote is not closed",
          suggestion: "header: names the line of the headers, from 1")
      }
      guard isWhole || reader.position < rest.count, record.fields.count <= Self.mostColumns else {
        throw Self.tooWide(file, line: line)
      }
      rows.append(record.fields.map { $0.text(in: rest) })
    }
    self.rows = rows
    end = start + reader.position
    nextLine = reader.line
  }

  /// That a line has more columns than any export, as lines have that are none.
  static func tooWide(_ file: String, line: Int) -> ImportFault {
    ImportFault(
      "\(file):\(line): the line has more than \(mostColumns) columns, or does not end",
      suggestion: "see that the file is a table in text")
  }

  private static func start(ofLine line: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (current, index) = (1, 0)
    while current < line {
      guard let end = bytes[index...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        return nil
      }
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      index = end + (isPair ? 2 : 1)
      current += 1
    }
    return index < bytes.count ? index : nil
  }
}
