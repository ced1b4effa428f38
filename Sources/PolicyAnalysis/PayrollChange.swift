import ScoringPlan

/// What a change of policy does to the pay of subjects together, in the unit of pay.
public struct PayrollChange: Sendable, Equatable {
  /// What they are paid in all, rounded once.
  public let totals: Compared<Double>
  /// How many are paid more.
  public let gaining: Int
  /// How many are paid less.
  public let losing: Int
  /// How many are paid the same, but for rounding.
  public let unchanged: Int
  /// What the first are paid more, in all.
  public let gained: Double
  /// What the second are paid less, in all.
  public let lost: Double

  /// A change that was added up elsewhere.
  package init(
    totals: Compared<Double>, gaining: Int, losing: Int, unchanged: Int, gained: Double,
    lost: Double
  ) {
    (self.totals, self.gaining, self.losing) = (totals, gaining, losing)
    (self.unchanged, self.gained, self.lost) = (unchanged, gained, lost)
  }

  /// The change for some of the subjects; a missing amount counts as 0.
  init(_ pay: ComparedPay, of subjects: some Sequence<Int>) {
    var (before, after, gained, lost) = (ExactSum(), ExactSum(), ExactSum(), ExactSum())
    var (gaining, losing, unchanged) = (0, 0, 0)
    for subject in subjects {
      before.add(pay.amounts.before[subject] ?? 0)
      after.add(pay.amounts.after[subject] ?? 0)
      let change = pay.change(of: subject)
      if change > 0 {
        gaining += 1
        gained.add(change)
      } else if change < 0 {
        losing += 1
        lost.add(-change)
      } else {
        unchanged += 1
      }
    }
    totals = Compared(before: before.rounded(), after: after.rounded())
    (self.gaining, self.losing, self.unchanged) = (gaining, losing, unchanged)
    (self.gained, self.lost) = (gained.rounded(), lost.rounded())
  }
}
