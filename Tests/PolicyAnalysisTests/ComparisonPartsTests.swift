import SeededRandom
import Testing

@testable import PolicyAnalysis

@Suite("Parts of a comparison")
struct ComparisonPartsTests {
  @Test("sizes are read as numbers and percentages")
  func sizes() {
    #expect(TopSize("10") == .subjects(10))
    #expect(TopSize("12.5%") == .percent(12.5))
    for text in ["", "0", "-1", "1.5", "0%", "101%", "%", "nan%", "ten"] {
      #expect(TopSize(text) == nil, "\(text)")
    }
  }

  @Test("a share of subjects is rounded, at least one, and never more than there are")
  func shares() {
    #expect([4, 5, 14, 15, 25].map(TopSize.percent(10).number) == [1, 1, 1, 2, 3])
    #expect(TopSize.subjects(10).number(of: 3) == 3)
    #expect(TopSize.percent(100).number(of: 3) == 3)
    #expect(TopSize.percent(1).number(of: 0) == 0)
  }

  @Test("everyone who ties at the edge is among the first")
  func ties() {
    // The first two are a, b and c before, as b and c tie; a and d after.
    let top = TopOverlap(
      .subjects(2), ranks: Compared(before: [1, 2, 2, 4], after: [1, 3, 4, 2]))
    #expect(top.rank == 2)
    #expect(top.counts == Compared(before: 3, after: 2))
    #expect(top.both == 1)
    #expect(top.overlap == 1.0 / 3)
  }

  @Test("competition ranks leave out as many as tie")
  func ranks() {
    #expect(CompetitionRanks.of([5, 9, 5, 1, 9, 9]) == [4, 1, 4, 6, 1, 1])
    #expect(CompetitionRanks.of([]) == [])
  }

  @Test(
    "a rank is one more than how many are larger, whether values lie close together or far apart",
    arguments: [1, 7, 40, 1 << 20, Int64.max])
  func ranksOfAll(_ spread: Int64) {
    var random = SplitMix64(seed: UInt64(spread))
    for count in 1...60 {
      let values = (0..<count).map { _ in
        Int64(bitPattern: random.next()) % spread
      }
      #expect(
        CompetitionRanks.of(values) == values.map { value in values.count { $0 > value } + 1 })
    }
    #expect(CompetitionRanks.of([.min, .max, .min]) == [2, 1, 2])
  }

  @Test("the leading part goes with the whole; where none does, it is the largest")
  func leading() {
    let parts = [("p", 3.0), ("q", -5.0), ("r", 3.0), ("s", 0.0)].map { name, change in
      PartChange(
        name: name, title: nil, weights: Compared(before: 1, after: 1),
        scores: Compared(before: 0, after: change), points: Compared(before: 0, after: change),
        measures: [])
    }
    #expect(PartChange.leading(parts, toward: 1)?.name == "p")
    #expect(PartChange.leading(parts, toward: -1)?.name == "q")
    #expect(PartChange.leading(parts, toward: 0)?.name == "q")
    #expect(PartChange.leading([parts[0], parts[3]], toward: -1)?.name == "p")
    #expect(PartChange.leading([parts[3]], toward: 1) == nil)
  }

  @Test("a change beyond all doubles is the largest of them")
  func hugeChange() {
    let largest = Double.greatestFiniteMagnitude
    #expect(Compared(before: -largest, after: largest).change == largest)
    #expect(Compared(before: largest, after: -largest).change == -largest)
  }
}
