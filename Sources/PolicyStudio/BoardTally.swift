import PolicyAnalysis
import ScoringPlan

/// What a draft does to everybody, counted in one pass over those whom policy and draft both score.
struct BoardTally: Sendable {
  private var (compared, unmatched, gradeChanges, gradesUp) = (0, 0, 0, 0)
  private var (gradesDown, rankMovers, rankShifts, scoreChanges) = (0, 0, 0, 0)
  private var pay = PayrollTally()
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
  /// - Parameter ranksBefore: the ranks of everybody by `before`, where nobody is rejected.
  /// - Complexity: O(subjects), times columns.
  static func counting(
    _ before: SubjectResults, ranks ranksBefore: [Int]?, _ after: SubjectResults,
    by columns: [GroupColumn], threads: Int
  ) -> BoardTally {
    let parts = SubjectRanges(before.count, threads: threads)
    let ranks = Self.ranks(before, ranksBefore, after)
    let tallies = parts.map { range in
      var tally = BoardTally(columns)
      for subject in range { tally.add(subject, before, after, ranks) }
      for (index, column) in columns.enumerated() {
        tally.gains[index] = Self.gains(range, before, after, column)
      }
      return tally
    }
    return tallies.dropFirst().reduce(into: tallies[0]) { $0.add($1) }
  }

  /// The ranks among those compared; 0 for others.
  private static func ranks(
    _ before: SubjectResults, _ ranksBefore: [Int]?, _ after: SubjectResults
  ) -> Compared<[Int]> {
    if let ranksBefore, !after.isRejected.contains(true) {
      return Compared(before: ranksBefore, after: CompetitionRanks.of(after.keys))
    }
    let all = before.isRejected.indices
    let rows = all.filter { !before.isRejected[$0] && !after.isRejected[$0] }
    return Compared(before: before.keys, after: after.keys).map { keys in
      var ranks = all.map { _ in 0 }
      for (row, rank) in zip(rows, CompetitionRanks.of(rows.map { keys[$0] })) { ranks[row] = rank }
      return ranks
    }
  }

  private mutating func add(
    _ subject: Int, _ before: SubjectResults, _ after: SubjectResults, _ ranks: Compared<[Int]>
  ) {
    guard !before.isRejected[subject], !after.isRejected[subject] else {
      if before.isRejected[subject] != after.isRejected[subject] { unmatched += 1 }
      return
    }
    compared += 1
    addGrades(subject, before, after)
    let shift = abs(ranks.after[subject] - ranks.before[subject])
    if shift > 0 { rankMovers += 1 }
    rankShifts += shift
    if before.keys[subject] != after.keys[subject] { scoreChanges += 1 }
    let gain = Self.gain(subject, before, after)
    everybody.add(before: gain.had, change: gain.change)
    if !before.pay.isEmpty, !after.pay.isEmpty {
      pay.add(Compared(before: before.pay[subject], after: after.pay[subject]))
    }
  }

  /// What somebody had and how much more there is: of pay, or else of the final.
  private static func gain(
    _ subject: Int, _ before: SubjectResults, _ after: SubjectResults
  ) -> (had: Double, change: Double) {
    if !before.pay.isEmpty, !after.pay.isEmpty {
      let amounts = Compared(before: before.pay[subject], after: after.pay[subject])
      return (amounts.before, ComparedPay.change(amounts))
    }
    let isSame = before.keys[subject] == after.keys[subject]
    let had = before.finals[subject]
    return (had, isSame ? 0 : after.finals[subject] - had)
  }

  /// The gains of each group of a column; those of groups that are put together last.
  private static func gains(
    _ range: Range<Int>, _ before: SubjectResults, _ after: SubjectResults, _ column: GroupColumn
  ) -> [GainCounts] {
    var gains = [GainCounts](repeating: GainCounts(), count: column.shown.count + 1)
    for subject in range where !before.isRejected[subject] && !after.isRejected[subject] {
      let shown = column.shown[Int(column.groups.numbers[subject])]
      let gain = Self.gain(subject, before, after)
      gains[shown < 0 ? column.shown.count : shown].add(before: gain.had, change: gain.change)
    }
    return gains
  }

  /// The first grade that changes says whether it is a better one.
  private mutating func addGrades(
    _ subject: Int, _ before: SubjectResults, _ after: SubjectResults
  ) {
    var place = subject
    while place < before.bands.count {
      let (one, other) = (before.bands[place], after.bands[place])
      if one != other {
        gradeChanges += 1
        if other < one { gradesUp += 1 } else { gradesDown += 1 }
        return
      }
      place += before.count
    }
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
    pay.add(other.pay)
    everybody.add(other.everybody)
    for column in gains.indices {
      for group in gains[column].indices { gains[column][group].add(other.gains[column][group]) }
    }
  }

  /// The change of pay.
  var payroll: PayrollChange { PayrollChange(pay) }

  /// The same numbers as an analysis of the draft's policy gives.
  func effect(hasGrades: Bool, hasPay: Bool) -> PolicyEffect {
    PolicyEffect(
      compared: compared, unmatched: unmatched, gradeChanges: hasGrades ? gradeChanges : nil,
      gradesUp: gradesUp, gradesDown: gradesDown, rankMovers: rankMovers, rankShifts: rankShifts,
      scoreChanges: scoreChanges, payroll: hasPay ? payroll : nil)
  }
}
