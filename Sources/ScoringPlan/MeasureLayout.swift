import ScorecardPolicy

/// The registers of one measure.
public struct MeasureLayout: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// What training or guidance helps with it.
  public let guidance: Title?
  /// Its weight in the dimension's score.
  public let weight: TermWeight
  /// Whether it applies; nil when it does everywhere.
  public let applies: Register?
  /// The condition as written; nil when it applies everywhere.
  public let condition: String?
  /// The formula's value, before floor and cap.
  public let raw: Register
  /// The measure's score, after floor and cap; missing where the measure is excluded or does not
  /// apply.
  public let score: Register
  /// The floor; minus infinity when there is none.
  public let floor: ParameterSlot
  /// The cap; infinity when there is none.
  public let cap: ParameterSlot
  /// Whether a missing score leaves the measure out instead of rejecting the row.
  public let excludesMissing: Bool
  /// The formula as written.
  public let formula: String
  /// The named formulas of the subject table that the formula uses, by their index in
  /// `Plan.formulas`.
  public let uses: [Int]

  /// A measure that applies everywhere unless `applies` says where.
  public init(
    name: String, title: Title?, guidance: Title? = nil, weight: TermWeight,
    applies: Register? = nil,
    condition: String? = nil, raw: Register,
    score: Register, floor: ParameterSlot, cap: ParameterSlot, excludesMissing: Bool,
    formula: String, uses: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.guidance = guidance
    self.weight = weight
    self.applies = applies
    self.condition = condition
    self.raw = raw
    self.score = score
    self.floor = floor
    self.cap = cap
    self.excludesMissing = excludesMissing
    self.formula = formula
    self.uses = uses
  }
}
