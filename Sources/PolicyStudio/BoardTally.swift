import PolicyAnalysis
import ScoringPlan

/// What a draft does to everybody, counted in one pass over those whom policy and draft both score.
struct BoardTally: Sendable {
  private var (compared, unmatched, gradeChanges, gradesUp) = (0, 0, 0, 0)
  private var (gradesDown, rankMovers, rankShifts, scoreChanges) = (0, 0, 0, 0)
  private var (paidBefore, paidAfter, gained, lost) = (
    ExactSum(), ExactSum(), ExactSum(), ExactSum()
  )
  private var (gaining, losing, unchanged) = (0, 0, 0)
  /// For each column the gains of each group; those of groups that are put together in the last.
  private(set) var gains: [[GainCounts]]
  /// The gains of everybody.
  private(set) var everybody = GainCounts()

  private init(_ columns: [GroupColumn]) {
    gains = columns.map { [GainCounts](repeating: GainCounts(), count: $0.groups.groups.count + 1) }
  }

  /// A column whose groups are counted.
  struct GroupColumn: Sendable {
    /// The groups.
    let groups: SubjectGroups
    /// Where each group's people are counted; -1 for together.
    let shown: [Int]

    init(_ groups: SubjectGroups) { (self.groups, shown) = (groups, groups.shownNumbers) }
  }

  /// Counts everybody.
  ///
  /// - Complexity: O(subjects), times columns.
  static func counting(
    _ results: Compared<SubjectResults>, by columns: [GroupColumn], threads: Int
  ) -> BoardTally {
    let count = results.before.finals.count
    let parts = SubjectRanges(count, threads: threads)
    let ranks = Self.ranks(results, parts)
    let tallies = parts.mapRanges { range in
      var tally = BoardTally(columns)
      for subject in range { tally.add(subject, results, ranks, columns) }
      return tally
    }
    return tallies.dropFirst().reduce(into: tallies[0]) { $0.add($1) }
  }

  /// The ranks among those compared; 0 for others.
  private static func ranks(
    _ results: Compared<SubjectResults>, _ parts: SubjectRanges
  ) -> Compared<[Int]> {
    let (before, after) = (results.before, results.after)
    let all = before.isRejected.indices
    if !before.isRejected.contains(true), !after.isRejected.contains(true) {
      return results.map { CompetitionRanks.of($0.keys) }
    }
    let rows = all.filter { !before.isRejected[$0] && !after.isRejected[$0] }
    return results.map { results in
      var ranks = all.map { _ in 0 }
      for (row, rank) in zip(rows, CompetitionRanks.of(rows.map { results.keys[$0] })) {
        ranks[row] = rank
      }
      return ranks
    }
  }

  private mutating func add(
    _ subject: Int, _ results: Compared<SubjectResults>, _ ranks: Compared<[Int]>,
    _ columns: [GroupColumn]
  ) {
    let (before, after) = (results.before, results.after)
    guard !before.isRejected[subject], !after.isRejected[subject] else {
      if before.isRejected[subject] != after.isRejected[subject] { unmatched += 1 }
      return
    }
    compared += 1
    addGrades(subject, before, after)
    let shift = abs(ranks.after[subject] - ranks.before[subject])
    if shift > 0 { rankMovers += 1 }
    rankShifts += shift
    let isSame = before.keys[subject] == after.keys[subject]
    if !isSame { scoreChanges += 1 }
    var change = isSame ? 0 : after.finals[subject] - before.finals[subject]
    var had = before.finals[subject]
    if let paid = before.pay?[subject], let pays = after.pay?[subject] {
      change = addPay(before: paid, after: pays)
      had = paid
    }
    everybody.add(before: had, change: change)
    for (index, column) in columns.enumerated() {
      let shown = column.shown[Int(column.groups.numbers[subject])]
      let place = shown < 0 ? column.shown.count : shown
      gains[index][place].add(before: had, change: change)
    }
  }

  /// The first grade that changes says whether it is a better one.
  private mutating func addGrades(
    _ subject: Int, _ before: SubjectResults, _ after: SubjectResults
  ) {
    for (one, other) in zip(before.bands, after.bands) where one[subject] != other[subject] {
      gradeChanges += 1
      if other[subject] < one[subject] { gradesUp += 1 } else { gradesDown += 1 }
      return
    }
  }

  private mutating func addPay(before: Double, after: Double) -> Double {
    paidBefore.add(before)
    paidAfter.add(after)
    let change = ComparedPay.change(Compared(before: before, after: after))
    if change > 0 {
      gaining += 1
      gained.add(change)
    } else if change < 0 {
      losing += 1
      lost.add(-change)
    } else {
      unchanged += 1
    }
    return change
  }

  private mutating func add(_ other: BoardTally) {
    compared += other.compared
    unmatched += other.unmatched
    gradeChanges += other.gradeChanges
    gradesUp += other.gradesUp
    gradesDown += other.gradesDown
    rankMovers += other.rankMovers
    rankShifts += other.rankShifts
    scoreChanges += other.scoreChanges
    paidBefore.add(other.paidBefore)
    paidAfter.add(other.paidAfter)
    gained.add(other.gained)
    lost.add(other.lost)
    gaining += other.gaining
    losing += other.losing
    unchanged += other.unchanged
    everybody.add(other.everybody)
    for column in gains.indices {
      for group in gains[column].indices { gains[column][group].add(other.gains[column][group]) }
    }
  }

  /// The change of pay; its sums are exact, and rounded once.
  var payroll: PayrollChange {
    PayrollChange(
      totals: Compared(before: paidBefore.rounded(), after: paidAfter.rounded()),
      gaining: gaining, losing: losing, unchanged: unchanged, gained: gained.rounded(),
      lost: lost.rounded())
  }

  /// The same numbers as an analysis of the draft's policy gives.
  func effect(hasGrades: Bool, hasPay: Bool) -> PolicyEffect {
    PolicyEffect(
      compared: compared, unmatched: unmatched, gradeChanges: hasGrades ? gradeChanges : nil,
      gradesUp: gradesUp, gradesDown: gradesDown, rankMovers: rankMovers, rankShifts: rankShifts,
      scoreChanges: scoreChanges, payroll: hasPay ? payroll : nil)
  }
}
