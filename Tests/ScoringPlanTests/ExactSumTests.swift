import ScoringPlan
import SeededRandom
import Testing

@Suite("Exact sums")
struct ExactSumTests {
  private func sum(_ numbers: [Double]) -> Double { ExactSum(numbers).rounded() }

  /// Compares bits, and names the numbers when they differ.
  private func expectExact(_ numbers: [Double]) {
    let (found, expected) = (sum(numbers), FixedPointSum.rounded(numbers))
    #expect(found.bitPattern == expected.bitPattern, "\(numbers)")
  }

  @Test("The sum of nothing is zero, and of one number that number")
  func few() {
    #expect(sum([]).bitPattern == (0.0).bitPattern)
    let ends = [
      Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1, 0.1, 1 / 3,
      Double.leastNormalMagnitude.nextDown,
    ]
    for number in ends + ends.map({ -$0 }) {
      #expect(sum([number]).bitPattern == number.bitPattern)
      #expect(sum([number, -number]).bitPattern == (0.0).bitPattern)
    }
    #expect(sum([-0.0, -0.0]).bitPattern == (0.0).bitPattern)
  }

  @Test("What a running sum in doubles loses is kept")
  func cancellation() {
    #expect(sum([1e308, 1e308, -1e308]) == 1e308)
    #expect(sum([1, 1e100, 1, -1e100]) == 2)
    #expect(sum([0.1, 0.2, 0.3, -0.6]) == 0x1p-55)
    #expect(sum(Array(repeating: 0.1, count: 10)) == 1)
    #expect(sum([1e16, 1, -1e16]) == 1)
    #expect(sum([.leastNonzeroMagnitude, 1e308, -1e308]) == .leastNonzeroMagnitude)
  }

  @Test("Beyond the greatest double a sum is infinite, with its sign")
  func overflow() {
    let greatest = Double.greatestFiniteMagnitude
    #expect(sum([greatest, greatest]) == .infinity)
    #expect(sum([-greatest, -greatest, 1]) == -.infinity)
    // Half a unit in the last place beyond the greatest double is the tie that goes to infinity.
    let halfUnit = greatest.ulp / 2
    #expect(sum([greatest, halfUnit]) == .infinity)
    #expect(sum([greatest, halfUnit.nextDown]) == greatest)
    #expect(sum([greatest, greatest, -greatest, -halfUnit / 2]) == greatest)
  }

  @Test("Ties go to the even neighbour, and a bit far below breaks them")
  func ties() {
    let unit = 0x1p-52
    #expect(sum([1, unit / 2]) == 1)
    #expect(sum([1 + unit, unit / 2]) == 1 + 2 * unit)
    #expect(sum([1, unit / 2, .leastNonzeroMagnitude]) == 1 + unit)
    #expect(sum([1 + unit, unit / 2, -.leastNonzeroMagnitude]) == 1 + unit)
    #expect(sum([-1, -unit / 2]) == -1)
    #expect(sum([-1, -unit / 2, -.leastNonzeroMagnitude]) == -1 - unit)
    // The largest subnormal and the least subnormal make the least normal number exactly.
    #expect(
      sum([Double.leastNormalMagnitude.nextDown, .leastNonzeroMagnitude]) == .leastNormalMagnitude)
  }

  @Test("Random doubles over the whole range sum as in exact arithmetic")
  func randomRange() {
    var generator = SplitMix64(seed: 20_260_101)
    for _ in 0..<1_500 {
      let count = Int.random(in: 1...12, using: &generator)
      expectExact((0..<count).map { _ in generator.anyDouble() })
    }
  }

  @Test("So do numbers of near size, subnormals, and numbers that nearly cancel")
  func randomNear() {
    var generator = SplitMix64(seed: 20_260_102)
    for round in 0..<1_500 {
      let centre = [1.0, 0x1p-1074, 0x1p-1022, 0x1p1000, 0x1p31, 0x1p-64][round % 6]
      var numbers = (0..<Int.random(in: 1...10, using: &generator)).map { _ in
        generator.double(near: centre)
      }
      if round.isMultiple(of: 2) {
        numbers += numbers.map { -$0 * (Bool.random(using: &generator) ? 1 : 1 + .ulpOfOne) }
      }
      expectExact(numbers.filter(\.isFinite))
    }
  }

  @Test("No order of the numbers changes a bit")
  func permutations() {
    var generator = SplitMix64(seed: 20_260_103)
    for _ in 0..<300 {
      let numbers = (0..<40).map { _ in generator.anyDouble(exponents: -200...200) }
      let expected = sum(numbers)
      for _ in 0..<5 {
        #expect(sum(numbers.shuffled(using: &generator)).bitPattern == expected.bitPattern)
      }
    }
  }

  @Test("Long sums carry as they must")
  func long() {
    var generator = SplitMix64(seed: 20_260_104)
    expectExact((0..<20_000).map { _ in generator.anyDouble(exponents: -30...30) })
    expectExact(Array(repeating: Double(sign: .minus, exponent: 31, significand: 1), count: 5_000))
    expectExact(Array(repeating: 0xFFFF_FFFFp0, count: 5_000))
  }

  @Test("Asking for the sum leaves it as it was, and taking it begins anew")
  func reuse() {
    var sum = ExactSum()
    for number in [1e300, 1, -1e300, -3.5] { sum.add(number) }
    #expect(sum.rounded() == -2.5)
    sum.add(0.25)
    #expect(sum.rounded() == -2.25)
    #expect(sum.takeRounded() == -2.25)
    #expect(sum.rounded() == 0)
    sum.add(7)
    #expect(sum.takeRounded() == 7)
    #expect(sum.takeRounded() == 0)
  }
}
