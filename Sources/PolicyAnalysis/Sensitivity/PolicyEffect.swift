import ScoringEngine
import ScoringPlan

/// What a change of policy does to people and pay, in a few numbers.
public struct PolicyEffect: Sendable, Equatable {
  /// How many subjects are compared: those that both policies score.
  public let compared: Int
  /// How many subjects only one of the policies scores.
  public let unmatched: Int
  /// How many get another grade, of those that both policies give under the same name; nil when there are
  /// none.
  public let gradeChanges: Int?
  /// Of these, how many get a better one: a band nearer to the top of the first grade that changes.
  public let gradesUp: Int
  /// Of these, how many get a worse one.
  public let gradesDown: Int
  /// How many have another rank among all by their published finals.
  public let rankMovers: Int
  /// By how many ranks subjects move on average, up or down, those that stay among them; 0 for none.
  public let meanRankShift: Double
  /// How many published finals are not the same.
  public let scoreChanges: Int
  /// What is paid to those compared, in the unit of pay; nil where pay cannot be compared.
  public let payroll: Compared<Double>?
  /// How many of those compared are paid more.
  public let paidMore: Int
  /// How many of those compared are paid less.
  public let paidLess: Int

  /// What was counted elsewhere.
  package init(
    compared: Int, unmatched: Int, gradeChanges: Int?, gradesUp: Int, gradesDown: Int,
    rankMovers: Int, rankShifts: Int, scoreChanges: Int, payroll: PayrollChange?
  ) {
    (self.compared, self.unmatched) = (compared, unmatched)
    (self.gradeChanges, self.gradesUp, self.gradesDown) = (gradeChanges, gradesUp, gradesDown)
    self.rankMovers = rankMovers
    meanRankShift = compared == 0 ? 0 : Double(rankShifts) / Double(compared)
    self.scoreChanges = scoreChanges
    self.payroll = payroll?.totals
    (paidMore, paidLess) = (payroll?.gaining ?? 0, payroll?.losing ?? 0)
  }

  /// What changes between two runs, whose subjects are matched by the bytes of their keys.
  ///
  /// - Complexity: O(n log n) in subjects.
  public init(before: ScoredPopulation, after: ScoredPopulation) {
    let scored = Compared(before: before, after: after)
    let matching = SubjectMatching(scored)
    // Those whom neither scores are no change.
    let unmatched = matching.unmatched.count {
      ($0.presence.before == .scored) != ($0.presence.after == .scored)
    }
    self.init(
      ComparedSubjects(scored, rows: matching.subjects), unmatched: unmatched,
      decimals: scored.map(\.plan.decimals))
  }

  /// What changes between two runs over one population.
  init(ofSamePopulation scored: Compared<ScoredPopulation>) {
    let isRejected = scored.map { run in
      (0..<run.population.subjectCount).map { run.isRejected($0) }
    }
    let both = zip(isRejected.before, isRejected.after)
    let rows = both.enumerated().filter { !$0.element.0 && !$0.element.1 }.map(\.offset)
    self.init(
      ComparedSubjects(scored, rows: Compared(before: rows, after: rows)),
      unmatched: both.count { $0 != $1 }, decimals: scored.map(\.plan.decimals))
  }

  private init(_ subjects: ComparedSubjects, unmatched: Int, decimals: Compared<Int>) {
    compared = subjects.count
    self.unmatched = unmatched
    var (up, down, changes) = (0, 0, 0)
    for subject in 0..<subjects.count {
      guard let grade = subjects.grades.first(where: { $0.isChanged(subject) }) else { continue }
      changes += 1
      if grade.places.after[subject] < grade.places.before[subject] { up += 1 } else { down += 1 }
    }
    gradeChanges = subjects.grades.isEmpty ? nil : changes
    (gradesUp, gradesDown) = (up, down)
    let shifts = (0..<subjects.count).map { abs(subjects.rankChange(of: $0)) }
    rankMovers = shifts.count { $0 > 0 }
    meanRankShift = shifts.isEmpty ? 0 : Double(shifts.reduce(0, +)) / Double(shifts.count)
    let published = subjects.published
    scoreChanges =
      decimals.before == decimals.after
      ? zip(published.before, published.after).count { $0 != $1 }
      : (0..<subjects.count).count { subjects.change(of: $0) != 0 }
    let change = subjects.pay.map { PayrollChange($0, of: 0..<subjects.count) }
    payroll = change?.totals
    (paidMore, paidLess) = (change?.gaining ?? 0, change?.losing ?? 0)
  }
}
