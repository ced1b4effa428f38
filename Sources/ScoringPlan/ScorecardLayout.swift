import ScorecardPolicy

/// Which registers of the subject table hold which scores, for output and explanation.
public struct ScorecardLayout: Sendable, Equatable {
  /// The dimensions in the policy's order.
  public let dimensions: [DimensionLayout]
  /// The register of the total.
  public let total: Register
  /// The register of the value after the gates; nil when the policy has no gates.
  public let final: Register?

  /// A layout.
  public init(dimensions: [DimensionLayout], total: Register, final: Register?) {
    self.dimensions = dimensions
    self.total = total
    self.final = final
  }
}

/// The registers of one dimension.
public struct DimensionLayout: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// Whether it is added on top, outside the weights.
  public let isBonus: Bool
  /// Its weight in the total.
  public let weight: ParameterSlot
  /// Its score.
  public let score: Register
  /// Its measures in the policy's order.
  public let measures: [MeasureLayout]
  /// Whether the weights of the other measures grow when one is excluded.
  public let rescales: Bool

  /// A dimension.
  public init(
    name: String, title: Title?, isBonus: Bool, weight: ParameterSlot, score: Register,
    measures: [MeasureLayout], rescales: Bool
  ) {
    self.name = name
    self.title = title
    self.isBonus = isBonus
    self.weight = weight
    self.score = score
    self.measures = measures
    self.rescales = rescales
  }
}

/// The registers of one measure.
public struct MeasureLayout: Sendable, Equatable {
  /// The name in the policy.
  public let name: String
  /// The title for people.
  public let title: Title?
  /// Its weight in the dimension's score.
  public let weight: ParameterSlot
  /// The formula's value, before floor and cap.
  public let raw: Register
  /// The measure's score, after floor and cap; missing where the measure is excluded.
  public let score: Register
  /// The floor; minus infinity when there is none.
  public let floor: ParameterSlot
  /// The cap; infinity when there is none.
  public let cap: ParameterSlot
  /// Whether a missing score leaves the measure out instead of rejecting the row.
  public let excludesMissing: Bool
  /// The formula as written.
  public let formula: String

  /// A measure.
  public init(
    name: String, title: Title?, weight: ParameterSlot, raw: Register, score: Register,
    floor: ParameterSlot, cap: ParameterSlot, excludesMissing: Bool, formula: String
  ) {
    self.name = name
    self.title = title
    self.weight = weight
    self.raw = raw
    self.score = score
    self.floor = floor
    self.cap = cap
    self.excludesMissing = excludesMissing
    self.formula = formula
  }
}
