import Glibc

/// What the files are encoded in.
enum OutputEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case gb18030
  case utf16LittleEndian = "utf-16le"

  /// What stands before the first character.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8, .gb18030: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    }
  }

  /// UTF-8 text of whole characters in this encoding; nil where the system cannot convert it.
  func encode(_ text: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8, .utf8WithMark: text
    case .gb18030: Self.convert(text, to: "GB18030")
    case .utf16LittleEndian: Self.convert(text, to: "UTF-16LE")
    }
  }

  private static func convert(_ text: [UInt8], to name: String) -> [UInt8]? {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = text.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: text.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != .max else { return nil }
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }
}
