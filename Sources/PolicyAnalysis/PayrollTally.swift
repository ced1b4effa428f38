import ScoringPlan

/// Adds up what a change of policy does to pay, person by person; sums are exact, whatever the order.
package struct PayrollTally: Sendable {
  private(set) var (before, after) = (ExactSum(), ExactSum())
  private(set) var (gained, lost) = (ExactSum(), ExactSum())
  private(set) var (gaining, losing, unchanged) = (0, 0, 0)

  /// Nobody yet.
  package init() {}

  /// Adds a person; amounts that differ by rounding are the same.
  package mutating func add(_ amounts: Compared<Double>) {
    before.add(amounts.before)
    after.add(amounts.after)
    let change = ComparedPay.change(amounts)
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

  /// Adds the people of another.
  package mutating func add(_ other: PayrollTally) {
    before.add(other.before)
    after.add(other.after)
    gained.add(other.gained)
    lost.add(other.lost)
    gaining += other.gaining
    losing += other.losing
    unchanged += other.unchanged
  }
}
