import PolicyAnalysis
import ScoringPlan

/// Who gains and who loses by a change, in each group of a text column.
struct GroupPart: Encodable, Sendable {
  /// One group.
  struct Group: Encodable, Sendable {
    /// Nil for people without a text, and for everybody, who come first.
    let name: String?
    let count: Int
    /// How many lose over a twentieth, lose less, stay, gain less, gain over a twentieth; of grades and ranks
    /// only the middle three.
    let counts: [Int]
  }

  /// How many columns are shown.
  private static let most = 4
  /// From which share of the pay before a change is large.
  private static let large = 0.05

  let column: String
  /// `pay`, `grade` or `rank`: what the change is a change of.
  let measure: String
  /// Everybody, then the groups.
  let groups: [Group]
  let hiddenGroups: Int
  let hiddenPeople: Int

  /// The groups of one column first, then those of other columns that make several groups.
  static func all(_ comparison: PolicyComparison, first: String?) -> [GroupPart] {
    let subjects = comparison.subjects
    let key = comparison.scored.before.plan.tables[0].keyName
    let others = subjects.textNames.filter { $0 != first && $0 != key }
    let texts = (0..<subjects.count).map { subjects.texts(of: $0) }
    let (measure, sides) = self.sides(comparison)
    let parts = ([first].compactMap(\.self) + others).compactMap { column -> GroupPart? in
      guard let place = subjects.textNames.firstIndex(of: column) else { return nil }
      let groups = SmallGroups(texts.map { $0[place] })
      guard groups.shown.count > 1 || column == first && !groups.shown.isEmpty else { return nil }
      return GroupPart(column, measure, groups, sides)
    }
    return Array(parts.prefix(most))
  }

  private init(_ column: String, _ measure: String, _ groups: SmallGroups, _ sides: [Int]) {
    (self.column, self.measure) = (column, measure)
    let group = { (name: String?, members: [Int]) in
      var counts = [0, 0, 0, 0, 0]
      for person in members { counts[sides[person] + 2] += 1 }
      return Group(name: name, count: members.count, counts: counts)
    }
    self.groups =
      [group(nil, Array(sides.indices))] + groups.shown.map { group($0.name, $0.members) }
    (hiddenGroups, hiddenPeople) = (groups.hiddenGroups, groups.hiddenPeople)
  }

  /// For each person from -2, loses much, to 2, gains much; by pay where anybody's changes.
  private static func sides(_ comparison: PolicyComparison) -> (measure: String, sides: [Int]) {
    let subjects = comparison.subjects
    let people = 0..<subjects.count
    if let pay = subjects.pay, people.contains(where: { pay.change(of: $0) != 0 }) {
      return (
        "pay",
        people.map { person in
          let change = pay.change(of: person)
          let isLarge = abs(change) > large * abs(pay.amounts.before[person] ?? 0)
          return change.isZero ? 0 : (change > 0 ? 1 : -1) * (isLarge ? 2 : 1)
        }
      )
    }
    if let grade = subjects.grades.first {
      return (
        "grade",
        people.map { (grade.places.before[$0] - grade.places.after[$0]).signum() }
      )
    }
    return ("rank", people.map { -subjects.rankChange(of: $0).signum() })
  }
}
