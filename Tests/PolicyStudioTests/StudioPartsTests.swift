import AHP
import AnalysisReport
import Foundation
import LinearAlgebra
import ScoringPlan
import SeededRandom
import Testing

@testable import PolicyStudio

@Suite("The parts of a board")
struct StudioPartsTests {
  @Test("The median is the middle of the sorted numbers, or the mean of the middle two")
  func median() {
    var random = SplitMix64(seed: 7)
    for count in 0..<200 {
      let numbers = (0..<count).map { _ in Double(random.next() % 40) }
      let sorted = numbers.sorted()
      let (low, high) = count == 0 ? (0, 0) : (sorted[(count - 1) / 2], sorted[count / 2])
      #expect(Median.of(numbers) == (low + high) / 2)
    }
  }

  @Test("Bins hold what they say, and reach out for what lies beyond")
  func bins() {
    let bins = ScoreBins(from: 31.2, to: 118.9)
    #expect(bins.start == 30 && bins.width == 2 && bins.count == 45)
    #expect(bins.bin(of: 31.9) == 0 && bins.bin(of: 32) == 1 && bins.bin(of: 118.9) == 44)
    let wide = bins.reaching(from: 25, to: 130)
    #expect(wide.width == 2 && wide.start == 24 && wide.bin(of: 130) == wide.count - 1)
    #expect(bins.reaching(from: 40, to: 100) == bins)
    let far = bins.reaching(from: -1e9, to: 1e9)
    #expect(far.count <= 4 * bins.count + 2)
    #expect(far.bin(of: -1e9) == 0 && far.bin(of: 1e9) == far.count - 1)
  }

  @Test(
    "The suggested judgement is the nearest on the scale; for the one given, what is implied",
    arguments: [(1.73, "2"), (0.4, "1/3"), (1.0, "1"), (23, "9"), (0.01, "1/9"), (5.4, "5")])
  func nearest(_ implied: Double, _ text: String) {
    // 0.4 is 1.2 times 1/3 and 1/2 is 1.25 times 0.4.
    #expect(JudgementSteps.nearest(to: implied).text == text)
  }

  @Test("Judgements near to weights give them back where they are on the scale")
  func nearestJudgements() throws {
    let found = try #require(
      try NearestJudgements(["a", "b", "c"], [4.0 / 7, 2.0 / 7, 1.0 / 7], nil))
    #expect(found.cells.map(\.text) == ["2", "4", "2"])
    #expect(found.largestDifference < 1e-12)
    #expect(abs(found.ratio ?? 1) < 1e-12)
    #expect(try NearestJudgements(["a", "b"], [1, 0], nil) == nil)
    #expect(try NearestJudgements(["a"], [1], nil) == nil)
  }

  @Test("Fields of a form are taken apart as browsers put them together")
  func form() {
    let form = StudioRequest.query("key=%E5%BC%A0+1&changes=%7B%7D&empty=&bare")
    #expect(form == ["key": "张 1", "changes": "{}", "empty": "", "bare": ""])
    #expect(StudioRequest.query("key=1&bad=%ZZ") == nil && StudioRequest.query("a=1&a=2") == nil)
  }

  @Test("Sums of parts are the sum of all, to the bit")
  func sums() {
    var random = SplitMix64(seed: 11)
    let numbers = (0..<999).map { _ in
      (Double(random.next() >> 11) - 0x1p52) * pow(2, Double(Int(random.next() % 90)) - 80)
    }
    let whole = ExactSum(numbers).rounded()
    var parts = ExactSum(numbers[..<333])
    parts.add(ExactSum(numbers[333..<700]))
    parts.add(ExactSum())
    parts.add(ExactSum(numbers[700...]))
    #expect(parts.rounded().bitPattern == whole.bitPattern)
    var none = ExactSum()
    none.add(ExactSum(numbers))
    #expect(none.rounded().bitPattern == whole.bitPattern)
  }

  @Test("Groups too small to be told of are put together, with as many others as it takes")
  func smallGroups() throws {
    let bank = try BoardTests.stars.get()
    for column in bank.studio.maker.columns {
      let shown = column.shownNumbers
      let together = shown.indices.filter { shown[$0] < 0 }
      let people = together.reduce(0) { $0 + column.groups[$1].count }
      #expect(
        together.isEmpty || people >= 5 && together.count > 1 || together.count == shown.count)
      #expect(shown.indices.allSatisfy { shown[$0] < 0 || column.groups[$0].count >= 5 })
      #expect(column.groups.reduce(0) { $0 + $1.count } == 600)
      #expect(column.groups.indices.flatMap { column.members(of: $0) }.sorted() == Array(0..<600))
    }
  }
}
