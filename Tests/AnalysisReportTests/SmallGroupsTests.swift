import SeededRandom
import TestSupport
import Testing

@testable import AnalysisReport

@Suite("Groups that are too small to be shown")
struct SmallGroupsTests {
  /// Texts of people: so many of each group, which are called A, B, C and so on.
  private static func texts(_ counts: [Int]) -> [String?] {
    counts.enumerated().flatMap { index, count in
      [String?](
        repeating: String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))), count: count)
    }
  }

  @Test(
    "are left out, and another where the rest of all would tell of them",
    arguments: [
      ([5, 6, 7], ["A", "B", "C"]),
      // Three people are left out: everybody less the others would be these three.
      ([3, 6, 7], ["C"]),
      // Seven people are left out together.
      ([3, 4, 7, 9], ["C", "D"]),
      ([4, 4], []),
      ([2, 5], []),
    ])
  func rule(counts: [Int], shown: [String]) {
    let groups = SmallGroups(Self.texts(counts))
    #expect(groups.shown.map { $0.name ?? "" } == shown)
    #expect(groups.hiddenGroups == counts.count - shown.count)
  }

  @Test("No group shown, and not those left out together, has fewer than five people")
  func always() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<2000 {
      let counts = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Int.random(in: 1...8, using: &generator)
      }
      let texts = Self.texts(counts) + [String?](repeating: nil, count: counts.count)
      let groups = SmallGroups(texts.shuffled(using: &generator))
      #expect(groups.shown.allSatisfy { $0.members.count >= 5 })
      let total = groups.shown.reduce(groups.hiddenPeople) { $0 + $1.members.count }
      #expect(total == texts.count)
      let isSafe = groups.hiddenPeople == 0 || groups.hiddenPeople >= 5 || groups.shown.isEmpty
      #expect(isSafe, "\(counts)")
    }
  }
}
