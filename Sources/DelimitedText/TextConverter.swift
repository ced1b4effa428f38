import Glibc

/// Converts to UTF-8 with the system's converter.
enum TextConverter {
  /// The UTF-8 of `raw` from the offset `start` on; the result grows piece by piece, so that memory is
  /// that of both texts.
  static func utf8(
    _ raw: [UInt8], from start: Int, _ encoding: TextEncoding, file: String
  ) throws(DelimitedTextError) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: converter) != -1
    else { throw .noConverter(file: file, encoding) }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity((raw.count - start) / 2 * 3)
    var done = start
    while done < raw.count {
      guard let piece = convert(raw, &done, with: converter) else {
        throw .unknownEncoding(file: file, offset: done)
      }
      result += piece
    }
    return result
  }

  /// Converts as much as a piece holds and moves `done` past it; nil when that is not the encoding.
  private static func convert(
    _ raw: [UInt8], _ done: inout Int, with converter: iconv_t
  ) -> [UInt8]? {
    let capacity = 1 << 16
    var isPossible = true
    let piece = [UInt8](unsafeUninitializedCapacity: capacity) { output, written in
      raw.withUnsafeBytes { input in
        // The converter takes its input as mutable and does not change it.
        var from = UnsafeMutablePointer(
          mutating: input.baseAddress?.advanced(by: done).assumingMemoryBound(to: CChar.self))
        var fromLeft = raw.count - done
        var to = UnsafeMutableRawPointer(output.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var toLeft = capacity
        let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
        isPossible = result != -1 || errno == E2BIG
        done = raw.count - fromLeft
        written = capacity - toLeft
      }
    }
    return isPossible ? piece : nil
  }
}
