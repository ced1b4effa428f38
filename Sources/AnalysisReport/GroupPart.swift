import PolicyAnalysis
import ScoringPlan

/// Who gains and who loses by a change, in each group of a text column.
package struct GroupPart: Encodable, Sendable {
  /// One group.
  package struct Group: Encodable, Sendable {
    /// Nil for everybody, who come first, for people without a text, and for groups put together.
    package let name: String?
    /// How many groups are put together, because some are too small to be shown; 1 for one by itself.
    let merged: Int
    /// How many people there are.
    package let count: Int
    /// How many lose over a twentieth, lose less, stay, gain less, gain over a twentieth.
    package let counts: [Int]

    /// A group; without gains its counts are empty.
    package init(name: String?, merged: Int, count: Int, gains: GainCounts?) {
      (self.name, self.merged, self.count) = (name, merged, count)
      counts = gains.map { [$0.loseMore, $0.lose, $0.same, $0.gain, $0.gainMore] } ?? []
    }
  }

  /// How many columns are shown.
  private static let most = 4

  /// The text column that the groups are of.
  package let column: String
  /// `pay`, or `final` where pay cannot be compared.
  package let measure: String
  /// Everybody, then the groups.
  package let groups: [Group]

  /// The groups of one column first, then those of other columns that make several groups. Empty where there
  /// are fewer than five people.
  static func all(_ comparison: PolicyComparison, first: String?) -> [GroupPart] {
    let table = comparison.scored.before.plan.tables[0]
    let others = comparison.subjects.textNames.filter { $0 != first && $0 != table.keyName }
    let columns = ([first].compactMap(\.self) + others).prefix(most)
    let options = FairnessOptions(divisions: columns.map { FairnessDivision(texts: $0) })
    let analysis = try? FairnessAnalysis(
      comparison.scored.before, against: comparison.scored.after, options: options)
    guard let analysis, let measure = analysis.measure else { return [] }
    return analysis.tables.filter { $0.groups.count > 1 || $0.division.column == first }.map {
      GroupPart($0, analysis.whole, measure)
    }
  }

  private init(
    _ table: FairnessTable, _ whole: FairnessGroup, _ measure: FairnessAnalysis.Measure
  ) {
    column = table.division.column
    self.measure = measure.rawValue
    groups = ([whole] + table.groups).enumerated().map { place, group in
      let name: String? =
        if case .text(let text) = group.label, place > 0 { text } else { nil }
      return Group(
        name: name, merged: group.mergedGroups, count: group.count, gains: group.gains)
    }
  }

  /// The groups of a column, everybody first.
  package init(column: String, measure: FairnessAnalysis.Measure, groups: [Group]) {
    (self.column, self.measure, self.groups) = (column, measure.rawValue, groups)
  }
}
