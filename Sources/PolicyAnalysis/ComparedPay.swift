import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// What two policies pay, in the same unit.
public struct ComparedPay: Sendable {
  /// Amounts that differ by less than this share of the larger are equal: they differ by rounding.
  private static let tolerance = 1e-9

  /// The results that are money paid.
  public let names: Compared<String>
  /// The unit of both; nil when the policies name none.
  public let unit: Unit?
  /// For each subject compared what it is paid; nil where the result is missing.
  public let amounts: Compared<[Double?]>

  /// The pay of subjects; nil when not both policies have a payroll, or their units differ.
  init?(_ scored: Compared<ScoredPopulation>, rows: Compared<[Int]>) {
    guard let before = scored.before.plan.payroll, let after = scored.after.plan.payroll,
      before.unit == after.unit
    else { return nil }
    names = Compared(before: before.amount, after: after.amount)
    unit = before.unit
    amounts = Compared(
      before: Self.amounts(before, scored.before, rows.before),
      after: Self.amounts(after, scored.after, rows.after))
  }

  /// How much more a subject is paid, a missing amount as 0; 0 when the amounts are equal but for
  /// rounding.
  public func change(of subject: Int) -> Double {
    Self.change(amounts.map { $0[subject] ?? 0 })
  }

  /// How much one amount is more than another; 0 when they are equal but for rounding.
  package static func change(_ amounts: Compared<Double>) -> Double {
    let largest = max(abs(amounts.before), abs(amounts.after))
    return abs(amounts.change) <= tolerance * largest ? 0 : amounts.change
  }

  private static func amounts(
    _ payroll: PayrollLayout, _ scored: ScoredPopulation, _ rows: [Int]
  ) -> [Double?] {
    guard let column = scored.column(payroll.register) else {
      preconditionFailure("a run keeps what is paid")
    }
    return rows.map { column[$0] }
  }
}
