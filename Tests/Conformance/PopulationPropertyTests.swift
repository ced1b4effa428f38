import ScoringPlan
import TestSupport
import Testing

@Suite("Properties of populations")
struct PopulationPropertyTests {
  private typealias Place = (subject: Int, group: [UInt8]?, key: Int64)

  @Test("A rank is one more than the number of those in the group who are better")
  func ranks() throws {
    var count = 0
    for seed in 0..<150 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      let subjects = ReferenceScoring(plan, random.tables).subjects
      for ranking in plan.rankings {
        let places = Self.places(of: ranking, subjects, plan)
        for place in places {
          let better = places.count { $0.group == place.group && $0.key > place.key }
          #expect(subjects[place.subject].ranks[ranking.name] == 1 + better, "seed \(seed)")
        }
        #expect(
          subjects.count { $0.ranks[ranking.name] != nil } == places.count, "seed \(seed)")
        count += places.count
      }
    }
    #expect(count > 400)
  }

  /// Those who are ranked, by the definition of who is eligible.
  private static func places(
    of ranking: Ranking, _ subjects: [ReferenceScoring.Subject], _ plan: Plan
  ) -> [Place] {
    subjects.enumerated().compactMap { index, subject in
      guard let evaluation = subject.evaluation, !subject.isRejected,
        case .number(let number) = evaluation[ranking.by]
      else { return nil }
      let isLeftOut = plan.layout.gates.contains { gate in
        gate.ineligible.includes(ranking.name)
          && gate.when.map { evaluation[$0] == .truth(true) } ?? true
      }
      if isLeftOut { return nil }
      let group: [UInt8]?? = ranking.within.map { register in
        if case .text(let text) = evaluation[register] { Array(text.utf8) } else { nil }
      }
      let scale = ScoreKey.scale(plan.decimals)
      return (index, group ?? [], Int64((number * scale + 0.5).rounded(.down)))
    }
  }

  @Test("Those who are rejected leave no trace: without them everybody else has the same results")
  func rejectedLeaveNoTrace() throws {
    var count = 0
    for seed in 0..<100 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      let subjects = ReferenceScoring(plan, random.tables).subjects
      let published = Set(subjects.filter { !$0.isRejected }.map(\.key))
      if published.count == subjects.count { continue }
      var tables = random.tables
      for name in tables.keys { tables[name]?.rows.removeAll { !published.contains($0[0]) } }
      let others = ReferenceScoring(plan, tables).subjects
      #expect(others.map(\.key) == subjects.filter { !$0.isRejected }.map(\.key))
      let found = Dictionary(uniqueKeysWithValues: others.map { ($0.key, $0) })
      for subject in subjects where !subject.isRejected {
        let other = try #require(found[subject.key])
        #expect(!other.isRejected, "seed \(seed), \(subject.key)")
        for output in plan.outputs {
          let values = [subject, other].map { $0.evaluation?[output.register] }
          #expect(values[0] == values[1], "seed \(seed), \(subject.key), \(output.name)")
        }
        count += 1
      }
    }
    #expect(count > 300)
  }
}
