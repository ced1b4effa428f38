import Glibc

/// Gives each distinct text a small number, so that tables hold and compare numbers.
///
/// Codes count from 0 in the order of first appearance and depend on nothing else. Texts are equal
/// when their UTF-8 bytes are. Holds at most 2^31 - 1 texts. A value: copying it is O(1) until one
/// copy changes.
public struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where text i begins; its end is where the next begins.
  private var starts: [Int] = [0]
  /// Open addressing: 0 for an empty slot, else the upper half of the hash and the code plus one.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// An empty pool.
  public init() {}

  /// The number of distinct texts.
  public var count: Int { starts.count - 1 }

  /// Forgets all texts but the first ones; memory is kept. O(slots).
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - starts[count])
    starts.removeLast(starts.count - 1 - count)
    for slot in slots.indices { slots[slot] = 0 }
    let mask = slots.count - 1
    for code in 0..<count {
      let hash = hash(of: Int32(code))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    }
  }

  /// The code of a text, which is added when new. O(length).
  public mutating func code(for text: String) -> Int32 {
    var text = text
    return text.withUTF8 { code(forUTF8: $0) }
  }

  /// The code of a text given as UTF-8 bytes, which is added when new. O(length).
  public mutating func code(forUTF8 text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(text)
    var slot = slot(for: text, hash)
    if slots[slot] != 0 { return Self.code(in: slots[slot]) }
    precondition(count < Int(Int32.max), "a text pool holds at most 2^31 - 1 texts")
    if count * 2 >= slots.count {
      grow()
      slot = self.slot(for: text, hash)
    }
    let code = Int32(count)
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    return code
  }

  /// The code of a text, or nil when the pool has not met it. O(length).
  public func find(_ text: String) -> Int32? {
    var text = text
    return text.withUTF8 { find(utf8: $0) }
  }

  /// The code of a text given as UTF-8 bytes, or nil when the pool has not met it. O(length).
  public func find(utf8 text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let entry = slots[slot(for: text, Self.hash(text))]
    return entry == 0 ? nil : Self.code(in: entry)
  }

  /// The code of a text, or nil when the pool has not met it; fast when it is the one tried.
  public func find(utf8 text: UnsafeBufferPointer<UInt8>, trying code: Int32) -> Int32? {
    code < count && holds(text, as: code) ? code : find(utf8: text)
  }

  /// The text of a code. O(length).
  public func text(of code: Int32) -> String {
    withUTF8(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a code's text, which are valid only within the call.
  public func withUTF8<Result>(
    of code: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(of: code)
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Calls `body` with a view of all texts, which is valid only within the call.
  public func withTexts<Result, Failure: Error>(
    _ body: (TextView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try starts.withUnsafeBufferPointer { starts throws(Failure) in
        // There is at least one start.
        guard let first = starts.baseAddress else { preconditionFailure("a pool has a start") }
        return try body(TextView(bytes: bytes.baseAddress, starts: first))
      }
    }
  }

  /// Whether the first code's text comes before the second's by their bytes; a text comes after its
  /// own beginning. O(length).
  public func isOrderedBefore(_ first: Int32, _ second: Int32) -> Bool {
    let (one, other) = (range(of: first), range(of: second))
    let order = bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress
      guard let base else { return Int32(0) }
      return memcmp(
        base + one.lowerBound, base + other.lowerBound, min(one.count, other.count))
    }
    return order == 0 ? one.count < other.count : order < 0
  }

  /// A number that depends on nothing but a code's text, and differs for most others. O(length).
  public func hash(of code: Int32) -> UInt64 { withUTF8(of: code) { Self.hash($0) } }

  private func range(of code: Int32) -> Range<Int> {
    starts[Int(code)]..<starts[Int(code) + 1]
  }

  private static func code(in entry: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: entry) - 1
  }

  /// The slot that holds the text, or the empty one where it belongs.
  private func slot(for text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if (entry ^ hash) >> 32 == 0, holds(text, as: Self.code(in: entry)) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Whether a code stands for this text. Faster than finding the text.
  func holds(_ text: UnsafeBufferPointer<UInt8>, as code: Int32) -> Bool {
    let start = starts[Int(code)]
    guard starts[Int(code) + 1] - start == text.count else { return false }
    guard let base = text.baseAddress else { return true }
    return bytes.withUnsafeBytes { memcmp($0.baseAddress! + start, base, text.count) == 0 }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      let code = Int32(truncatingIfNeeded: entry) - 1
      let hash = hash(of: code)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// Eight bytes at a time, each folded in by a full 64 by 64 bit product (as wyhash does).
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
      index += 8
    }
    var rest: UInt64 = 0
    for byte in raw[index...] { rest = rest << 8 | UInt64(byte) }
    return fold(fold(hash ^ rest))
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
