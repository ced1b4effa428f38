/// Whether bytes are UTF-16, judged by a byte-order mark or by the beginning of the text.
enum UTF16Guess {
  /// As much of the beginning as is looked at.
  static let prefixLength = 4096

  case littleEndian
  case bigEndian
  case neither

  /// Delimited text in UTF-16 has separators, digits and line ends: ASCII characters with a zero byte
  /// on one side. A few zero bytes strewn in other text do not make a share of it.
  init(_ prefix: [UInt8], isUTF8: Bool) {
    if prefix.starts(with: [0xFF, 0xFE]) {
      self = .littleEndian
      return
    }
    if prefix.starts(with: [0xFE, 0xFF]) {
      self = .bigEndian
      return
    }
    let units = min(prefix.count, Self.prefixLength) / 2
    var (little, big) = (0, 0)
    for unit in 0..<units {
      let (first, second) = (prefix[2 * unit], prefix[2 * unit + 1])
      if second == 0, Self.isText(first) { little += 1 }
      if first == 0, Self.isText(second) { big += 1 }
    }
    // Chinese text has fewer such characters, but then it is not valid UTF-8 either.
    let needed = isUTF8 ? units / 4 : units / 20
    if little > big, little > needed {
      self = .littleEndian
    } else if big > little, big > needed {
      self = .bigEndian
    } else {
      self = .neither
    }
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte)
  }
}
