import Glibc

/// Numbers of a workbook, from the text in the file to the text that a person sees.
enum NumberText {
  /// How many significant digits Excel shows.
  private static let digitsShown = 15

  /// Plain decimal text of a number as a file gives it; nil when it is none.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String? {
    if isPlain(bytes) { return String(decoding: bytes, as: UTF8.self) }
    guard let number = shown(bytes) else { return nil }
    return number.written
  }

  /// The same in percents: 0.955 gives `95.5%`.
  static func percent(_ bytes: ArraySlice<UInt8>) -> String? {
    guard var number = shown(bytes) else { return nil }
    number.point += 2
    return number.written + "%"
  }

  /// The double nearest to it.
  static func double(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard Decimal(bytes) != nil else { return nil }
    let value = strtod(String(decoding: bytes, as: UTF8.self), nil)
    return value.isFinite ? value : nil
  }

  /// Whether it is written as it is to be, as nearly all numbers are: no sign but a minus, a digit
  /// before the point and none too many, no zero at either end.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= digitsShown, let last = bytes.last else { return false }
    let digits = bytes.first == 45 ? bytes.dropFirst() : bytes
    guard let first = digits.first, (49...57).contains(first) else { return false }
    var points = 0
    for byte in digits {
      if byte == 46 { points += 1 } else if byte < 48 || byte > 57 { return false }
    }
    return points == 0 || points == 1 && last != 48 && last != 46
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> Decimal? {
    guard var number = Decimal(bytes) else { return nil }
    if number.digits.count > digitsShown, !number.isWrittenOut {
      guard let value = double(bytes), let rounded = Decimal(rounded(value)[...]) else {
        return nil
      }
      number = rounded
    }
    return number.isFinite ? number : nil
  }

  private static func rounded(_ value: Double) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([Int32(digitsShown - 1), value]) {
      vsnprintf(&buffer, buffer.count, "%.*e", $0)
    }
    return buffer.prefix(Int(count)).map(UInt8.init(bitPattern:))
  }

  /// A decimal number: 0.DIGITS times ten to the power of `point`.
  private struct Decimal {
    var isNegative = false
    /// From the first to the last that is not 0; none for zero.
    var digits: [UInt8] = []
    var point = 0
    /// Whether it is a whole number written without point and exponent.
    var isWrittenOut = true

    init?(_ bytes: ArraySlice<UInt8>) {
      var index = bytes.startIndex
      func take(_ character: Character) -> Bool {
        guard index < bytes.endIndex, bytes[index] == character.asciiValue else { return false }
        index += 1
        return true
      }
      isNegative = take("-")
      if !isNegative { _ = take("+") }
      var count = takeDigits(bytes, &index, movesPoint: true)
      if take(".") {
        isWrittenOut = false
        count += takeDigits(bytes, &index, movesPoint: false)
      }
      guard count > 0 else { return nil }
      if take("e") || take("E") {
        isWrittenOut = false
        guard let exponent = Int(String(decoding: bytes[index...], as: UTF8.self)),
          (-9_999...9_999).contains(exponent)
        else { return nil }
        point += exponent
      } else if index < bytes.endIndex {
        return nil
      }
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { (point, isNegative) = (0, false) }
    }

    /// Takes the digits that stand here; how many there are, with zeros before the first other one.
    private mutating func takeDigits(
      _ bytes: ArraySlice<UInt8>, _ index: inout Int, movesPoint: Bool
    ) -> Int {
      let start = index
      while index < bytes.endIndex, bytes[index] >= 48, bytes[index] <= 57 {
        if bytes[index] != 48 || !digits.isEmpty {
          digits.append(bytes[index])
          if movesPoint { point += 1 }
        } else if !movesPoint {
          point -= 1
        }
        index += 1
      }
      return index - start
    }

    /// Whether a double can be as large.
    var isFinite: Bool { point <= 309 }

    var written: String {
      var text: [UInt8] = isNegative ? [45] : []
      if digits.isEmpty {
        text.append(48)
      } else if point > 21 && !isWrittenOut || point < -9 {
        text.append(digits[0])
        if digits.count > 1 { text += [46] + digits[1...] }
        text += Array("e\(point - 1)".utf8)
      } else if point <= 0 {
        text += [48, 46] + Array(repeating: 48, count: -point) + digits
      } else if point >= digits.count {
        text += digits + Array(repeating: 48, count: point - digits.count)
      } else {
        text += digits[..<point] + [46] + digits[point...]
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
