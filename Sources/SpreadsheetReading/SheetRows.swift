/// The rows of one sheet, one after the other, in memory that does not grow with their number.
public final class SheetRows {
  /// All merged ranges of the sheet, by their first rows.
  public let mergedRanges: [SheetRange]
  /// How many bytes the sheet unpacks to, of which `bytesRead` are read.
  public var byteCount: Int { part.size }
  /// How far the reading is.
  public var bytesRead: Int { part.done }

  private let part: PackagePart
  private let stream: XMLStream
  private let parser: SheetParser
  private var waiting: [SheetRow] = []
  private var taken = 0

  init(_ part: PackagePart, parser: SheetParser, merges: [SheetRange]) throws(SpreadsheetError) {
    (self.part, self.parser, mergedRanges) = (part, parser, merges)
    stream = try XMLStream(part, handler: parser)
  }

  /// The next row that holds anything, with a higher number than the last; nil after the last one.
  ///
  /// - Throws: what is wrong with the archive, the XML or a cell. Rows before the fault may have been
  ///   given already; that the part matches its checksum is known only when nil is given.
  public func next() throws(SpreadsheetError) -> SheetRow? {
    while taken == waiting.count {
      if stream.isFinished { return nil }
      try stream.feed()
      waiting = parser.takeRows()
      taken = 0
    }
    defer { taken += 1 }
    return waiting[taken]
  }
}
