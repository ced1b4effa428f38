import DelimitedText

extension Field {
  /// Calls `body` with the field's value: quotes resolved, spaces round it taken off.
  @inline(__always)
  func withCell<Result>(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if hasDoubledQuotes {
      return utf8(in: bytes).withUnsafeBufferPointer { body(Self.trimmed($0, 0..<$0.count)) }
    }
    return body(Self.trimmed(bytes, range))
  }

  @inline(__always)
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}
