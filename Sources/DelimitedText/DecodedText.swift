import Glibc

/// The whole text of one file as UTF-8 bytes, whatever it was encoded in.
///
/// Recognised by content: a byte-order mark, else zero bytes at odd places (UTF-16LE), else valid
/// UTF-8, else GB18030. The byte-order mark is taken off. Memory: the size of the file, twice for a
/// moment when it is not UTF-8.
public struct DecodedText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// UTF-8, without byte-order mark.
  public let bytes: [UInt8]
  /// What the file was encoded in.
  public let encoding: TextEncoding

  /// Reads and decodes a file.
  public init(contentsOf file: String) throws(DelimitedTextError) {
    try self.init(Self.read(file), file: file)
  }

  /// Decodes bytes; `file` names them in messages.
  public init(_ raw: [UInt8], file: String) throws(DelimitedTextError) {
    self.file = file
    if raw.starts(with: [0xEF, 0xBB, 0xBF]), Self.isUTF8(raw[3...]) {
      (bytes, encoding) = (Array(raw[3...]), .utf8)
    } else if raw.starts(with: [0xFF, 0xFE]) || Self.looksLikeUTF16(raw) {
      (bytes, encoding) = (try Self.convert(raw, from: .utf16LittleEndian, file), .utf16LittleEndian)
    } else if Self.isUTF8(raw[...]) {
      (bytes, encoding) = (raw, .utf8)
    } else {
      (bytes, encoding) = (try Self.convert(raw, from: .gb18030, file), .gb18030)
    }
  }

  private static func isUTF8(_ raw: ArraySlice<UInt8>) -> Bool {
    raw.withUnsafeBufferPointer { buffer in
      // Most of a table is ASCII, which eight bytes at a time can tell.
      let words = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index + 8 <= words.count,
        words.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      return String(validating: buffer[index...], as: UTF8.self) != nil
    }
  }

  private static func looksLikeUTF16(_ raw: [UInt8]) -> Bool {
    let sample = raw.prefix(256)
    guard sample.count >= 4, sample.count % 2 == 0 || raw.count > 256 else { return false }
    let zeros = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    return zeros * 4 >= sample.count && !sample.prefix(2).contains(0) || zeros * 2 == sample.count
  }

  private static func convert(
    _ raw: [UInt8], from encoding: TextEncoding, _ file: String
  ) throws(DelimitedTextError) -> [UInt8] {
    let skipped = encoding == .utf16LittleEndian && raw.starts(with: [0xFF, 0xFE]) ? 2 : 0
    guard let converter = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: converter) != -1
    else { throw .unknownEncoding(file: file, offset: 0) }
    defer { iconv_close(converter) }
    var input = Array(raw[skipped...]).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard result != .max else {
      throw .unknownEncoding(file: file, offset: raw.count - inputLeft)
    }
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }

  private static func read(_ file: String) throws(DelimitedTextError) -> [UInt8] {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(file: file, reason: lastError()) }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    // Small files, of which there are many, are not worth a large buffer.
    let chunk = min(1 << 20, max(1 << 12, Int(status.st_size) + 1))
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress! + start, chunk)
      }
      guard count >= 0 else { throw .unreadable(file: file, reason: lastError()) }
      bytes.removeLast(chunk - count)
      if count == 0 { return bytes }
    }
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}
