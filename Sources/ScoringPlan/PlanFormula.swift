import ScorecardPolicy

/// A named formula of a table.
public struct PlanFormula: Sendable, Equatable {
  /// Its name in the policy.
  public let name: String
  /// The formula as written.
  public let text: String
  /// What its values are.
  public let type: ValueType
  /// The unit of its numbers; nil when it takes the unit that its context needs.
  public let unit: Unit?
  /// The register that holds its value.
  public let register: Register
  /// The named formulas of the same table that it uses, by their index in `Plan.formulas`.
  public let uses: [Int]

  /// A formula; of numbers that take the unit of their context, unless said otherwise.
  public init(
    name: String, text: String, type: ValueType = .number, unit: Unit? = nil, register: Register,
    uses: [Int]
  ) {
    self.name = name
    self.text = text
    self.type = type
    self.unit = unit
    self.register = register
    self.uses = uses
  }
}
