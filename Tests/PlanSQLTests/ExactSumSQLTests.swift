import SQLiteAccess
import ScoringPlan
import SeededRandom
import Testing

@testable import PlanSQL

@Suite("Exact sums in SQL")
struct ExactSumSQLTests {
  private static let columns = ["x__", "y__"]

  /// Groups by number, summed in SQLite: for each the sum of the column, nil where it is undecided.
  private func sums(_ groups: [[Double?]]) throws -> [Double?] {
    let database = try StepDatabase()
    let rows = groups.enumerated().flatMap { group, numbers in
      numbers.map { number -> [DatabaseValue] in
        let value = number.map { DatabaseValue.real($0) } ?? .null
        return [.integer(group), value, number.map { .real(-$0) } ?? .null]
      }
    }
    try database.fill("numbers", ["g__ INTEGER", "x__ REAL", "y__ REAL"], rows)
    var list = StepList("test")
    _ = ExactSumSQL(dialect: .sqlite, columns: Self.columns).add(
      to: &list, named: "all", [], from: "numbers", by: ["g__"],
      others: [("n__", "COUNT(x__)")])
    var sums = [Double?](repeating: nil, count: groups.count)
    for row in try database.rows(of: list.steps) {
      let group = try #require(row["g__"]?.integer)
      #expect(row["n__"]?.integer == groups[group].compactMap(\.self).count)
      #expect(row["x___left__"] == row["y___left__"])
      guard row["x___left__"] == .integer(0) else { continue }
      let sum = try #require(row["x__"]?.real)
      // The mirrored numbers have the mirrored sum.
      let mirrored = try #require(row["y__"]?.real)
      #expect(mirrored == -sum)
      sums[group] = sum
    }
    return sums
  }

  private func compare(_ groups: [[Double]]) throws {
    for (found, numbers) in zip(try sums(groups), groups) {
      #expect(found?.bitPattern == ExactSum(numbers).rounded().bitPattern, "\(numbers)")
    }
  }

  @Test("Sums of money have the bits of the exact sum")
  func money() throws {
    var generator = SplitMix64(seed: 1)
    try compare(
      (0..<800).map { _ in
        let scale = [1, 100, 10_000, 1_000_000].randomElement(using: &generator) ?? 1
        return (0...Int.random(in: 0...40, using: &generator)).map { _ in
          Double(Int.random(in: -100_000_000...100_000_000, using: &generator)) / Double(scale)
        }
      })
  }

  @Test("Sums of numbers of all sizes have the bits of the exact sum")
  func sizes() throws {
    var generator = SplitMix64(seed: 2)
    try compare(
      (0..<800).map { _ in
        (0...Int.random(in: 0...12, using: &generator)).map { _ in
          let exponent = Int.random(in: -78...49, using: &generator)
          let sign = Bool.random(using: &generator) ? 1.0 : -1
          return sign * (1 + generator.nextUnit())
            * Double(
              sign: .plus, exponent: exponent, significand: 1)
        }
      }.map { $0.map { $0 >= 0x1p50 || $0 <= -0x1p50 ? 1 : $0 } })
  }

  @Test("Sums that cancel have the bits of the exact sum")
  func cancellation() throws {
    var generator = SplitMix64(seed: 3)
    try compare(
      (0..<600).map { _ in
        let numbers = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
          (generator.nextUnit() - 0.5)
            * Double(
              sign: .plus, exponent: Int.random(in: -20...49, using: &generator), significand: 1)
        }
        let rest = Double(
          sign: .plus, exponent: Int.random(in: -99...3, using: &generator), significand: 1)
        return (numbers + numbers.map { -$0 } + [rest, -rest / 4].prefix(generator.next(below: 3)))
          .shuffled(using: &generator)
      })
  }

  @Test("Sums near the middle of two doubles are rounded to the right one")
  func halves() throws {
    var generator = SplitMix64(seed: 4)
    try compare(
      (0..<900).map { _ in
        // An integer of 53 bits, half of its last bit, and something far below, or nothing.
        let exponent = Int.random(in: -50 ... -4, using: &generator)
        let unit = Double(sign: .plus, exponent: exponent, significand: 1)
        let integer = Double(Int.random(in: 1 << 52...1 << 53, using: &generator))
        let half = Bool.random(using: &generator) ? unit / 2 : unit / 4 + unit / 8
        let far = Double(
          sign: .plus, exponent: Int.random(in: -129...(exponent - 3), using: &generator),
          significand: 1)
        let rest = [[], [far], [-far], [unit / 8]][generator.next(below: 4)]
        let sign = Bool.random(using: &generator) ? 1.0 : -1
        return ([integer * unit, half] + rest).map { $0 * sign }
      }.filter { $0.allSatisfy { abs($0) < 0x1p50 } })
  }

  @Test("Carries go through all digits")
  func carries() throws {
    let digits = [20, -10, -40, -70, -100].map { Double(sign: .plus, exponent: $0, significand: 1) }
    let ones = digits.map { $0 * 1_073_741_823 }
    let least = 0x1p-130
    try compare([
      ones, ones + [digits[4]], ones + [digits[4], -least], ones + [0x1p-100 - 0x1p-130, least],
      Array(repeating: 0x1p49, count: 3000) + [least], [digits[0], -least],
      [digits[0], -digits[4], least], [-least], [least, -least], [0x1p-100, -0x1p-130],
      [0, -0.0], [-0.0], Array(repeating: 0.1, count: 1000),
    ])
  }

  @Test("Missing numbers do not count, and the sum of none is 0")
  func missing() throws {
    #expect(try sums([[nil], [nil, 1.5, nil], [2, nil]]) == [0, 1.5, 2])
  }

  @Test("What is too large or too fine is undecided")
  func undecided() throws {
    let found = try sums([
      [0x1p50], [1, -0x1p51, 2], [0x1p-131], [1, 3 * 0x1p-131], [.infinity], [0x1p50.nextDown],
      [0x1p-130],
    ])
    #expect(found == [nil, nil, nil, nil, nil, 0x1p50.nextDown, 0x1p-130])
  }
}
