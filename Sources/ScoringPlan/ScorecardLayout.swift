import ScorecardPolicy

/// Which registers of the subject table hold which scores, for output and explanation.
public struct ScorecardLayout: Sendable, Equatable {
  /// The dimensions in the policy's order.
  public let dimensions: [DimensionLayout]
  /// The register of the total.
  public let total: Register
  /// The register of the value after the gates; nil when the policy has no gates.
  public let final: Register?
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
}
