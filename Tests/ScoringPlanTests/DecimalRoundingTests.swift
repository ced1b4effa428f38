import ScoringPlan
import SeededRandom
import Testing

@Suite("Decimal rounding")
struct DecimalRoundingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let number: Double
    let places: Int
    let nearest: Double
    let up: Double
    let down: Double
    var testDescription: String { "\(number) to \(places)" }

    init(_ number: Double, _ places: Int, _ nearest: Double, up: Double, down: Double) {
      (self.number, self.places) = (number, places)
      (self.nearest, self.up, self.down) = (nearest, up, down)
    }
  }

  // By the definition, on the digits as written here.
  static let cases = [
    Case(1.005, 2, 1.01, up: 1.01, down: 1), Case(2.675, 2, 2.68, up: 2.68, down: 2.67),
    Case(0.285, 2, 0.29, up: 0.29, down: 0.28), Case(1.45, 1, 1.5, up: 1.5, down: 1.4),
    Case(8.345, 2, 8.35, up: 8.35, down: 8.34), Case(0.5, 0, 1, up: 1, down: 0),
    Case(1.5, 0, 2, up: 2, down: 1), Case(2.5, 0, 3, up: 3, down: 2),
    Case(0.49999999999999994, 0, 0, up: 1, down: 0), Case(1.1, 1, 1.1, up: 1.1, down: 1.1),
    Case(0.1, 20, 0.1, up: 0.1, down: 0.1),
    Case(0.1 + 0.2, 17, 0.30000000000000004, up: 0.30000000000000004, down: 0.30000000000000004),
    Case(0.1 + 0.2, 16, 0.3, up: 0.3000000000000001, down: 0.3),
    Case(1234.5, -2, 1200, up: 1300, down: 1200), Case(1250, -2, 1300, up: 1300, down: 1200),
    Case(1249.999, -2, 1200, up: 1300, down: 1200), Case(49, -2, 0, up: 100, down: 0),
    Case(50, -2, 100, up: 100, down: 0), Case(4, -3, 0, up: 1000, down: 0),
    Case(999.995, 2, 1000, up: 1000, down: 999.99), Case(99.5, 0, 100, up: 100, down: 99),
    Case(9.9999, 3, 10, up: 10, down: 9.999), Case(1e15, 2, 1e15, up: 1e15, down: 1e15),
    Case(1e300, 2, 1e300, up: 1e300, down: 1e300),
    Case(.leastNonzeroMagnitude, 3, 0, up: 0.001, down: 0),
    Case(
      .leastNonzeroMagnitude, 324, .leastNonzeroMagnitude, up: .leastNonzeroMagnitude,
      down: .leastNonzeroMagnitude),
    Case(
      123_456_789_012_345.675, 2, 123_456_789_012_345.67, up: 123_456_789_012_345.67,
      down: 123_456_789_012_345.67),
    Case(1e22, -22, 1e22, up: 1e22, down: 1e22), Case(1e22, -23, 0, up: 1e23, down: 0),
    Case(6e22, -23, 1e23, up: 1e23, down: 0), Case(0, 2, 0, up: 0, down: 0),
    Case(.greatestFiniteMagnitude, -308, .infinity, up: .infinity, down: 1e308),
  ]

  @Test("Numbers round on their shortest decimal, halves away from zero", arguments: cases)
  func written(example: Case) {
    for sign in [1.0, -1.0] {
      let number = sign * example.number
      let round = { DecimalRounding.round(number, places: example.places, rule: $0) }
      #expect(round(.nearest) == sign * example.nearest)
      #expect(round(.up) == sign * example.up)
      #expect(round(.down) == sign * example.down)
    }
  }

  @Test("Comparing doubles gives what the digits give, on 200,000 numbers")
  func digits() {
    var generator = SplitMix64(seed: 20_260_201)
    let rules: [RoundingRule] = [.nearest, .up, .down]
    for index in 0..<200_000 {
      let places = Int.random(in: 0...9, using: &generator)
      let number = Self.number(index, places, &generator)
      let rule = rules[index % 3]
      let found = DecimalRounding.round(number, places: places, rule: rule)
      let expected = DigitRounding.round(number, places: places, rule: rule)
      if found != expected {
        Issue.record("\(number) to \(places), \(rule): \(found), \(expected)")
      }
    }
  }

  @Test("Negative and many places too, and numbers of every size")
  func anySize() {
    var generator = SplitMix64(seed: 20_260_202)
    for index in 0..<20_000 {
      let places = Int.random(in: -310...340, using: &generator)
      // Half of them where the cut goes through the digits.
      let exponent =
        index.isMultiple(of: 2)
        ? -Double(places) * 3.3219 : Double.random(in: -1070...1020, using: &generator)
      let size = max(-1022, min(1022, Int(exponent) + Int.random(in: -8...50, using: &generator)))
      let number = generator.anyDouble(exponents: size...size)
      for rule in [RoundingRule.nearest, .up, .down] {
        let found = DecimalRounding.round(number, places: places, rule: rule)
        let expected = DigitRounding.round(number, places: places, rule: rule)
        if found != expected {
          Issue.record("\(number) to \(places), \(rule): \(found), \(expected)")
        }
      }
    }
  }

  /// A third of the numbers end in a five just after the cut, a third near one, a third anywhere.
  private static func number(
    _ index: Int, _ places: Int, _ generator: inout SplitMix64
  ) -> Double {
    let whole = Int64.random(in: -10_000_000...10_000_000, using: &generator)
    let tie = Double("\(whole * 10 + 5)e-\(places + 1)") ?? 0
    switch index % 3 {
    case 0: return tie
    case 1: return Bool.random(using: &generator) ? tie.nextUp : tie.nextDown
    default: return generator.anyDouble(exponents: -20...45)
    }
  }
}
