/// An input of a value: a column of the subject table, an aggregate of detail rows, a statistic over
/// the population, or a score that was computed before.
public struct PlanInput: Sendable, Equatable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`, `total`.
  public let name: String
  /// The register of the subject table that holds it.
  public let register: Register
  /// The aggregate, when it is one.
  public let aggregate: Aggregate?
}
