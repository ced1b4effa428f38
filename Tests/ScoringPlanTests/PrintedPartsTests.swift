import ScoringPlan
import SeededRandom
import Testing

@Suite("Printed parts")
struct PrintedPartsTests {
  @Test("Printed parts always add up to the printed whole, each within one unit of its part")
  func addUp() throws {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<5_000 {
      let decimals = Int.random(in: 0...4, using: &generator)
      let scale = ScoreKey.scale(decimals)
      let parts = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Double.random(in: -60...60, using: &generator)
      }
      let whole = parts.reduce(0, +)
      let printed = try #require(PrintedParts.round(parts, whole: whole, decimals: decimals))
      #expect(printed.whole == ScoreKey.key(of: whole, decimals: decimals))
      #expect(printed.parts.reduce(0, +) == printed.whole)
      for (units, part) in zip(printed.parts, parts) {
        #expect(abs(Double(units) - part * scale) <= 1 + 1e-9)
      }
    }
  }

  @Test("The unit that lacks goes to the largest remainder, the first among equals")
  func largestRemainder() throws {
    let three = try #require(
      PrintedParts.round([1.0 / 3, 1.0 / 3, 1.0 / 3], whole: 1, decimals: 2))
    #expect(three.parts == [34, 33, 33])
    let mixed = try #require(PrintedParts.round([0.336, 0.335, 0.329], whole: 1, decimals: 2))
    #expect(mixed.parts == [34, 33, 33])
    let negative = try #require(PrintedParts.round([-0.3, 1.3], whole: 1, decimals: 0))
    #expect(negative.parts == [0, 1])
  }

  @Test("Parts that do not add up to the whole still print so that they do")
  func disagreeing() throws {
    for whole in [10.0, -3.2, 0] {
      let printed = try #require(PrintedParts.round([1.25, 2.5], whole: whole, decimals: 1))
      #expect(printed.parts.reduce(0, +) == printed.whole)
    }
  }

  @Test("Parts of a whole that is printed already add up to it, however far they are from it")
  func units() {
    #expect(PrintedParts.round([1.004, 2.003], units: 301, decimals: 2) == [101, 200])
    #expect(PrintedParts.round([1.5], units: 149, decimals: 2) == [149])
    #expect(
      PrintedParts.round([1, 2], units: 1_000_000_000, decimals: 0) == [500_000_000, 500_000_000])
    #expect(PrintedParts.round([1, 2], units: -7, decimals: 0) == [-4, -3])
  }

  @Test("Nothing is printed of numbers too large for whole units, or of no parts")
  func none() {
    #expect(PrintedParts.round([1e300], whole: 1e300, decimals: 2) == nil)
    #expect(PrintedParts.round([1e15, -1e15], whole: 0, decimals: 4) == nil)
    #expect(PrintedParts.round([], whole: 0, decimals: 2) == nil)
    // Many numbers that are each small enough.
    let many = [Double](repeating: 8e12, count: 2_000)
    #expect(PrintedParts.round(many, whole: 1.6e16, decimals: 2) == nil)
  }

  @Test(
    "Units print with their decimals",
    arguments: [
      (10_409, 2, "104.09"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 2, "0.00"), (7, 0, "7"),
      (-12_345, 4, "-1.2345"), (Int64.min, 0, "-9223372036854775808"),
    ] as [(Int64, Int, String)])
  func text(units: Int64, decimals: Int, text: String) {
    #expect(PrintedParts.text(units, decimals: decimals) == text)
  }

  @Test("A number prints as scores are compared")
  func number() {
    #expect(PrintedParts.text(104.09079278766, decimals: 2) == "104.09")
    #expect(PrintedParts.text(-0.001, decimals: 2) == "0.00")
    #expect(PrintedParts.text(2.5, decimals: 0) == "3")
    #expect(PrintedParts.text(1e300, decimals: 2) == "1e+300")
  }
}
