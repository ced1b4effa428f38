import Glibc

/// Texts in which nothing has a meaning for those who carry lines: a percent sign, a backslash, a tab,
/// a line feed, a carriage return and a zero byte stand as `%25`, `%5C`, `%09`, `%0A`, `%0D` and `%00`.
///
/// Two texts are the same where their safe forms are. The order of safe forms is not that of texts.
public enum SafeText {
  /// How many bytes beyond three for each of the text's the writing function may touch.
  static let room = 32

  /// The safe form of a text.
  public static func encoded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { text in
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: 3 * text.count + room)
      defer { memory.deallocate() }
      let end = write(text, at: memory)
      return String(
        decoding: UnsafeBufferPointer(start: memory, count: end - memory), as: UTF8.self)
    }
  }

  /// The text of a safe form; nil where a percent sign is not followed by two hexadecimal digits.
  public static func decoded(_ text: String) -> String? {
    var text = text
    var bytes: [UInt8] = []
    guard text.withUTF8({ append($0, to: &bytes) }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the safe form of bytes to memory; returns its end.
  @inline(__always)
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard let base = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    var (index, end) = (0, start)
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let part = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if isPlain(part) {
          UnsafeMutableRawPointer(end).storeBytes(of: part, as: UInt64.self)
          index += 8
          end += 8
          continue
        }
      }
      let stop = min(index + 8, bytes.count)
      while index < stop {
        end = write(base[index], at: end)
        index += 1
      }
    }
    return end
  }

  /// Whether none of eight bytes is a percent sign, a backslash or a control character, a few of which
  /// have no safe form but their own.
  @inline(__always)
  private static func isPlain(_ part: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let percent = part ^ (ones &* 0x25)
    let backslash = part ^ (ones &* 0x5C)
    let found =
      (part &- ones &* 0x20) & ~part | (percent &- ones) & ~percent
      | (backslash &- ones) & ~backslash
    return found & (ones &* 0x80) == 0
  }

  @inline(__always)
  private static func write(
    _ byte: UInt8, at end: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    switch byte {
    case 0, 0x09, 0x0A, 0x0D, 0x25, 0x5C:
      end[0] = 0x25
      end[1] = digit(byte >> 4)
      end[2] = digit(byte & 15)
      return end + 3
    default:
      end[0] = byte
      return end + 1
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Appends the text of a safe form; whether it is one.
  static func append(_ safe: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
    guard let base = safe.baseAddress,
      let first = memchr(base, 0x25, safe.count)
    else {
      bytes.append(contentsOf: safe)
      return true
    }
    var index = UnsafeRawPointer(first) - UnsafeRawPointer(base)
    bytes.append(contentsOf: safe[..<index])
    while index < safe.count {
      guard safe[index] == 0x25 else {
        bytes.append(safe[index])
        index += 1
        continue
      }
      guard index + 2 < safe.count, let high = value(safe[index + 1]),
        let low = value(safe[index + 2])
      else { return false }
      bytes.append(high << 4 | low)
      index += 3
    }
    return true
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
