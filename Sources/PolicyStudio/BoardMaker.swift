import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import Synchronization

/// Makes the parts of boards that tell of people: what the baseline gives them is worked out once.
final class BoardMaker: Sendable {
  /// How many groups the spread of scores is told of, the largest first, and how many of the winners and losers,
  /// those first in which most people are affected.
  static let (spreadGroups, gainGroups) = (24, 24)

  /// What the policy as it stands gives.
  let baseline: SubjectResults
  /// The groups by the text columns that make several.
  let columns: [SubjectGroups]
  let threads: Int
  private let caps: CappedSubjects
  private let ends: (low: Double, high: Double)
  private let tallied: [BoardTally.GroupColumn]
  /// The ranks of everybody; nil where somebody is rejected.
  private let ranks: [Int]?
  private let spread = Mutex<
    (bins: ScoreBins, column: String?, shown: [Int], spread: ScoreSpread)?
  >(nil)

  init(_ baseline: ScoredPopulation, threads: Int) {
    let results = SubjectResults(baseline, threads: threads)
    let table = baseline.plan.tables[0]
    let columns = table.columns.filter { $0.type == .text && $0.name != table.keyName }
      .compactMap { SubjectGroups($0.name, baseline) }
      .filter { $0.groups.count > 1 && $0.groups.contains { $0.count >= SubjectGroups.fewest } }
    (self.baseline, self.columns, self.threads) = (results, columns, threads)
    caps = CappedSubjects(baseline, threads: threads)
    ends = Self.ends(results)
    tallied = columns.map { BoardTally.GroupColumn($0) }
    ranks = results.isRejected.contains(true) ? nil : CompetitionRanks.of(results.keys)
  }

  /// The column of that name; nil where it makes no groups.
  func column(named name: String?) -> SubjectGroups? {
    name.flatMap { name in columns.first { $0.column == name } }
  }

  private static func ends(_ results: SubjectResults) -> (low: Double, high: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for subject in results.finals.indices where !results.isRejected[subject] {
      low = min(low, results.finals[subject])
      high = max(high, results.finals[subject])
    }
    return low <= high ? (low, high) : (0, 0)
  }

  // MARK: Everybody

  /// What a draft does to everybody.
  func tally(_ draft: SubjectResults) -> BoardTally {
    BoardTally.counting(baseline, ranks: ranks, draft, by: tallied, threads: threads)
  }

  /// What is paid; nil where the policy pays nothing.
  func payroll(_ tally: BoardTally, _ draft: SubjectResults) -> PayrollPart? {
    guard let layout = draft.scored.plan.payroll, baseline.hasPay else { return nil }
    let budgets = Compared(before: baseline, after: draft).map { results -> Double? in
      let plan = results.scored.plan
      let budget = plan.payroll.map { results.scored.values[$0.budget] }
      return budget.flatMap { $0.isFinite ? $0 : nil }
    }
    return PayrollPart(
      tally.payroll, unit: layout.unit, budgets: budgets, parts: payParts(draft))
  }

  /// The parts that pay is the sum of; empty where it is none.
  private func payParts(_ draft: SubjectResults) -> [PayrollPart.Part] {
    let results = Compared(before: baseline, after: draft)
    let terms = results.map { $0.scored.plan.payTerms }
    guard terms.before.map(\.name) == terms.after.map(\.name) else { return [] }
    let sums = zip(terms.before, terms.after).map { before, after in
      Compared(before: sum(before, baseline, draft), after: sum(after, draft, baseline))
    }
    return zip(terms.after, sums).compactMap { term, sums in
      guard let name = term.name, let before = sums.before, let after = sums.after else {
        return nil
      }
      return PayrollPart.Part(title: PageText(term.title, name: name), change: after - before)
    }
  }

  /// What a part adds for all whom both runs publish; nil where the run did not keep it.
  private func sum(
    _ term: PayTerm, _ results: SubjectResults, _ other: SubjectResults
  ) -> Double? {
    guard let column = results.scored.column(term.register) else { return nil }
    let parts = SubjectRanges(results.count, threads: threads).map { range in
      range.reduce(into: ExactSum()) { sum, subject in
        if !results.isRejected[subject], !other.isRejected[subject] {
          sum.add(column[subject] ?? 0)
        }
      }
    }
    let sum = parts.reduce(into: ExactSum()) { $0.add($1) }.rounded()
    return term.isDeducted ? -sum : sum
  }

  // MARK: Groups

  /// Who gains and who loses, for each column that makes groups.
  func gains(_ tally: BoardTally) -> [GroupPart] {
    tallied.indices.map { index in
      let column = tallied[index]
      let counts = tally.gains[index]
      let everybody = GroupPart.Group(
        name: nil, merged: 1, count: tally.everybody.total, gains: tally.everybody)
      let shown = column.groups.groups.indices
        .filter { column.shown[$0] >= 0 && counts[$0].total > 0 }
        .sorted {
          (-affected(counts[$0]), -counts[$0].total, $0)
            < (-affected(counts[$1]), -counts[$1].total, $1)
        }
        .prefix(Self.gainGroups)
        .map { group in
          GroupPart.Group(
            name: column.groups.groups[group].name, merged: 1, count: counts[group].total,
            gains: counts[group])
        }
      let merged = column.shown.count { $0 < 0 }
      let together = counts[column.shown.count]
      let rest =
        merged == 0
        ? []
        : [GroupPart.Group(name: nil, merged: merged, count: together.total, gains: together)]
      return GroupPart(
        column: column.groups.column, measure: !baseline.hasPay ? .final : .pay,
        groups: [everybody] + shown + rest)
    }
  }

  /// How many of a group a change affects; by a change of finals nearly all are, and there who loses counts.
  private func affected(_ gains: GainCounts) -> Int {
    baseline.hasPay ? gains.total - gains.same : gains.lose + gains.loseMore
  }

  /// The group whose ranks are shown: the one wanted; else the one shown before, as long as somebody in it is
  /// graded or scored otherwise or nobody at all is; else that in which most are, and of such groups the
  /// largest.
  func group(
    _ wanted: String?, before: String?, of column: SubjectGroups, _ draft: SubjectResults
  ) -> Int? {
    if let wanted, let number = column.number(named: wanted) { return number }
    let hasGrades = baseline.hasGrades
    var movers = [Int](repeating: 0, count: column.groups.count)
    for subject in baseline.finals.indices
    where !baseline.isRejected[subject] && !draft.isRejected[subject] {
      let isMoved =
        hasGrades
        ? baseline.bands[subject] != draft.bands[subject]
        : baseline.keys[subject] != draft.keys[subject]
      if isMoved { movers[Int(column.numbers[subject])] += 1 }
    }
    if let before, let number = column.number(named: before),
      movers[number] > 0 || movers.allSatisfy({ $0 == 0 })
    {
      return number
    }
    return column.groups.indices.filter { column.groups[$0].count > 0 }
      .min {
        (-movers[$0], -column.groups[$0].count, $0) < (-movers[$1], -column.groups[$1].count, $1)
      }
  }

  /// How finals are spread by the draft, beside the baseline; nil where nobody is scored.
  func distributions(
    _ draft: SubjectResults, _ column: SubjectGroups?, group: Int?
  ) -> DistributionPart? {
    let reached = Self.ends(draft)
    guard draft.isRejected.contains(false) else { return nil }
    let bins = ScoreBins(from: ends.low, to: ends.high).reaching(
      from: reached.low, to: reached.high)
    let shown = column?.largest(Self.spreadGroups, with: group) ?? []
    let own = CappedSubjects(draft.scored, threads: threads)
    let before = baselineSpread(bins, column, shown)
    let after = ScoreSpread(draft, own, bins, column: column, shown: shown, threads: threads)
    let grading = draft.scored.plan.gradings.first
    let within = grading?.within.map { draft.scored.plan.tables[0].columns[$0.index - 1].name }
    let parts = zip(before.groups, after.groups).enumerated().map { place, groups in
      let (old, new) = groups
      // Where grades are given within groups, everybody has no cut.
      let isCut =
        grading != nil && (place == 0 ? within == nil : within == nil || within == column?.column)
      let none = new.cuts.map { _ in Double?.none }
      return DistributionPart.Group(
        name: place == 0 ? nil : column?.groups[shown[place - 1]].name, count: new.count,
        counts: new.counts, capped: new.capped, median: new.median, cuts: isCut ? new.cuts : none,
        before: old.counts, medianBefore: old.median, cutsBefore: isCut ? old.cuts : none)
    }
    let hidden = column.map { $0.groups.indices.filter { !shown.contains($0) } } ?? []
    return DistributionPart(
      column: column?.column, decimals: draft.scored.plan.decimals, bins: bins,
      grades: grading?.bands.dropLast().map { PageText($0.title, name: $0.grade) } ?? [],
      groups: parts, measures: measures(own),
      hidden: (hidden.count, hidden.reduce(0) { $0 + (column?.groups[$1].count ?? 0) }))
  }

  private func measures(_ draft: CappedSubjects) -> [DistributionPart.Measure] {
    draft.measures.map { measure in
      DistributionPart.Measure(
        title: PageText(measure.layout.title, name: measure.layout.name), cap: measure.cap,
        count: measure.count, people: measure.people,
        countBefore: caps.measures.first {
          $0.layout.name == measure.layout.name
            && $0.layout.score == measure.layout.score
        }?.count ?? 0)
    }
  }

  /// How the baseline's finals are spread; the last answer is remembered, for it is asked for again and again.
  private func baselineSpread(
    _ bins: ScoreBins, _ column: SubjectGroups?, _ shown: [Int]
  ) -> ScoreSpread {
    spread.withLock { kept in
      if let kept, kept.bins == bins, kept.column == column?.column, kept.shown == shown {
        return kept.spread
      }
      let made = ScoreSpread(
        baseline, caps, bins, column: column, shown: shown, threads: threads)
      kept = (bins, column?.column, shown, made)
      return made
    }
  }

  // MARK: Ranks

  /// The ranks in a group before and after; of everybody where there are no groups, and not too many people.
  func slopes(_ draft: SubjectResults, _ column: SubjectGroups?, group: Int?) -> SlopePart? {
    let members: [Int]
    if let column, let group {
      members = column.members(of: group)
    } else {
      guard baseline.count <= 1000 else { return nil }
      members = Array(baseline.finals.indices)
    }
    let both = members.filter { !baseline.isRejected[$0] && !draft.isRejected[$0] }
    guard !both.isEmpty else { return nil }
    let grading = baseline.scored.plan.gradings.first
    return SlopePart(
      people(both, draft, column), column: column?.column,
      group: group.flatMap { column?.groups[$0].name }, decimals: baseline.scored.plan.decimals,
      gradeTitle: grading.map { PageText($0.title, name: $0.name) })
  }

  private func people(
    _ members: [Int], _ draft: SubjectResults, _ column: SubjectGroups?
  ) -> [SlopePart.Person] {
    let results = Compared(before: baseline, after: draft)
    let ranks = results.map { self.ranks(members, $0, column) }
    let titles = GradeTitles(baseline.scored.plan.gradings)
    let population = baseline.scored.population
    let grade = { (results: SubjectResults, subject: Int) -> String in
      guard let grading = results.scored.plan.gradings.first, let band = results.band(of: subject)
      else { return "" }
      return band < grading.bands.count ? grading.bands[band].grade : ""
    }
    return members.enumerated().map { place, subject in
      let bands = results.map { $0.band(of: subject) ?? 0 }
      return SlopePart.Person(
        key: population.pool.text(of: population.tables[0].keys[subject]),
        ranks: ranks.map { $0[place] }, scores: results.map { $0.finals[subject] },
        grades: !baseline.hasGrades
          ? nil : results.map { titles.text(grade($0, subject)) },
        gradeMove: bands.before - bands.after)
    }
  }

  /// The ranks of the policy's own ranking within the column, or else those by the published finals.
  private func ranks(
    _ members: [Int], _ results: SubjectResults, _ column: SubjectGroups?
  ) -> [Int?] {
    let plan = results.scored.plan
    let own = plan.rankings.first { ranking in
      let within = ranking.within.map { plan.tables[0].columns[$0.index - 1].name }
      return within == column?.column
    }
    if let own, let ranks = results.scored.column(own.result) {
      return members.map { ranks[$0].map { Int($0) } }
    }
    return CompetitionRanks.of(members.map { results.keys[$0] })
  }
}
