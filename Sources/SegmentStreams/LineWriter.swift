import ColumnStore

/// Builds lines of fields between tabs and hands them on in large pieces.
final class LineWriter {
  private let output: ByteOutput
  private var start: UnsafeMutablePointer<UInt8>
  private var end: UnsafeMutablePointer<UInt8>
  private var limit: UnsafeMutablePointer<UInt8>

  /// How many bytes are handed on at a time, at least.
  private static let pieceSize = 1 << 18

  init(_ output: @escaping ByteOutput) {
    self.output = output
    start = .allocate(capacity: 2 * Self.pieceSize)
    (end, limit) = (start, start + 2 * Self.pieceSize)
  }

  deinit { start.deallocate() }

  /// Appends one byte of a field.
  @inline(__always)
  func put(_ byte: UInt8) {
    reserve(1)
    end.pointee = byte
    end += 1
  }

  /// Appends bytes that are safe as they are.
  @inline(__always)
  func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    reserve(bytes.count)
    end.update(from: base, count: bytes.count)
    end += bytes.count
  }

  /// Appends a text of the program's own.
  func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text made safe.
  @inline(__always)
  func put(safe bytes: UnsafeBufferPointer<UInt8>) {
    reserve(3 * bytes.count + SafeText.room)
    end = SafeText.write(bytes, at: end)
  }

  /// Appends a text made safe.
  func put(safe text: String) {
    var text = text
    text.withUTF8 { put(safe: $0) }
  }

  /// Appends the shortest decimal of a finite number.
  func put(_ number: Double) {
    reserve(PlainDecimal.room)
    end = PlainDecimal.write(number, at: end)
  }

  /// Appends a whole number.
  func put(_ number: Int) {
    reserve(PlainDecimal.room)
    end = PlainDecimal.write(number, at: end)
  }

  /// Appends what `write` puts into memory for so many bytes; it returns the end.
  @inline(__always)
  func put(
    atMost count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) {
    reserve(count)
    end = write(end)
  }

  /// Ends a field.
  @inline(__always)
  func endField() { put(UInt8(ascii: "\t")) }

  /// Ends a line of so many fields, of which some were written, the last not ended.
  @inline(__always)
  func endLine(written: Int, of fields: Int) throws {
    for _ in written..<max(written, fields) { endField() }
    put(UInt8(ascii: "\n"))
    if end - start >= Self.pieceSize { try flush() }
  }

  /// Hands on what was not handed on yet.
  func flush() throws {
    if end == start { return }
    try output(UnsafeRawBufferPointer(start: start, count: end - start))
    end = start
  }

  @inline(__always)
  private func reserve(_ room: Int) {
    if limit - end < room { grow(room) }
  }

  private func grow(_ room: Int) {
    let count = end - start
    let capacity = max(count + room, 2 * (limit - start))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    (start, end, limit) = (larger, larger + count, larger + capacity)
  }
}
