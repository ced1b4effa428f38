import PolicyAnalysis
import ScoringPlan

/// Ranks, scores and grades in one group before and after a change.
package struct SlopePart: Encodable, Sendable {
  /// One person, told by the key.
  package struct Person: Encodable, Sendable {
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

    /// A person; without grades there are none to compare.
    package init(
      key: String, ranks: Compared<Int?>, scores: Compared<Double>, grades: Compared<PageText>?,
      gradeMove: Int
    ) {
      (self.key, before, after) = (key, ranks.before, ranks.after)
      (scoreBefore, scoreAfter) = (scores.before, scores.after)
      (gradeBefore, gradeAfter) = (grades?.before, grades?.after)
      self.gradeMove = gradeMove
    }
  }

  /// How many people are drawn.
  private static let most = 40

  /// Nil for everybody together.
  package let group: String?
  let column: String?
  let decimals: Int
  let count: Int
  let gradeTitle: PageText?
  let people: [Person]
  /// How many are not drawn.
  let omitted: Int

  /// Nil where no group is large enough, or the one that is wanted is not.
  package init?(_ comparison: PolicyComparison, column: String?, group: String?) {
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
    let gradeTitle = subjects.grades.first.map { grade in
      let grading = comparison.scored.before.plan.gradings.first { $0.name == grade.name }
      return PageText(grading?.title, name: grade.name)
    }
    self.init(
      Self.people(groups[chosen].members, comparison, column: column), column: column,
      group: groups[chosen].name, decimals: comparison.scored.before.plan.decimals,
      gradeTitle: gradeTitle)
  }

  /// The people of a group; of many those whose grade changes and those of the better ranks are drawn.
  package init(
    _ all: [Person], column: String?, group: String?, decimals: Int, gradeTitle: PageText?
  ) {
    (self.column, self.group, self.decimals) = (column, group, decimals)
    (self.gradeTitle, count) = (gradeTitle, all.count)
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
        key: subjects.key(of: person), ranks: ranks.map { $0[place] },
        scores: subjects.finals.map { $0[person] }, grades: texts.map { $0.map(titles.text) },
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
