import Testing

@testable import ColumnStore
import SeededRandom

@Suite("Files in another unit")
struct PointShiftTests {
  /// A decimal's text with its point moved left, by moving digits; negative moves it right.
  private static func moved(_ text: String, _ places: Int) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var (whole, part) = (Array(parts[0]), parts.count > 1 ? Array(parts[1]) : [])
    for _ in 0..<abs(places) {
      if places > 0 {
        part.insert(whole.popLast() ?? "0", at: 0)
      } else {
        whole.append(part.isEmpty ? "0" : part.removeFirst())
      }
    }
    return "\(isNegative ? "-" : "")\(String(whole))\(part.isEmpty ? "" : ".")\(String(part))"
  }

  private static func randomDecimal(
    _ generator: inout SplitMix64, digits: ClosedRange<Int>
  ) -> String {
    let count = Int.random(in: digits, using: &generator)
    let point = Int.random(in: 0...count, using: &generator)
    var text = Bool.random(using: &generator) ? "-" : ""
    for position in 0..<count {
      if position == point { text += "." }
      text += String(UInt8.random(in: 0...9, using: &generator))
    }
    return text
  }

  private static func values(
    _ cells: [String], shift: Int, percent: PercentMeaning = .none
  ) throws -> [UInt64] {
    let column = ColumnSpecification(name: "x", percentMeaning: percent, pointShift: shift)
    let read = try TestTables.readColumn(column, cells: cells)
    #expect(read.faults.isEmpty)
    return read.column.values.map(\.bitPattern)
  }

  @Test(
    "a file reads as its twin in the column's unit, to the bit",
    arguments: [4, 8, -4, -8, 2, -2, 1, 0, 25, -25])
  func twins(shift: Int) throws {
    var generator = SplitMix64(seed: 4)
    let cells =
      (0..<3000).map { _ in Self.randomDecimal(&generator, digits: 1...24) }
      + (0..<40).map { _ in Self.randomDecimal(&generator, digits: 25...250) }
    let twins = cells.map { Self.moved($0, shift) }
    #expect(try Self.values(cells, shift: shift) == Self.values(twins, shift: 0))
  }

  @Test("texts of thousands of digits read as their twins too", arguments: [4, -4, 8])
  func longTexts(shift: Int) throws {
    var generator = SplitMix64(seed: 5)
    let cells = (0..<12).map { index in
      let digits = Self.randomDecimal(&generator, digits: 3000...5000).filter { $0 != "." }
      let sign = digits.hasPrefix("-") ? "-" : ""
      let plain = digits.drop { $0 == "-" }
      let point = [0, 1, 17, 250][index % 4]
      return "\(sign)\(plain.prefix(point)).\(plain.dropFirst(point))"
    }
    let values = try Self.values(cells, shift: shift)
    #expect(try values == Self.values(cells.map { Self.moved($0, shift) }, shift: 0))
    // A number of 17 digits before the point is near what its first digits say.
    let digits = try #require(Double(cells[2].prefix(18)))
    let scale = shift == 4 ? 1e-4 : shift == -4 ? 1e4 : 1e-8
    #expect(abs(Double(bitPattern: values[2]) / (digits * scale) - 1) < 1e-12)
  }

  @Test("dividing instead would differ: yuan in 10,000 yuan")
  func notDividing() throws {
    let cells = (0..<10_000).map { "\($0).\($0 % 10)\($0 / 10 % 10)" }
    let read = try Self.values(cells, shift: 4).map { Double(bitPattern: $0) }
    let divided = cells.map { (Double($0) ?? 0) / 1e4 }
    #expect(zip(read, divided).contains { $0 != $1 })
    #expect(zip(read, divided).allSatisfy { abs($0 - $1) <= $0.ulp })
    #expect(read[1234] == 0.123443)
  }

  @Test("-0 stays 0, and points at either end are moved", arguments: [4, -4])
  func edges(shift: Int) throws {
    let scale = shift == 4 ? 1e4 : 1e-4
    let cells = ["-0", "-0.000", "5.", ".5", "+7", "-.25"]
    let expected = [0, 0, 5, 0.5, 7, -0.25].map { ($0 == 0 ? 0 : $0 / scale).bitPattern }
    #expect(try Self.values(cells, shift: shift) == expected)
    #expect(
      try Self.values(["5.000000000000000000000"], shift: 4) == [(5 / 1e4).bitPattern])
  }

  @Test("a shift can carry a number beyond the greatest double: a fault, not infinity")
  func tooLarge() throws {
    let column = ColumnSpecification(name: "x", pointShift: -8)
    let cells = [
      "9" + String(repeating: "0", count: 302), "1" + String(repeating: "0", count: 300),
    ]
    let read = try TestTables.readColumn(column, cells: cells)
    #expect(read.column.states == [Column.missing, Column.present])
    #expect(read.column.values[1] == 1e308)
    #expect(read.faults.first?.reason.contains("beyond the greatest number") == true)
  }

  @Test("a percent sign counts before the point is moved")
  func percents() throws {
    // A file in percents read into a column of ratios: 95 and 95% are both 0.95.
    let cells = ["95", "95%", "-0.57%"]
    let ratios = [0.95, 0.95, -0.0057].map(\.bitPattern)
    #expect(try Self.values(cells, shift: 2, percent: .percent) == ratios)
    // A file in ratios read into a column of percents: 0.95 and 95% are both 95.
    let percents = [95, 95, -0.57].map(\.bitPattern)
    #expect(
      try Self.values(["0.95", "95%", "-0.57%"], shift: -2, percent: .fraction) == percents)
  }

  @Test("bounds are in the column's unit; their message says what the file's text stands for")
  func bounds() throws {
    let column = ColumnSpecification(
      name: "x", pointShift: 4, minimum: 0, maximum: 1.5, unit: "CNY10k")
    let read = try TestTables.readColumn(column, cells: ["15000", "15000.01", "-3", "0"])
    #expect(read.column.values == [1.5, 0, 0, 0])
    #expect(read.column.states == [0, 1, 1, 0])
    #expect(
      read.faults.map(\.reason) == [
        "expected at most 1.5 CNY10k, and 15000.01 in the file is 1.500001 CNY10k",
        "expected at least 0 CNY10k, and -3 in the file is -0.0003 CNY10k",
      ])
    #expect(read.faults.map(\.text) == ["15000.01", "-3"])
  }
}
