/// What can be had from some vectors by adding and subtracting multiples of them, modulo the prime 2^31 - 1.
struct ModularSpan {
  private static let prime: UInt64 = 2_147_483_647

  private let width: Int
  /// Rows in echelon form, each with a 1 at its place and nothing there in the others.
  private var rows: [(place: Int, numbers: [UInt64])] = []

  /// The span of no vectors of so many numbers.
  init(width: Int) { self.width = width }

  /// Adds the vector that is 1 at some places and 0 elsewhere. O(rows times width).
  mutating func add(_ ones: Set<Int>) {
    var rest = remainder(of: ones)
    guard let place = rest.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(rest[place], Self.prime - 2)
    for index in place..<width { rest[index] = rest[index] * inverse % Self.prime }
    for row in rows.indices where rows[row].numbers[place] != 0 {
      Self.subtract(rest, times: rows[row].numbers[place], from: &rows[row].numbers)
    }
    rows.append((place, rest))
  }

  /// Whether the vector that is 1 at some places and 0 elsewhere can be had.
  func contains(_ ones: Set<Int>) -> Bool { remainder(of: ones).allSatisfy { $0 == 0 } }

  private func remainder(of ones: Set<Int>) -> [UInt64] {
    var numbers = [UInt64](repeating: 0, count: width)
    for place in ones { numbers[place] = 1 }
    for row in rows where numbers[row.place] != 0 {
      Self.subtract(row.numbers, times: numbers[row.place], from: &numbers)
    }
    return numbers
  }

  private static func subtract(
    _ row: [UInt64], times factor: UInt64, from numbers: inout [UInt64]
  ) {
    for index in numbers.indices where row[index] != 0 {
      numbers[index] = (numbers[index] + (prime - factor) * row[index]) % prime
    }
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, base, exponent) = (UInt64(1), base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
