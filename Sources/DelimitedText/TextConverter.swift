import Glibc

/// Converts a text piece by piece with the system's converter, to or from UTF-8.
struct TextConverter: ~Copyable {
  private let converter: iconv_t

  init(from encoding: TextEncoding, file: String) throws(DelimitedTextError) {
    guard let converter = Self.open(from: encoding, to: .utf8) else {
      throw .noConverter(file: file, encoding)
    }
    self.converter = converter
  }

  /// A converter from UTF-8; nil when the system has none.
  init?(to encoding: TextEncoding) {
    guard let converter = Self.open(from: .utf8, to: encoding) else { return nil }
    self.converter = converter
  }

  private static func open(from: TextEncoding, to: TextEncoding) -> iconv_t? {
    let converter = iconv_open(to.rawValue, from.rawValue)
    return Int(bitPattern: converter) == -1 ? nil : converter
  }

  deinit { iconv_close(converter) }

  /// Appends a piece, converted; how many of its bytes were taken, which may be a few less when it
  /// ends within a character, or nil when the bytes after them are not of the encoding, or have no place in the other.
  mutating func convert(
    _ piece: UnsafeRawBufferPointer, into result: inout [UInt8]
  ) -> (taken: Int, isSound: Bool) {
    var done = 0
    while done < piece.count {
      let (taken, error) = convertSome(piece, from: done, into: &result)
      done += taken
      if error == EINVAL { return (done, true) }
      if error != 0, error != E2BIG { return (done, false) }
    }
    return (done, true)
  }

  /// Converts as much as some room holds; what the system says, 0 when all was converted.
  private func convertSome(
    _ piece: UnsafeRawBufferPointer, from start: Int, into result: inout [UInt8]
  ) -> (taken: Int, error: Int32) {
    // The converter takes its input as mutable and does not change it.
    var from = UnsafeMutablePointer(
      mutating: piece.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
    var fromLeft = piece.count - start
    var error: Int32 = 0
    let room = 1 << 16
    result += [UInt8](unsafeUninitializedCapacity: room) { output, written in
      var to = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var toLeft = room
      if iconv(converter, &from, &fromLeft, &to, &toLeft) == -1 { error = errno }
      written = room - toLeft
    }
    return (piece.count - start - fromLeft, error)
  }
}
