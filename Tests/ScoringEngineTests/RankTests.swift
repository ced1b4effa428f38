import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@testable import ScoringEngine

@Suite("Ranks")
struct RankTests {
  @Test("the sort by digits gives competition ranks", arguments: UInt64(0)..<20)
  func competition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...300, using: &random)
    let bounds: [ClosedRange<Int64>] = [
      0...3, -50...50, 0...20000, -9_200_000_000_000_000_000...9_200_000_000_000_000_000,
    ]
    let bound = bounds.randomElement(using: &random)!
    let groupCount = UInt32.random(in: 1...5000, using: &random)
    let keys = (0..<count).map { _ in Int64.random(in: bound, using: &random) }
    let groups = (0..<count).map { _ in UInt32.random(in: 0..<groupCount, using: &random) }
    let participants = (0..<count).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
    var order = RankOrder(count: count)
    order.groups = groups
    for subject in participants { order.add(subject, key: keys[subject]) }
    var ranks: [Int: Int] = [:]
    order.forEachRank { ranks[$0] = $1 }
    let expected = participants.map { subject in
      1 + participants.count { groups[$0] == groups[subject] && keys[$0] > keys[subject] }
    }
    #expect(participants.map { ranks[$0] } == expected)
    #expect(ranks.count == participants.count)
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
