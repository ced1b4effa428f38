import ScorecardPolicy

/// How one subject's total came about: total, dimensions, measures, inputs.
///
/// Everything is a number that the plan computed; nothing is rounded. The points of the dimensions,
/// added in their order, are the total to the bit.
public struct Explanation: Sendable {
  /// The subject's key.
  public let key: String
  /// The total.
  public let total: Double
  /// The value after the gates; the total where a policy has none.
  public let final: Double
  /// The dimensions in the policy's order.
  public let dimensions: [ExplainedDimension]
}

/// One dimension of an explanation.
public struct ExplainedDimension: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// Whether it is added on top, outside the weights.
  public let isBonus: Bool
  /// Its weight in the total.
  public let weight: Double
  /// Its score.
  public let score: Double
  /// Weight times score: what it adds to the total.
  public let points: Double
  /// Whether the weights of the other measures grow when one is excluded.
  public let rescales: Bool
  /// Its measures in the policy's order.
  public let measures: [ExplainedMeasure]
}

/// One measure of an explanation.
public struct ExplainedMeasure: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people.
  public let title: Title?
  /// Its weight in the dimension as used, rescaled where other measures are excluded; nil when this
  /// measure is excluded.
  public let weight: Double?
  /// Its score after floor and cap; nil when excluded.
  public let score: Double?
  /// The formula's value before floor and cap; nil when missing.
  public let raw: Double?
  /// The floor, when the policy sets one.
  public let floor: Double?
  /// The cap, when the policy sets one.
  public let cap: Double?
  /// The formula as written.
  public let formula: String
  /// The policy's named formulas between the inputs and the score, in order of evaluation.
  public let steps: [ExplainedStep]
  /// The policy's parameters, curves, steps and lookups that had a part in it.
  public let settings: [PlanSetting]
  /// What the formula was computed from, in the order of first use.
  public let inputs: [ExplainedInput]

  /// What floor and cap did: `floor`, `cap`, or nothing.
  public var bound: String? {
    guard let raw, let score, raw != score else { return nil }
    return raw < score ? "floor" : "cap"
  }
}

/// One named formula on the way to a measure's score.
public struct ExplainedStep: Sendable {
  /// Its name.
  public let name: String
  /// The formula as written.
  public let formula: String
  /// Its value for the subject.
  public let value: Value
}

/// One input of a measure: a column, or an aggregate with the detail rows behind it.
public struct ExplainedInput: Sendable {
  /// Its name as formulas write it: `deposit_plan`, `SUM(business.rorac)`.
  public let name: String
  /// Its value.
  public let value: Value
  /// The unit of a column, when the policy names one.
  public let unit: Unit?
  /// For an aggregate the detail rows that it is formed from; else empty.
  public let rows: [ExplainedRow]
}

/// One detail row behind an aggregate.
public struct ExplainedRow: Sendable {
  /// The row's columns, then the formulas that lead to what is aggregated, in order of evaluation.
  public let values: [(name: String, value: Value)]
  /// What the row adds to the aggregate.
  public let contribution: Value
}
