import PolicyAnalysis
import ScoringPlan

/// Ranks, scores and grades in one group before and after a change.
struct SlopePart: Encodable, Sendable {
  /// One person, told by the key.
  struct Person: Encodable, Sendable {
    let key: String
    /// The rank in the group; nil for who is not ranked.
    let before: Int?
    let after: Int?
    let scoreBefore: Double
    let scoreAfter: Double
    let gradeBefore: PageText?
    let gradeAfter: PageText?
    /// By how many bands the grade is better; below 0 where it is worse.
    let gradeMove: Int
  }

  /// How many people are drawn.
  private static let most = 40

  /// Nil for everybody together.
  let group: String?
  let column: String?
  let decimals: Int
  let count: Int
  let gradeTitle: PageText?
  let people: [Person]
  /// How many are not drawn.
  let omitted: Int

  /// Nil where no group is large enough, or the one that is wanted is not.
  init?(_ comparison: PolicyComparison, column: String?, group: String?) {
    let subjects = comparison.subjects
    let place = column.flatMap { subjects.textNames.firstIndex(of: $0) }
    let texts = (0..<subjects.count).map { person in
      place.flatMap { subjects.texts(of: person)[$0] }
    }
    let groups = SmallGroups(texts).shown
    let movers = groups.map { group in
      let grades = group.members.count { person in
        subjects.grades.first.map { $0.places.before[person] != $0.places.after[person] } ?? false
      }
      return (grades, group.members.count { subjects.rankChange(of: $0) != 0 })
    }
    var chosen = groups.indices.first
    if let group {
      chosen = groups.firstIndex { $0.name == group }
    } else {
      for index in groups.indices where movers[index] > movers[chosen ?? 0] { chosen = index }
    }
    guard let chosen else { return nil }
    self.column = column
    self.group = groups[chosen].name
    let members = groups[chosen].members
    count = members.count
    decimals = comparison.scored.before.plan.decimals
    gradeTitle = subjects.grades.first.map { grade in
      let grading = comparison.scored.before.plan.gradings.first { $0.name == grade.name }
      return PageText(grading?.title, name: grade.name)
    }
    let all = Self.people(members, comparison, column: column)
    let order = all.indices.sorted { one, other in
      let (first, second) = (Self.order(all[one]), Self.order(all[other]))
      return first != second ? first < second : one < other
    }
    people = order.prefix(Self.most).sorted().map { all[$0] }
    omitted = all.count - people.count
  }

  /// Whose grade changes comes first, then by the better of the two ranks.
  private static func order(_ person: Person) -> Int {
    if person.gradeMove != 0 { return 0 }
    return min(person.before ?? .max, person.after ?? .max)
  }

  private static func people(
    _ members: [Int], _ comparison: PolicyComparison, column: String?
  ) -> [Person] {
    let subjects = comparison.subjects
    let ranks = self.ranks(members, comparison, column: column)
    let titles = GradeTitles(
      comparison.scored.before.plan.gradings + comparison.scored.after.plan.gradings)
    return members.enumerated().map { place, person in
      let grade = subjects.grades.first
      let texts = grade?.grade(of: person)
      return Person(
        key: subjects.key(of: person), before: ranks.before[place], after: ranks.after[place],
        scoreBefore: subjects.finals.before[person], scoreAfter: subjects.finals.after[person],
        gradeBefore: texts.map { titles.text($0.before) },
        gradeAfter: texts.map { titles.text($0.after) },
        gradeMove: grade.map { $0.places.before[person] - $0.places.after[person] } ?? 0)
    }
  }

  /// The ranks of the policies' own ranking within the column, or else those by the published finals.
  private static func ranks(
    _ members: [Int], _ comparison: PolicyComparison, column: String?
  ) -> Compared<[Int?]> {
    let own = comparison.subjects.rankings.first { ranking in
      [comparison.scored.before.plan, comparison.scored.after.plan].allSatisfy { plan in
        let within = plan.rankings.first { $0.name == ranking.name }?.within
        let name = within.flatMap { $0 == .key ? nil : plan.tables[0].columns[$0.index - 1].name }
        return name == column && (column != nil) == (within != nil)
      }
    }
    if let own { return own.ranks.map { ranks in members.map { ranks[$0] } } }
    let decimals = comparison.scored.map(\.plan.decimals)
    let finals = comparison.subjects.finals
    let keys = Compared(
      before: members.map { ScoreKey.key(of: finals.before[$0], decimals: decimals.before) ?? 0 },
      after: members.map { ScoreKey.key(of: finals.after[$0], decimals: decimals.after) ?? 0 })
    return keys.map { CompetitionRanks.of($0).map { $0 } }
  }
}
