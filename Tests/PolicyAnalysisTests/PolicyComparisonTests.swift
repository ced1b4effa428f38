import ScoringEngine
import ScoringPlan
import Testing

@testable import PolicyAnalysis
import SeededRandom

@Suite("Comparison of two policies on the same people")
struct PolicyComparisonTests {
  // Worked out by hand. Before: a 0.6 * 130 + 0.4 * 60 = 102, b 0.6 * 95 + 0.4 * 95 = 95,
  // c 0.6 * 120 + 0.4 * 50 = 92, d 0.6 * 75 + 0.4 * 90 - 10 = 71, e 0.6 * 100 + 0.4 * 80 = 92.
  // After: a 0.5 * 115 + 0.5 * 60 = 87.5, b 95, c 85 capped at 70, d 72.5, e 90.
  private static let before = [102.0, 95, 92, 71, 92]
  private static let after = [87.5, 95, 70, 72.5, 90]

  private static func close(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-12 }

  @Test("finals, ranks and their agreement are those worked out by hand")
  func order() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.second)
    let subjects = comparison.subjects
    #expect((0..<5).map(subjects.key) == ["a", "b", "c", "d", "e"])
    #expect(zip(subjects.finals.before, Self.before).allSatisfy(Self.close))
    #expect(zip(subjects.finals.after, Self.after).allSatisfy(Self.close))
    #expect(subjects.ranks == Compared(before: [1, 2, 3, 5, 3], after: [3, 1, 5, 4, 2]))
    let changes = try #require(comparison.changes)
    let found = [
      changes.minimum, changes.lowerQuartile, changes.median, changes.upperQuartile,
      changes.maximum, changes.mean,
    ]
    #expect(zip(found, [-22, -14.5, -2, 0, 1.5, -7.4]).allSatisfy(Self.close))
    // See RankCorrelationTests.byHand.
    #expect(Self.close(try #require(comparison.spearman), 4.5 / 95.0.squareRoot()))
    #expect(Self.close(try #require(comparison.kendallTauB), 3 / 90.0.squareRoot()))
    #expect(comparison.unmatched.isEmpty)
    let movement = comparison.movement
    #expect([movement.up, movement.down, movement.unchanged] == [3, 2, 0])
    #expect(subjects.rankings.map(\.name) == ["branch_rank"])
    #expect(
      subjects.rankings[0].ranks == Compared(before: [1, 2, 1, 3, 1], after: [2, 1, 3, 2, 1]))
  }

  @Test("grades and pay are those worked out by hand")
  func grades() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.second)
    // Before a is gold, b silver, and c comes before e by its key; after b gold, e silver, c out.
    let grade = try #require(comparison.subjects.grades.first)
    #expect(grade.labels == ["gold", "silver", "none", ""])
    #expect(
      grade.transitions == [[0, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 0, 0]])
    let payroll = try #require(comparison.payroll)
    #expect(payroll.totals == Compared(before: 2000, after: 3000))
    #expect([payroll.gaining, payroll.losing, payroll.unchanged] == [2, 2, 1])
    #expect([payroll.gained, payroll.lost] == [2500, 1500])
  }

  @Test("pay in other units, or of one policy alone, is not compared")
  func otherUnits() throws {
    let inTenThousands = SmallComparison.second.replacing("元", with: "万元")
    let unpaid = SmallComparison.second.replacing(/payroll: .*/, with: "")
    for other in [inTenThousands, unpaid] {
      let comparison = try SmallComparison.compare(SmallComparison.first, other)
      #expect(comparison.payroll == nil && comparison.subjects.pay == nil)
      #expect(comparison.groups.allSatisfy { $0.payroll == nil })
    }
  }

  @Test("groups move as their subjects do")
  func groups() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.second)
    #expect(comparison.groups.map(\.name) == ["East", "West"])
    #expect(comparison.groups.map(\.count) == [2, 3])
    #expect(comparison.groups.map(\.movement.up) == [1, 2])
    #expect(comparison.groups.map(\.movement.down) == [1, 1])
    #expect(zip(comparison.groups.map(\.meanChange), [-7.25, -7.5]).allSatisfy(Self.close))
    #expect(comparison.groups.map(\.gradeChanges) == [[2], [2]])
    #expect(comparison.groups.map { $0.payroll?.totals.after } == [2500, 500])
  }

  @Test("a missing group is a group of its own, before the others")
  func missingGroup() throws {
    let comparison = try SmallComparison.compare(
      SmallComparison.first, SmallComparison.second,
      SmallComparison.staff.replacing("c,West", with: "c,"))
    #expect(comparison.groups.map(\.name) == [nil, "East", "West"])
    #expect(comparison.groups.map(\.count) == [1, 2, 2])
  }

  @Test("the farthest movers come first, with what moved them")
  func movers() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.second)
    // Two ranks: c by 22 points, a by 14.5. One rank: e by 2, d by 1.5, b by none.
    #expect(comparison.movers.map(\.key) == ["c", "a", "e", "d", "b"])
    let first = comparison.movers[0]
    #expect(first.leadingDimension?.name == "business")
    #expect(first.gates.map(\.name) == ["complaints", "rude"])
    #expect(first.gates[1].applies == Compared(before: false, after: true))
    #expect(first.gates[1].because?.english == "rude")
    #expect(Self.close(first.gates[1].change, -15))
    let second = comparison.movers[1]
    #expect(second.leadingDimension?.leadingMeasure?.name == "deposit")
    #expect(second.leadingDimension?.leadingMeasure?.scores == Compared(before: 150, after: 120))
    // The weight of service rises by a tenth and its score is 90.
    let fourth = try #require(comparison.movers[3].leadingDimension)
    #expect(fourth.name == "service" && Self.close(fourth.change, 9))
  }

  @Test("numbers that differ are listed with their paths")
  func parameters() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.second)
    let found = comparison.parameters.map { ($0.path, $0.values) }
    let expected: [(String, Compared<Double?>)] = [
      ("scorecard.dimensions.business.measures.deposit.cap", Compared(before: 150, after: 120)),
      ("scorecard.weights.business", Compared(before: 0.6, after: 0.5)),
      ("scorecard.weights.service", Compared(before: 0.4, after: 0.5)),
      ("grades.star.bands.2.seats", Compared(before: 2, after: 1)),
      ("gates.rude.cap", Compared(before: nil, after: 70)),
    ]
    #expect(found.map(\.0).sorted() == expected.map(\.0).sorted())
    for (path, values) in expected {
      #expect(found.first { $0.0 == path }?.1 == values, "\(path)")
    }
    #expect(!comparison.hasSameStructure)
  }

  @Test("a cap that is taken away is not set, and the structure is the same")
  func absentCap() throws {
    let comparison = try SmallComparison.compare(
      SmallComparison.first,
      SmallComparison.first.replacing("100 * loan, cap: 150", with: "100 * loan"))
    #expect(comparison.hasSameStructure)
    #expect(comparison.parameters.map(\.values) == [Compared(before: 150, after: nil)])
  }

  @Test("policies that differ in numbers read the same tables, and one that names another does not")
  func tables() throws {
    let plan = try SmallComparison.plan(SmallComparison.first)
    let capped = SmallComparison.first.replacing("cap: 150", with: "cap: 120")
    #expect(try plan.readsSameTables(as: SmallComparison.plan(capped)))
    let renamed = SmallComparison.first.replacing("  staff:", with: "  people:")
    #expect(try !plan.readsSameTables(as: SmallComparison.plan(renamed)))
  }

  @Test("titles are for people, and no part of the structure")
  func titles() throws {
    let comparison = try SmallComparison.compare(
      SmallComparison.first,
      SmallComparison.first
        .replacing("{by: final, within: branch}", with: "{by: final, within: branch, title: Place}")
        .replacing("{grade: gold, seats: 1}", with: "{grade: gold, seats: 1, title: First class}"))
    #expect(comparison.hasSameStructure && comparison.parameters.isEmpty)
  }

  @Test("a policy against itself moves nobody")
  func same() throws {
    let comparison = try SmallComparison.compare(SmallComparison.first, SmallComparison.first)
    #expect(comparison.hasSameStructure && comparison.parameters.isEmpty)
    #expect(comparison.movers.isEmpty)
    #expect(comparison.spearman == 1 && comparison.kendallTauB == 1)
    #expect(comparison.movement.unchanged == 5)
    #expect(comparison.tops.map(\.overlap) == [1, 1])
    #expect(comparison.payroll?.unchanged == 5)
  }

  @Test("subjects that not both policies score are named and left out")
  func unmatched() throws {
    let other = SmallComparison.staff.replacing("b,East", with: "z,East")
      .replacing("d,West,0.8", with: "d,West,much")
    let comparison = PolicyComparison(
      before: try SmallComparison.run(SmallComparison.first),
      after: try SmallComparison.run(SmallComparison.second, other))
    #expect((0..<comparison.subjects.count).map(comparison.subjects.key) == ["a", "c", "e"])
    #expect(
      comparison.unmatched == [
        UnmatchedSubject(key: "b", presence: Compared(before: .scored, after: .absent)),
        UnmatchedSubject(key: "d", presence: Compared(before: .scored, after: .rejected)),
        UnmatchedSubject(key: "z", presence: Compared(before: .absent, after: .scored)),
      ])
    // Ranks are among those compared.
    #expect(comparison.subjects.ranks == Compared(before: [1, 2, 2], after: [2, 3, 1]))
  }

  @Test("with nobody to compare there is nothing to say")
  func nobody() throws {
    let header = "id,branch,deposit,loan,review,complaints\n"
    let comparison = try SmallComparison.compare(
      SmallComparison.first, SmallComparison.second, header)
    #expect(comparison.subjects.count == 0 && comparison.changes == nil)
    #expect(comparison.spearman == nil && comparison.kendallTauB == nil)
    #expect(comparison.tops.isEmpty && comparison.groups.isEmpty && comparison.movers.isEmpty)
    #expect(comparison.payroll?.totals == Compared(before: 0, after: 0))
  }

  @Test(
    "the changes of all parts add up to the change of the final",
    arguments: 1...20 as ClosedRange<UInt64>)
  func additive(seed: UInt64) throws {
    let comparison = try SmallComparison.compare(
      SmallComparison.first, SmallComparison.second, Self.randomStaff(40, seed: seed),
      options: ComparisonOptions(moverCount: 40))
    #expect(comparison.movers.count > 20)
    for mover in comparison.movers {
      let parts = mover.dimensions.map(\.change) + mover.gates.map(\.change)
      #expect(abs(parts.reduce(0, +) - mover.finals.change) < 1e-9)
      for dimension in mover.dimensions {
        let measures = dimension.measures.map(\.change).reduce(0, +)
        #expect(abs(measures - dimension.change) < 1e-9)
      }
    }
  }

  @Test(
    "the order of rows changes nothing but the order of subjects",
    arguments: 1...5 as ClosedRange<UInt64>)
  func rowOrder(seed: UInt64) throws {
    let staff = Self.randomStaff(60, seed: seed)
    var lines = staff.split(separator: "\n").map(String.init)
    var generator = SplitMix64(seed: seed)
    let shuffled = ([lines.removeFirst()] + lines.shuffled(using: &generator)).joined(
      separator: "\n")
    let one = try SmallComparison.compare(SmallComparison.first, SmallComparison.second, staff)
    let other = PolicyComparison(
      before: try SmallComparison.run(SmallComparison.first, staff),
      after: try SmallComparison.run(SmallComparison.second, shuffled),
      options: ComparisonOptions(groupColumn: "branch"))
    #expect(one.subjects.ranks == other.subjects.ranks)
    #expect(one.movers.map(\.key) == other.movers.map(\.key))
    #expect(one.payroll == other.payroll && one.changes == other.changes)
    #expect(one.tops == other.tops && one.kendallTauB == other.kendallTauB)
    #expect(
      ComparisonFile([(one, "x")]).bytes == ComparisonFile([(other, "x")]).bytes)
  }

  private static func randomStaff(_ count: Int, seed: UInt64) -> String {
    var generator = SplitMix64(seed: seed)
    let number = { (range: ClosedRange<Int>) in Int.random(in: range, using: &generator) }
    let rows = (0..<count).map { index in
      "p\(index),B\(number(1...4)),1.\(number(0...99)),0.\(number(10...99)),\(number(40...99)),"
        + "\(max(0, number(-3...2)))"
    }
    return (["id,branch,deposit,loan,review,complaints"] + rows).joined(separator: "\n")
  }
}
