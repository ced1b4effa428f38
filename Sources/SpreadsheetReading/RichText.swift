/// The text of a cell or of a shared string, from the elements that it is made of.
struct RichText {
  /// The longest text that is taken: Excel allows 32,767 characters.
  static let mostBytes = 1 << 20

  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var skipped = 0

  /// Begins a new text.
  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (isInText, skipped) = (false, 0)
  }

  /// An element inside begins. Runs with their own font (`r`) count, help with pronunciation (`rPh`)
  /// does not.
  mutating func start(_ name: XMLName) {
    if skipped > 0 {
      skipped += 1
    } else if name.isSpreadsheet("t") {
      isInText = true
    } else if !name.isSpreadsheet("r") {
      skipped = 1
    }
  }

  /// An element inside ends.
  mutating func end(_ name: XMLName) {
    if skipped > 0 { skipped -= 1 } else if name.isSpreadsheet("t") { isInText = false }
  }

  /// Takes text; false when it becomes too long.
  mutating func take(_ text: UnsafeRawBufferPointer) -> Bool {
    if isInText { bytes.append(contentsOf: text) }
    return bytes.count <= Self.mostBytes
  }

  /// Replaces `_x000D_` and the like, by which the format writes what XML cannot, in UTF-16.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var units: [UInt16] = []
    var index = 0
    func flush() {
      result += Array(String(decoding: units, as: UTF16.self).utf8)
      units.removeAll()
    }
    while index < bytes.count {
      if let unit = unit(bytes[index...].prefix(7)) {
        units.append(unit)
        index += 7
      } else {
        if !units.isEmpty { flush() }
        result.append(bytes[index])
        index += 1
      }
    }
    flush()
    return result
  }

  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count == 7, bytes.first == UInt8(ascii: "_"),
      bytes[bytes.startIndex + 1] == UInt8(ascii: "x"), bytes.last == UInt8(ascii: "_")
    else { return nil }
    let digits = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt16(digits, radix: 16)
  }
}
