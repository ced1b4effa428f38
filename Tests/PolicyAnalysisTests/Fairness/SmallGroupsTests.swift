import SeededRandom
import TestSupport
import Testing

@testable import PolicyAnalysis

@Suite("Groups too small to be shown")
struct SmallGroupsTests {
  /// The sums that a reader has: for each cell shown how often each person counts in it.
  private static func cells(_ groups: SmallGroups) -> [[Int]] { groups.tables.flatMap(\.cells) }

  private static func groups(_ sizes: [Int]) -> [[Int]] {
    var next = 0
    return sizes.map { size in
      defer { next += size }
      return Array(next..<(next + size))
    }
  }

  @Test(
    "one small group takes the next smallest with it; several that are enough stay by themselves")
  func oneTable() {
    let cases: [(sizes: [Int], shown: [Int], merged: [Int])] = [
      ([10, 20, 30], [0, 1, 2], []), ([10, 4, 30], [2], [1, 0]), ([2, 4, 30, 9], [2, 3], [0, 1]),
      ([1, 2, 30, 9], [2], [0, 1, 3]), ([3, 2], [], [1, 0]), ([4, 40], [], [0, 1]),
      ([7], [0], []),
    ]
    for (sizes, shown, merged) in cases {
      let table = SmallGroups([Self.groups(sizes)], count: sizes.reduce(0, +), fewest: 5).tables[0]
      #expect(table.shown.map(\.number) == shown, "\(sizes)")
      #expect(table.merged.map(\.number) == merged, "\(sizes)")
    }
  }

  @Test("a small group that a second table leaves over is hidden there too")
  func nested() {
    // Region 0 is branches 0 and 1, and branch 1 has three people: 13 less 10 would tell of them, though
    // branch 1 is put together with branch 3.
    let branches = Self.groups([10, 3, 20, 6])
    let regions = [branches[0] + branches[1], branches[2] + branches[3]]
    let groups = SmallGroups([branches, regions], count: 39, fewest: 5)
    #expect(Self.isSafe(Self.cells(groups), count: 39, fewest: 5))
    #expect(!Self.isSafe(branches.filter { $0.count > 3 } + regions, count: 39, fewest: 5))
  }

  @Test("no few people can be had by adding and subtracting what is shown")
  func attack() {
    var random = SplitMix64(seed: 17)
    for round in 0..<LongTests.rounds(60, long: 2000) {
      let count = 12 + random.next(below: 30)
      let tables = (0..<2).map { _ -> [[Int]] in
        let kinds = 2 + random.next(below: 3)
        // Groups follow each other in part, as branches lie in regions.
        let own = (0..<count).map { person in
          random.next(below: 5) == 0 ? random.next(below: kinds) : person * kinds / count
        }
        return (0..<kinds).map { kind in own.indices.filter { own[$0] == kind } }
          .filter { !$0.isEmpty }
      }
      let groups = SmallGroups(tables, count: count, fewest: 5)
      let cells = Self.cells(groups)
      #expect(cells.allSatisfy { $0.count >= 5 })
      for table in groups.tables {
        #expect(table.cells.joined().sorted() == Array(0..<count), "everybody once")
      }
      #expect(Self.isSafe(cells, count: count, fewest: 5), "round \(round)")
    }
  }

  /// Tries every sum and difference of cells, each taken once at most, for one that is a few people.
  private static func isSafe(_ cells: [[Int]], count: Int, fewest: Int) -> Bool {
    var sum = [Int](repeating: 0, count: count)
    func isSafe(from index: Int) -> Bool {
      if index == cells.count {
        let people = sum.count { $0 == 1 }
        return !(1..<fewest).contains(people) || !sum.allSatisfy { $0 == 0 || $0 == 1 }
      }
      for sign in [-1, 0, 1] {
        for person in cells[index] { sum[person] += sign }
        let isFine = isSafe(from: index + 1)
        for person in cells[index] { sum[person] -= sign }
        if !isFine { return false }
      }
      return true
    }
    return isSafe(from: 0)
  }
}
