import Glibc

/// What a file is encoded in.
enum SyntheticEncoding: String, CaseIterable, Sendable {
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf8WithMark = "UTF-8 with BOM"
  case utf8 = "UTF-8"

  /// What stands before the first character.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    }
  }

  /// UTF-8 text of whole characters in this encoding.
  func encoded(_ text: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8, .utf8WithMark: text
    case .gb18030: Self.convert(text, to: "GB18030")
    case .utf16LittleEndian: Self.utf16(text)
    }
  }

  private static func utf16(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    return bytes
  }

  /// Converts with the system's converter; text that it cannot convert stays as it is.
  private static func convert(_ text: [UInt8], to name: String) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }), let converter = iconv_open(name, "UTF-8"),
      Int(bitPattern: converter) != -1
    else { return text }
    defer { iconv_close(converter) }
    var input = text
    // No character takes more than four bytes, nor more than twice those of UTF-8.
    let capacity = text.count * 2 + 16
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count
        var to = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var toLeft = capacity
        _ = iconv(converter, &from, &fromLeft, &to, &toLeft)
        count = capacity - toLeft
      }
    }
  }
}
