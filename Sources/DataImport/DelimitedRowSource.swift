import DelimitedText

/// A delimited text file of any known encoding as rows below a header.
final class DelimitedRowSource: RowSource {
  let headerRows: [[String]]
  let leavesBlanksOut = false
  let hasUncertainFormulas = false
  var size: Int { text.end - start }
  var changes: [FileChange] {
    var changes: [FileChange] = []
    if text.encoding != .utf8 {
      changes.append(FileChange(before: text.encoding.rawValue, after: "UTF-8", rule: "encoding"))
    }
    if separator != UInt8(ascii: ",") {
      let name = separator == UInt8(ascii: ";") ? "semicolons" : "tabs"
      changes.append(FileChange(before: name, after: "commas", rule: "separator"))
    }
    return changes
  }

  private let text: TextSource
  private let separator: UInt8
  /// Where the first row below the header begins, and on which line.
  private let start: Int
  private let firstLine: Int
  private var chunks: TextChunks
  private var line: Int

  /// Where a header is looked for: titles above it are not longer.
  private static let headLength = 1 << 20

  /// Opens a file whose header stands on the given lines.
  init(_ path: String, headerLines: [Int]) throws(ImportFault) {
    text = try Self.reading { () throws(DelimitedTextError) in try TextSource(path) }
    var head = [UInt8](repeating: 0, count: min(Self.headLength, text.end - text.start))
    let (source, start) = (text, text.start)
    let count = try Self.reading { () throws(DelimitedTextError) in
      try head.withUnsafeMutableBytes { bytes in
        Result { () throws(DelimitedTextError) in try source.read(into: bytes, at: start) }
      }.get()
    }
    let isWhole = text.start + count >= text.end
    let header = try head[..<count].withUnsafeBufferPointer { (bytes) throws(ImportFault) in
      try FileHead(bytes, lines: headerLines, isWhole: isWhole, file: path)
    }
    headerRows = header.rows
    separator = header.separator
    self.start = text.start + header.end
    firstLine = header.nextLine
    line = firstLine
    chunks = TextChunks(text, separator: separator, from: self.start)
  }

  func rewind() throws(ImportFault) {
    chunks = TextChunks(text, separator: separator, from: start)
    line = firstLine
  }

  func next(_ block: RowBlock) throws(ImportFault) -> Bool {
    let chunks = chunks
    guard
      try Self.reading({ () throws(DelimitedTextError) in try chunks.next(block.chunk) })
    else { return false }
    block.delimited = (line, separator)
    block.size = block.chunk.count
    line += Self.lineEnds(block.chunk.bytes)
    return true
  }

  func checkUnchanged() throws(ImportFault) {
    let text = text
    try Self.reading { () throws(DelimitedTextError) in try text.checkUnchanged() }
  }

  /// How many lines end in a piece that begins and ends with a record.
  static func lineEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (lineFeeds, returns) = (0, 0)
    for byte in bytes {
      lineFeeds &+= byte == 0x0A ? 1 : 0
      returns &+= byte == 0x0D ? 1 : 0
    }
    guard returns > 0 else { return lineFeeds }
    for index in bytes.indices.dropLast() where bytes[index] == 0x0D && bytes[index + 1] == 0x0A {
      returns -= 1
    }
    return lineFeeds + returns
  }

  private static func reading<Result>(
    _ body: () throws(DelimitedTextError) -> Result
  ) throws(ImportFault) -> Result {
    do throws(DelimitedTextError) {
      return try body()
    } catch {
      throw ImportFault("\(error)")
    }
  }
}
