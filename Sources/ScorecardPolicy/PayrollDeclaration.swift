/// Which result is money paid, for analysis.
public struct PayrollDeclaration: Sendable, Equatable {
  /// The name of the result.
  public let amount: String
  /// Its unit.
  public let unit: Unit?
  /// What may be paid in all, in the unit of the amount.
  public let budget: Double?
}
