import ScorecardPolicy

/// Which result is money paid.
public struct PayrollLayout: Sendable, Equatable {
  /// The name of the result.
  public let amount: String
  /// The result's register.
  public let register: Register
  /// Its unit.
  public let unit: Unit?
  /// What may be paid in all; infinite when the policy does not say.
  public let budget: ParameterSlot

  /// A payroll; the slot of the budget is there whether one is set or not.
  public init(amount: String, register: Register, unit: Unit?, budget: ParameterSlot) {
    self.amount = amount
    self.register = register
    self.unit = unit
    self.budget = budget
  }
}
