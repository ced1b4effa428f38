/// How far bytes are UTF-8, found in one pass and without copying.
struct UTF8Scan {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The number of bytes before the first that is not UTF-8; all of them when the text is valid.
  let validCount: Int
  /// Whether all bytes are UTF-8.
  let isValid: Bool
  /// Whether this is UTF-8 with a fault in it rather than another encoding.
  ///
  /// A byte-order mark says so; so do two characters of three or more bytes before the fault, for
  /// Chinese text in GB18030 hardly ever begins with what is UTF-8 of that length. Without this test
  /// a file cut off in the middle of a character would be read as GB18030, and as nonsense.
  let looksDamaged: Bool

  init(_ raw: [UInt8]) {
    let (validCount, longCharacters) = raw.withUnsafeBytes { Self.scan($0) }
    self.validCount = validCount
    isValid = validCount == raw.count
    looksDamaged = !isValid && (longCharacters >= 2 || raw.starts(with: Self.byteOrderMark))
  }

  /// The line of the first byte that is not UTF-8, from 1.
  func line(in raw: [UInt8]) -> Int {
    1 + raw[..<validCount].count { $0 == UInt8(ascii: "\n") }
  }

  private static func scan(_ raw: UnsafeRawBufferPointer) -> (valid: Int, longCharacters: Int) {
    var index = 0
    var longCharacters = 0
    while true {
      // Most of a table is ASCII, which eight bytes at a time can tell.
      while index + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < raw.count else { return (index, longCharacters) }
      let length = characterLength(raw, index)
      if length == 0 { return (index, longCharacters) }
      if length >= 3 { longCharacters += 1 }
      index += length
    }
  }

  /// The length of the well-formed character at `index`, or 0 (Unicode 15, table 3-7).
  private static func characterLength(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = raw[index]
    if lead < 0x80 { return 1 }
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= raw.count, second.contains(raw[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where raw[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
