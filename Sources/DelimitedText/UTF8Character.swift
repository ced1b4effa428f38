/// Where the characters of UTF-8 begin and end.
enum UTF8Character {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The first place from `start` on that does not begin with an ASCII character, or nearly: what is
  /// passed over is ASCII.
  static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 32 <= bytes.count {
      let (a, b) = (word(bytes, index), word(bytes, index + 8))
      let (c, d) = (word(bytes, index + 16), word(bytes, index + 24))
      if (a | b | c | d) & 0x8080_8080_8080_8080 != 0 { break }
      index += 32
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the well-formed character at `index`, or 0 (Unicode 15, table 3-7).
  static func length(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    guard let (length, second) = shape(of: lead) else { return 0 }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Whether bytes, too few for a character, may be the beginning of one.
  static func mayBegin(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let lead = bytes.first, let (length, second) = shape(of: lead), bytes.count < length
    else { return false }
    let rest = bytes.dropFirst()
    guard let next = rest.first else { return true }
    return second.contains(next) && rest.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// The length of a character with that first byte and what its second byte may be.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }
}
