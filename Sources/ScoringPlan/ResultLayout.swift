import ScorecardPolicy

/// The register of one result.
public struct ResultLayout: Sendable, Equatable {
  /// The name in the policy and of its output column.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// What its values are.
  public let type: ValueType
  /// The unit of its numbers.
  public let unit: Unit?
  /// The value.
  public let register: Register
  /// The formula as written.
  public let formula: String
  /// The named formulas of the subject table that the formula uses, by their index in
  /// `Plan.formulas`.
  public let uses: [Int]

  /// A result; `uses` is empty where it uses no named formula.
  public init(
    name: String, title: Title?, type: ValueType, unit: Unit?, register: Register,
    formula: String, uses: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.unit = unit
    self.register = register
    self.formula = formula
    self.uses = uses
  }
}
