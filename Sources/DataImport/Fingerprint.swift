/// A hash of 128 bits of several texts in order. The same on every machine.
///
/// Words are mixed by multiplying and folding, as wyhash does (Wang Yi, 2019): fast and well spread, and no
/// defence against somebody who looks for collisions.
struct Fingerprint: Hashable, Sendable {
  private(set) var first: UInt64 = 0x243F_6A88_85A3_08D3
  private(set) var second: UInt64 = 0x1319_8A2E_0370_7344

  /// A hash of no text.
  init() {}

  /// The hash of one text in 64 bits.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(text)
    return fingerprint.first
  }

  /// Adds a text; where it ends is part of the hash.
  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var tail = UInt64(truncatingIfNeeded: raw.count) << 56
    var shift: UInt64 = 0
    while index < raw.count {
      tail ^= UInt64(raw[index]) &<< shift
      shift += 8
      index += 1
    }
    mix(tail)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    first = Self.folded(first ^ word, 0xA409_3822_299F_31D1)
    second = Self.folded(second &+ word, 0x082E_FA98_EC4E_6C89) ^ (word &<< 1)
  }

  @inline(__always)
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
