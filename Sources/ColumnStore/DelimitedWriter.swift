/// Builds comma-separated text in memory: LF line ends, quotes (RFC 4180) only where needed.
///
/// What it writes, `TableReader` reads back the same but for spaces at the ends of texts, if the header
/// is written as one. Empty it from time to time to write a long table in pieces: it keeps its memory.
public struct DelimitedWriter: ~Copyable, @unchecked Sendable {
  private var start: UnsafeMutablePointer<UInt8>
  private var end: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>
  private var rowStart: Int
  private var fieldCount: Int
  private let disarmsFormulas: Bool

  /// An empty text.
  ///
  /// - Parameters:
  ///   - capacity: for how many bytes there is memory at first; it grows as needed.
  ///   - disarmsFormulas: whether an apostrophe is put before texts that spreadsheets would take for
  ///     formulas; headers and numbers stay as they are.
  public init(capacity: Int = 4096, disarmsFormulas: Bool = false) {
    self.disarmsFormulas = disarmsFormulas
    start = .allocate(capacity: capacity)
    (end, limit) = (start, start + capacity)
    (rowStart, fieldCount) = (0, 0)
  }

  deinit { start.deallocate() }

  /// How many bytes were written and not yet taken away.
  public var count: Int { end - start }

  /// A copy of what was written and not yet taken away.
  public var bytes: [UInt8] {
    [UInt8](UnsafeBufferPointer(start: start, count: count))
  }

  /// Calls `body` with what was written and not yet taken away, valid only within the call.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Appends a field of text.
  public mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  /// Appends a number that is formatted already, which is no formula however it begins.
  public mutating func append(number text: String) {
    var text = text
    text.withUTF8 { append($0, isQuoted: Quoting.isNeeded($0)) }
  }

  /// Appends a header row: names that hold other separators, which would be taken for the file's, stand
  /// in quotes too.
  public mutating func appendHeader(_ names: [String]) {
    for var name in names {
      name.withUTF8 { append($0, isQuoted: Quoting.isNeeded($0) || Quoting.misleads($0)) }
    }
    endRow()
  }

  /// Appends a field of text given as UTF-8 bytes.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    append(
      text, isQuoted: Quoting.isNeeded(text),
      isDisarmed: disarmsFormulas && FormulaSign.begins(text))
  }

  @inline(__always)
  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, isQuoted: Bool, isDisarmed: Bool = false
  ) {
    // A comma and an apostrophe before; at worst every byte is a quote, which is doubled, between two
    // more.
    reserve(2 * text.count + 4)
    separate()
    guard let base = text.baseAddress else { return }
    if !isQuoted {
      if isDisarmed { put(FormulaSign.apostrophe) }
      end.update(from: base, count: text.count)
      end += text.count
      return
    }
    let quote = UInt8(ascii: "\"")
    put(quote)
    if isDisarmed { put(FormulaSign.apostrophe) }
    for byte in text {
      if byte == quote { put(quote) }
      put(byte)
    }
    put(quote)
  }

  /// Appends a field with the shortest decimal that reads back as the same double; it must be finite.
  public mutating func append(_ number: Double) {
    reserve(PlainDecimal.room + 1)
    separate()
    end = PlainDecimal.write(number, at: end)
  }

  /// Appends a field with a whole number.
  public mutating func append(_ integer: Int) {
    reserve(PlainDecimal.room + 1)
    separate()
    end = PlainDecimal.write(integer, at: end)
  }

  /// Appends an empty field, which stands for a missing value.
  public mutating func appendEmpty() {
    reserve(1)
    separate()
  }

  /// Ends the row; a row of one empty field is written `""`, for readers pass over empty lines.
  public mutating func endRow() {
    reserve(3)
    if fieldCount == 1, count == rowStart {
      put(UInt8(ascii: "\""))
      put(UInt8(ascii: "\""))
    }
    put(UInt8(ascii: "\n"))
    fieldCount = 0
    rowStart = count
  }

  /// Takes away the bytes written so far; rows must be whole.
  public mutating func removeBytes() {
    precondition(fieldCount == 0, "bytes are taken away between rows")
    end = start
    rowStart = 0
  }

  // MARK: Memory

  /// Makes room for so many more bytes.
  @inline(__always)
  private mutating func reserve(_ room: Int) {
    if limit - end < room { grow(room) }
  }

  private mutating func grow(_ room: Int) {
    let (count, capacity) = (count, max(count + room, 2 * (limit - start)))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    (end, limit) = (larger + count, larger + capacity)
  }

  /// Writes a byte for which there is room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    end.pointee = byte
    end += 1
  }

  @inline(__always)
  private mutating func separate() {
    if fieldCount > 0 { put(UInt8(ascii: ",")) }
    fieldCount += 1
  }
}
