/// What is known of a linear program once it was solved.
public enum LinearOutcome: Sendable, Equatable {
  /// The values of the variables, in order, and their cost, than which there is no less.
  case optimal(values: [Double], cost: Double)
  /// No values satisfy all requirements.
  case infeasible
  /// Costs have no least.
  case unbounded
  /// The search for whole numbers was stopped at its limit: nothing costs less than `bound`; what was
  /// found is the best so far.
  case stopped(found: Found?, bound: Double)

  /// Values that satisfy all requirements.
  public struct Found: Sendable, Equatable {
    /// The values of the variables, in order.
    public let values: [Double]
    /// Their cost.
    public let cost: Double
  }
}
