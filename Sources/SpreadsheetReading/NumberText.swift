import Glibc

/// Numbers of a workbook, from the text in the file to the text that a person sees.
enum NumberText {
  /// How many significant digits Excel shows.
  private static let digitsShown = 15

  /// Plain decimal text of a number as a file gives it; nil when it is none.
  static func plain(_ text: String) -> String? {
    guard var number = Decimal(text) else { return nil }
    if number.digits.count > digitsShown, !number.isWrittenOut {
      guard let rounded = rounded(text).flatMap({ Decimal($0) }) else { return nil }
      number = rounded
    }
    return number.isFinite ? number.written : nil
  }

  /// The same in percents: 0.955 gives `95.5%`.
  static func percent(_ text: String) -> String? {
    guard let plain = plain(text), var number = Decimal(plain) else { return nil }
    number.point += 2
    return number.written + "%"
  }

  /// The double nearest to it.
  static func double(_ text: String) -> Double? {
    guard Decimal(text) != nil else { return nil }
    let value = strtod(text, nil)
    return value.isFinite ? value : nil
  }

  private static func rounded(_ text: String) -> String? {
    guard let value = double(text) else { return nil }
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([Int32(digitsShown - 1), value]) {
      vsnprintf(&buffer, buffer.count, "%.*e", $0)
    }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A decimal number: 0.DIGITS times ten to the power of `point`.
  private struct Decimal {
    var isNegative = false
    /// From the first to the last that is not 0; none for zero.
    var digits: [UInt8] = []
    var point = 0
    /// Whether it is a whole number written without point and exponent.
    var isWrittenOut = true

    init?(_ text: String) {
      var bytes = text.utf8[...]
      func take(_ character: Character) -> Bool {
        guard bytes.first == character.asciiValue else { return false }
        bytes.removeFirst()
        return true
      }
      isNegative = take("-")
      if !isNegative { _ = take("+") }
      var count = 0
      func takeDigits(movesPoint: Bool) {
        while let digit = bytes.first, digit >= 48, digit <= 57 {
          if digit != 48 || !digits.isEmpty {
            digits.append(digit)
            if movesPoint { point += 1 }
          } else if !movesPoint {
            point -= 1
          }
          count += 1
          bytes.removeFirst()
        }
      }
      takeDigits(movesPoint: true)
      if take(".") {
        isWrittenOut = false
        takeDigits(movesPoint: false)
      }
      guard count > 0 else { return nil }
      if take("e") || take("E") {
        isWrittenOut = false
        guard let exponent = Int(String(bytes) ?? ""), abs(exponent) < 10_000 else { return nil }
        point += exponent
      } else if !bytes.isEmpty {
        return nil
      }
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { (point, isNegative) = (0, false) }
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
