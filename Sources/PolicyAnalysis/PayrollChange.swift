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

  /// The change for some of the subjects; a missing amount counts as 0.
  init(_ pay: ComparedPay, of subjects: some Sequence<Int>) {
    var tally = PayrollTally()
    for subject in subjects { tally.add(pay.amounts.map { $0[subject] ?? 0 }) }
    self.init(tally)
  }

  /// What was added up.
  package init(_ tally: PayrollTally) {
    totals = Compared(before: tally.before.rounded(), after: tally.after.rounded())
    (gaining, losing, unchanged) = (tally.gaining, tally.losing, tally.unchanged)
    (gained, lost) = (tally.gained.rounded(), tally.lost.rounded())
  }
}
