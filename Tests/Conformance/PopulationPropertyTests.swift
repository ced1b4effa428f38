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
      return (index, group(evaluation, ranking.within), key(number, plan))
    }
  }

  /// The bytes of the group's text; nil where it is missing.
  private static func group(_ evaluation: Evaluation, _ within: Register?) -> [UInt8]? {
    guard let within else { return [] }
    return if case .text(let text) = evaluation[within] { Array(text.utf8) } else { nil }
  }

  private static func key(_ number: Double, _ plan: Plan) -> Int64 {
    Int64((number * ScoreKey.scale(plan.decimals) + 0.5).rounded(.down))
  }

  @Test("Who is better is in no lower band, and bands of seats and shares hold what they say")
  func bands() throws {
    var count = 0
    for seed in 0..<150 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      let published = ReferenceScoring(plan, random.tables).subjects
        .filter { !$0.isRejected }.compactMap(\.evaluation)
      for grading in plan.gradings {
        let graded = published.compactMap {
          evaluation -> (group: [UInt8]?, key: Int64, band: Int)? in
          guard case .text(let grade) = evaluation[grading.result],
            let band = grading.bands.firstIndex(where: { $0.grade == grade }),
            case .number(let number) = evaluation[grading.by]
          else { return nil }
          return (Self.group(evaluation, grading.within), Self.key(number, plan), band)
        }
        for group in Set(graded.map(\.group)) {
          let people = graded.filter { $0.group == group }
          for one in people {
            #expect(
              !people.contains { $0.key > one.key && $0.band > one.band },
              "seed \(seed), \(grading.name)")
          }
          Self.checkNumbers(people.map(\.band), grading, plan.values)
          count += people.count
        }
      }
    }
    #expect(count > 400)
  }

  private static func checkNumbers(
    _ bands: [Int], _ grading: Grading, _ values: ParameterVector
  ) {
    var thousandths = 0.0
    for (index, band) in grading.bands.dropLast().enumerated() {
      let upToHere = bands.count { $0 <= index }
      switch band.limit {
      case .seats(let slot):
        let left = bands.count { $0 >= index }
        #expect(bands.count { $0 == index } == min(left, Int(values[slot])))
      case .share(let slot):
        // The shares of random policies have at most three decimals.
        thousandths += (values[slot] * 1000).rounded()
        #expect(upToHere == (2 * bands.count * Int(thousandths) + 1000) / 2000)
      case .minimum, .rest: break
      }
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
