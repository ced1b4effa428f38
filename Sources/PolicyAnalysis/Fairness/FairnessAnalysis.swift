import ScoringEngine
import ScoringPlan

/// What a policy gives groups of people, and who gains and loses by another.
///
/// No group of fewer than five people is shown, and none can be had by subtracting what is shown from each
/// other: groups that are too small are put together with others; see `SmallGroups`.
public struct FairnessAnalysis: Sendable {
  /// What gains and losses are measured in.
  public enum Measure: String, Sendable {
    /// What is paid.
    case pay
    /// The final, where pay cannot be compared.
    case final
  }

  /// How it was looked at.
  public let options: FairnessOptions
  /// The grade whose best band counts; nil where a policy has none, and the first by final count.
  public let grading: Grading?
  /// All people looked at: with a second policy those whom both score.
  public let whole: FairnessGroup
  /// One table for each division.
  public let tables: [FairnessTable]
  /// How many people are left out because not both policies score them.
  public let unmatchedCount: Int
  /// What gains are measured in; nil with one policy.
  public let measure: Measure?

  /// Looks at the published people of a run.
  ///
  /// - Throws: `FairnessError` when a column or grade is not there, or there are too few people.
  /// - Complexity: O(people) for each division, and with several divisions the elimination of a matrix with a
  ///   row for each group shown and a column for each way in which they meet.
  public init(_ scored: ScoredPopulation, options: FairnessOptions) throws(FairnessError) {
    let rows = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let grading = try Self.grading(scored.plan, options)
    let people = FairnessPeople(scored, rows: rows, grading: grading, top: options.top)
    try self.init(
      options, grading, scored.population, rows, people, other: nil, gains: nil, measure: nil,
      unmatchedCount: 0)
  }

  /// Looks at the people whom two runs publish; groups are those of the first.
  ///
  /// - Throws: as with one run; a grade must be in both, unless none is asked for and the second has none.
  public init(
    _ scored: ScoredPopulation, against other: ScoredPopulation, options: FairnessOptions
  ) throws(FairnessError) {
    let comparison = PolicyComparison(
      before: scored, after: other,
      options: ComparisonOptions(tops: [], groupColumn: nil, moverCount: 0))
    let subjects = comparison.subjects
    let grading = try Self.grading(scored.plan, options)
    var otherOptions = options
    otherOptions.grade = options.grade ?? grading?.name
    let otherGrading = grading == nil ? nil : try Self.grading(other.plan, otherOptions)
    let rows = subjects.rows
    let gains = (0..<subjects.count).map { subject -> (before: Double, change: Double) in
      if let pay = subjects.pay {
        return (pay.amounts.before[subject] ?? 0, pay.change(of: subject))
      }
      let isSame = Self.isSame(subjects, subject, scored.plan.decimals)
      return (subjects.finals.before[subject], isSame ? 0 : subjects.change(of: subject))
    }
    try self.init(
      options, grading, scored.population, rows.before,
      FairnessPeople(scored, rows: rows.before, grading: grading, top: options.top),
      other: FairnessPeople(
        other, rows: rows.after, grading: otherGrading, top: options.top), gains: gains,
      measure: subjects.pay == nil ? .final : .pay, unmatchedCount: comparison.unmatched.count)
  }

  private init(
    _ options: FairnessOptions, _ grading: Grading?, _ population: Population, _ rows: [Int],
    _ people: FairnessPeople, other: FairnessPeople?, gains: [(before: Double, change: Double)]?,
    measure: Measure?, unmatchedCount: Int
  ) throws(FairnessError) {
    var groups: [[(label: FairnessLabel, members: [Int])]] = []
    for division in options.divisions {
      groups.append(try division.groups(of: rows, in: population))
    }
    guard rows.count >= FairnessOptions.fewest else { throw .tooFew(rows.count) }
    let safe = SmallGroups(
      groups.map { $0.map(\.members) }, count: rows.count, fewest: FairnessOptions.fewest)
    let maker = GroupMaker(people: people, other: other, gains: gains)
    tables = zip(options.divisions.indices, safe.tables).map { index, table in
      let shown = table.shown.map { (label: groups[index][$0.number].label, $0.members, 1) }
      let merged =
        table.merged.isEmpty
        ? []
        : [(label: FairnessLabel.others, table.merged.flatMap(\.members), table.merged.count)]
      return FairnessTable(
        division: options.divisions[index], groups: maker.groups(shown + merged))
    }
    whole = maker.groups([(label: .others, Array(rows.indices), 1)])[0]
    (self.options, self.grading, self.measure) = (options, grading, measure)
    self.unmatchedCount = unmatchedCount
  }

  private static func grading(
    _ plan: Plan, _ options: FairnessOptions
  ) throws(FairnessError) -> Grading? {
    guard let name = options.grade else { return plan.gradings.first }
    if let grading = plan.gradings.first(where: { $0.name == name }) { return grading }
    throw .noGrade(name, all: plan.gradings.map(\.name))
  }

  /// Whether a person's published final is the same.
  private static func isSame(
    _ subjects: ComparedSubjects, _ subject: Int, _ decimals: Int
  ) -> Bool {
    let keys = subjects.finals.map { ScoreKey.key(of: $0[subject], decimals: decimals) }
    return keys.before == keys.after
  }
}

/// Makes groups of people with what policies give them.
private struct GroupMaker {
  let people: FairnessPeople
  let other: FairnessPeople?
  let gains: [(before: Double, change: Double)]?

  /// The groups, whose shares are compared with each other but for those put together.
  func groups(_ parts: [(label: FairnessLabel, members: [Int], merged: Int)]) -> [FairnessGroup] {
    let compared = parts.indices.filter { parts[$0].label != .others }
    var figures = parts.map { FairnessFigures(people, $0.members) }
    FairnessFigures.compare(&figures, at: compared)
    let others = other.map { other in
      var figures = parts.map { FairnessFigures(other, $0.members) }
      FairnessFigures.compare(&figures, at: compared)
      return figures
    }
    return parts.indices.map { index in
      let gains = gains.map { gains in
        parts[index].members.reduce(into: GainCounts()) {
          $0.add(before: gains[$1].before, change: gains[$1].change)
        }
      }
      return FairnessGroup(
        label: parts[index].label, mergedGroups: parts[index].merged,
        count: parts[index].members.count, figures: figures[index],
        otherFigures: others?[index], gains: gains)
    }
  }
}
