import Glibc

/// Where records end among bytes that begin with one.
enum RecordBorder {
  /// The end of the last line; nil when none ends here. Only for texts without quotes.
  ///
  /// A CR at the very end counts for nothing, as an LF may follow it.
  static func lastWithoutQuotes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if let border = last(lineFeed, in: bytes) { return border }
    return last(carriageReturn, in: UnsafeBufferPointer(rebasing: bytes.dropLast()))
  }

  /// The end of the last whole record; nil when none ends here.
  static func last(in bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) -> Int? {
    var border: Int?
    var (index, fieldBegins) = (0, true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote, fieldBegins {
        guard let end = endOfQuotes(bytes, from: index + 1) else { return border }
        (index, fieldBegins) = (end, false)
        continue
      }
      index += 1
      fieldBegins = byte == separator || byte == lineFeed || byte == carriageReturn
      if byte == lineFeed {
        border = index
      } else if byte == carriageReturn, index < bytes.count {
        if bytes[index] == lineFeed { index += 1 }
        border = index
      }
    }
    return border
  }

  /// The place after the quote that closes a field whose text begins at `start`.
  private static func endOfQuotes(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      guard let base = bytes.baseAddress,
        let found = memchr(base + index, Int32(quote), bytes.count - index)
      else { return nil }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      guard index < bytes.count else { return nil }
      if bytes[index] != quote { return index }
      index += 1
    }
    return nil
  }

  private static func last(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.lastIndex(of: byte).map { $0 + 1 }
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
