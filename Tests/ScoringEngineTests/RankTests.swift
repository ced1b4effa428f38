import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine
import SeededRandom

@Suite("Ranks")
struct RankTests {
  /// Who takes part in a random ranking, with which key, in which group.
  private struct Field {
    let keys: [Int64?]
    let codes: [Int32]

    init(seed: UInt64, count: Int, groupCount: Int32, bound: ClosedRange<Int64>) {
      var random = SplitMix64(seed: seed)
      keys = (0..<count).map { _ in
        Int.random(in: 0..<5, using: &random) > 0 ? Int64.random(in: bound, using: &random) : nil
      }
      codes = (0..<count).map { _ in Int32.random(in: -1..<groupCount, using: &random) }
    }

    func order(isGrouped: Bool, threads: Int) -> RankOrder {
      let rankKeys = RankKeys(count: keys.count, threads: threads) { keys[$0] ?? RankKeys.none }
      let groups = SubjectGroups(subjectCount: keys.count) { codes[$0] }
      return RankOrder(keys: rankKeys, groups: isGrouped ? groups : nil, threads: threads)
    }

    /// The places of those who take part, group by group, the largest key first, equals in order.
    func groups(isGrouped: Bool) -> [[Int]] {
      let taking = keys.indices.filter { keys[$0] != nil }
      return Dictionary(grouping: taking) { isGrouped ? codes[$0] : 0 }.values.map { members in
        members.sorted { one, other in
          let (first, second) = (keys[one] ?? 0, keys[other] ?? 0)
          return first == second ? one < other : first > second
        }
      }
    }
  }

  private static let greatest: Int64 = 9_199_999_999_999_999_999
  private static let bounds: [ClosedRange<Int64>] = [
    0...0, 0...3, -50...50, 0...20000, 0...10_000_000, -greatest...greatest,
  ]

  @Test("ranks and order are those of sorting, by whatever way they are found", arguments: bounds)
  func competition(bound: ClosedRange<Int64>) throws {
    for (count, groupCount): (Int, Int32) in [
      (0, 1), (1, 1), (40, 5), (300, 3), (3000, 2000), (20000, 0), (20000, 7),
    ] {
      let field = Field(
        seed: UInt64(count), count: count, groupCount: groupCount, bound: bound)
      for (isGrouped, threads) in [(false, 1), (false, 3), (true, 1), (true, 2), (true, 8)] {
        let order = field.order(isGrouped: isGrouped, threads: threads)
        let groups = field.groups(isGrouped: isGrouped)
        var expected = [Int](repeating: 0, count: count)
        for group in groups {
          for (place, subject) in group.enumerated() {
            let isTied = place > 0 && field.keys[group[place - 1]] == field.keys[subject]
            expected[subject] = isTied ? expected[group[place - 1]] : place + 1
          }
        }
        let ranks = RegisterColumn(count: count)
        ranks.values.initialize(repeating: 0, count: count)
        ranks.states.update(repeating: ValueState.missing, count: count)
        order.writeRanks(to: ranks)
        #expect((0..<count).map { Int(ranks.values[$0]) } == expected)
        #expect(
          (0..<count).map { ranks.states[$0] == ValueState.present } == field.keys.map { $0 != nil }
        )
        let sorted = Self.sorted(order, count: count)
        #expect(sorted == groups.sorted { $0[0] < $1[0] })
      }
    }
  }

  /// The subjects of each group in order, the group whose best has the lowest number first.
  private static func sorted(_ order: RankOrder, count: Int) -> [[Int]] {
    var next = [Int](repeating: -1, count: count)
    var isFirst = [Bool](repeating: false, count: count)
    next.withUnsafeMutableBufferPointer { next in
      isFirst.withUnsafeMutableBufferPointer { isFirst in
        order.forEachGroup { group in
          isFirst[group.subject(at: 0)] = true
          for place in 0..<group.count where place > 0 {
            next[group.subject(at: place - 1)] = group.subject(at: place)
          }
        }
      }
    }
    return isFirst.indices.filter { isFirst[$0] }.map { first in
      Array(sequence(first: first) { next[$0] < 0 ? nil : next[$0] })
    }
  }

  /// Subjects in the branches x and y, one without a branch, and one who is rejected.
  private static let staff = """
    id,branch,score
    a,x,90.004
    b,x,90.001
    c,x,95
    d,y,80
    e,,70
    f,x,
    g,x,89.99
    h,,71
    """

  @Test(
    "scores that look equal as published rank equal; the missing group is one; the rejected do not count"
  )
  func published() throws {
    var sketch = PlanSketch()
    let branch = sketch.column("branch", .text)
    let score = sketch.column("score")
    sketch.require([(score, true)])
    let overall = sketch.rank("overall", by: score)
    let within = sketch.rank("within", by: score, within: branch)
    let two = sketch.add(.number(2))
    let bonus = sketch.add(.arithmetic(.multiply, overall.result, two))
    sketch.dimension("bonus", bonus)
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(plan, ["staff": Self.staff])
    for options in Conformance.options {
      let scored = PlanEngine(plan: plan).score(population, options: options)
      let ranks = { (ranking: Ranking) in (0..<8).map { scored.column(ranking.result)?[$0] } }
      #expect(ranks(overall) == [2, 2, 1, 5, 7, nil, 4, 6])
      #expect(ranks(within) == [2, 2, 1, 1, 2, nil, 4, 1])
      // Stages after a ranking can use it.
      #expect((0..<8).map { scored.column(bonus)?[$0] } == [4, 4, 2, 10, 14, nil, 8, 12])
    }
  }

  @Test("a score beyond the range of ranks rejects its subject")
  func tooLarge() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    sketch.require([(score, true)])
    let overall = sketch.rank("overall", by: score)
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(
      plan, ["staff": "id,score\na,1\nb,1" + String(repeating: "0", count: 20)])
    let scored = PlanEngine(plan: plan).score(population)
    #expect(scored.isRejected(1))
    #expect(scored.column(overall.result)?[0] == 1)
    let reasons = scored.rejectedRows().map(\.reason)
    #expect(reasons == ["the number that r1 ranks by is too large to be ranked"])
  }
}
