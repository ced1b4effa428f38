/// Sums of doubles in exact whole-number arithmetic, written for plainness: every double is a whole
/// number of 2^-1074, added up in an array of bits and rounded by looking at them.
enum FixedPointSum {
  /// 2^1024 is bit 2098; some more for sums of many numbers.
  private static let width = 2200

  /// The exact sum rounded to the nearest double, ties to even; infinite beyond their range.
  static func rounded(_ numbers: [Double]) -> Double {
    let positive = total(numbers.filter { $0 > 0 })
    let negative = total(numbers.filter { $0 < 0 })
    let isNegative = isLess(positive, negative)
    let magnitude =
      isNegative ? difference(negative, positive) : difference(positive, negative)
    let result = double(magnitude)
    return isNegative ? -result : result
  }

  private static func total(_ numbers: [Double]) -> [Int] {
    var bits = [Int](repeating: 0, count: width)
    for number in numbers {
      // Significand times 2^(exponent - 1075), where 1 is the exponent of subnormal numbers.
      let exponent = max(1, Int(number.exponentBitPattern))
      let leading: UInt64 = number.exponentBitPattern == 0 ? 0 : 1 << 52
      let significand = number.significandBitPattern | leading
      for bit in 0...52 where significand >> UInt64(bit) & 1 == 1 { bits[bit + exponent - 1] += 1 }
    }
    for index in 0..<(width - 1) {
      bits[index + 1] += bits[index] / 2
      bits[index] %= 2
    }
    return bits
  }

  private static func isLess(_ left: [Int], _ right: [Int]) -> Bool {
    left.reversed().lexicographicallyPrecedes(right.reversed())
  }

  private static func difference(_ larger: [Int], _ smaller: [Int]) -> [Int] {
    var bits = zip(larger, smaller).map { $0 - $1 }
    for index in 0..<(width - 1) where bits[index] < 0 {
      bits[index] += 2
      bits[index + 1] -= 1
    }
    return bits
  }

  private static func double(_ bits: [Int]) -> Double {
    guard let top = bits.lastIndex(of: 1) else { return 0 }
    // 53 bits from the top, but none below 2^-1074.
    let lowest = max(0, top - 52)
    var significand = (lowest...top).reversed().reduce(UInt64(0)) { $0 * 2 + UInt64(bits[$1]) }
    if lowest > 0, bits[lowest - 1] == 1 {
      let isAboveHalf = bits[..<(lowest - 1)].contains(1)
      if isAboveHalf || significand % 2 == 1 { significand += 1 }
    }
    return Double(sign: .plus, exponent: lowest - 1074, significand: Double(significand))
  }
}
