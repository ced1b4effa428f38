import ColumnStore

/// A decimal as it is written, whose point can be moved without any arithmetic.
struct DecimalDigits {
  var isNegative = false
  /// The digits before the point, as ASCII.
  var whole: [UInt8]
  /// The digits behind the point; nil without a point.
  var decimals: [UInt8]?

  /// Moves the point to the left, to the right if negative. Zeros are put where digits are missing;
  /// those that stand needlessly in front are taken off.
  mutating func movePoint(left places: Int) {
    guard places != 0 else { return }
    var digits = whole + (decimals ?? [])
    var point = whole.count - places
    if point < 1 {
      digits.insert(contentsOf: repeatElement(Self.zero, count: 1 - point), at: 0)
      point = 1
    }
    if point > digits.count {
      digits.append(contentsOf: repeatElement(Self.zero, count: point - digits.count))
    }
    let needless = min(digits.prefix { $0 == Self.zero }.count, point - 1)
    whole = Array(digits[needless..<point])
    let rest = Array(digits[point...])
    decimals = rest.isEmpty ? nil : rest
  }

  var text: String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    bytes += whole
    if let decimals { bytes += [UInt8(ascii: ".")] + decimals }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What it stands for; nil beyond the greatest double.
  var value: Double? {
    var text = self.text
    return text.withUTF8 { PlainDecimal.number($0) }
  }

  private static let zero = UInt8(ascii: "0")
}
