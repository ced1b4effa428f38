/// Reads what `BlobWriting` wrote, register after register; anything else is nil or false.
struct BlobReading {
  /// A register as it stands in a blob.
  enum Mark {
    case value
    case missing
    case fault(state: UInt8, origin: Int)
  }

  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  /// A reader of a blob, which must outlive it; nil when it is empty memory.
  init?(_ blob: UnsafeBufferPointer<UInt8>) {
    guard let base = blob.baseAddress else { return nil }
    (place, end) = (base, base + blob.count)
  }

  /// Whether all was read.
  var isAtEnd: Bool { place == end }

  /// What stands at the place, which is taken unless it is a value.
  @inline(__always)
  mutating func mark() -> Mark? {
    guard place < end else { return nil }
    switch place.pointee {
    case BlobWriting.missing:
      place += 1
      return .missing
    case UInt8(ascii: "!"): return fault()
    default: return .value
    }
  }

  /// A number.
  @inline(__always)
  mutating func number() -> Double? {
    let count = Int(place.pointee) - Int(UInt8(ascii: "0"))
    guard 0...11 ~= count, end - place > count else { return nil }
    var bits: UInt64 = 0
    for index in 1..<count + 1 {
      let character = place[index]
      let value =
        character == UInt8(ascii: "/") ? 44 : character &- UInt8(ascii: "0")
      guard value < 64 else { return nil }
      bits |= (UInt64(value) << 58) >> UInt64(truncatingIfNeeded: 6 * (index - 1))
    }
    place += 1 + count
    let number = Double(bitPattern: bits)
    return number.isFinite ? number : nil
  }

  /// Whether it is only known that there is a value.
  mutating func presence() -> Bool {
    defer { place += 1 }
    return place.pointee == BlobWriting.present
  }

  /// A text; `bytes` takes it where it is not as it stands.
  mutating func text(_ bytes: inout [UInt8]) -> Bool {
    guard let length = integer(before: UInt8(ascii: ":")) else { return false }
    bytes.removeAll(keepingCapacity: true)
    while bytes.count < length, place < end {
      let count = place.pointee == UInt8(ascii: "%") ? 3 : 1
      guard end - place >= count,
        SafeText.append(UnsafeBufferPointer(start: place, count: count), to: &bytes)
      else { return false }
      place += count
    }
    return bytes.count == length
  }

  private mutating func fault() -> Mark? {
    guard end - place > 2 else { return nil }
    let state = place[1] &- UInt8(ascii: "0")
    place += 2
    guard let origin = integer(before: UInt8(ascii: ";")) else { return nil }
    return .fault(state: state, origin: origin)
  }

  private mutating func integer(before mark: UInt8) -> Int? {
    var value = 0
    var digits = 0
    while place < end {
      let character = place.pointee
      place += 1
      if character == mark { return digits > 0 ? value : nil }
      let digit = character &- UInt8(ascii: "0")
      guard digit < 10, digits < 10 else { return nil }
      value = value * 10 + Int(digit)
      digits += 1
    }
    return nil
  }
}
