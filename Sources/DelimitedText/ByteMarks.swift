/// Which bytes of interest to a reader of records occur in a piece of text.
struct ByteMarks {
  let hasQuotes: Bool
  let hasZeroBytes: Bool
  let lineFeedCount: Int

  /// Looks at 32 bytes at a time.
  init(_ bytes: UnsafeRawBufferPointer) {
    typealias Vector = SIMD32<UInt8>
    let (quote, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    var quotes = SIMDMask<SIMD32<Int8>>(repeating: false)
    var zeros = SIMDMask<SIMD32<Int8>>(repeating: false)
    var lineFeeds = 0
    var index = 0
    while index + 32 <= bytes.count {
      // A lane counts to 255 at most.
      let end = min(bytes.count - 31, index + 255 * 32)
      var counts = Vector()
      while index < end {
        let vector = bytes.loadUnaligned(fromByteOffset: index, as: Vector.self)
        quotes = quotes .| (vector .== Vector(repeating: quote))
        zeros = zeros .| (vector .== Vector())
        // A lane that holds is all ones, which is minus one.
        counts &-= unsafeBitCast(vector .== Vector(repeating: lineFeed), to: Vector.self)
        index += 32
      }
      lineFeeds += Int(SIMD32<UInt16>(truncatingIfNeeded: counts).wrappedSum())
    }
    var (hasQuotes, hasZeroBytes) = (any(quotes), any(zeros))
    for byte in bytes[index...] {
      hasQuotes = hasQuotes || byte == quote
      hasZeroBytes = hasZeroBytes || byte == 0
      lineFeeds += byte == lineFeed ? 1 : 0
    }
    (self.hasQuotes, self.hasZeroBytes, lineFeedCount) = (hasQuotes, hasZeroBytes, lineFeeds)
  }
}
