import AHP
import ScorecardPolicy
import ScoringPlan

/// One number of a policy that can be varied: where it stands, and what it is now.
public struct PolicyNumber: Sendable, Equatable {
  /// What a number of a policy does.
  public enum Kind: String, Sendable, CaseIterable, Encodable {
    /// A judgement of a pairwise comparison; weights are computed from it anew.
    case judgement
    /// A weight; the others of the same sum are rescaled so that they still add up to 1.
    case weight
    /// A named parameter.
    case parameter
    /// The x of a point of a curve, or the threshold of a step.
    case breakpoint
    /// The y of a point of a curve or step.
    case curveValue = "curve-value"
    /// The number that a text stands for.
    case lookup
    /// The number that stands in for a missing one.
    case substitute
    /// The lowest score of a measure.
    case floor
    /// The highest score of a measure.
    case cap
    /// What a gate deducts or caps at.
    case gateAmount = "gate-amount"
    /// A number in a formula of a gate, such as the threshold of its condition.
    case gateNumber = "gate-number"
    /// The seats of a band.
    case seats
    /// The share of a band.
    case share
    /// The least value for a band.
    case minimum
    /// What may be paid in all; nobody's grade or pay depends on it.
    case budget
    /// A number in any other formula.
    case formulaNumber = "formula-number"
  }

  /// The judgement that a number is.
  struct Comparison: Sendable, Equatable {
    /// Where the weights stand.
    let weights: String
    let row: String
    let column: String
  }

  /// Where it stands: the path of a slot of the plan; for a judgement that of the weights with
  /// `.judgements.ROW.COLUMN`; for a number in a formula that of the formula with its place, from 1.
  public let path: String
  /// What it does.
  public let kind: Kind
  /// Its unit, when the policy names one.
  public let unit: Unit?
  /// What it is now; nil where a cap, a floor or the budget is not set.
  public let value: Double?
  /// What it is now, as the policy writes it; empty where it is not set.
  public let text: String
  /// The judgement that it is; nil for numbers of other kinds.
  let comparison: Comparison?

  init(
    path: String, kind: Kind, unit: Unit? = nil, value: Double?, text: String? = nil,
    comparison: Comparison? = nil
  ) {
    self.path = path
    self.kind = kind
    self.unit = unit
    self.value = value
    self.text = text ?? value?.asWritten ?? ""
    self.comparison = comparison
  }

  /// The judgement seen from its column; nil for numbers of other kinds.
  var reversed: PolicyNumber? {
    guard let comparison, let judgement = try? Judgement(text).reciprocal else { return nil }
    let weights = comparison.weights
    return PolicyNumber(
      path: "\(weights).judgements.\(comparison.column).\(comparison.row)", kind: kind,
      value: judgement.value, text: judgement.text,
      comparison: Comparison(weights: weights, row: comparison.column, column: comparison.row))
  }

  /// A value for this number as a user writes it; nil when the text is none.
  public func value(of text: String) -> Double? {
    kind == .judgement ? (try? Judgement(text))?.value : PolicyTuning.value(of: text)
  }

  /// A value of this number as people write it: judgements below 1 as fractions where they are on the scale.
  public func text(of value: Double) -> String {
    if value == self.value { return text }
    return kind == .judgement ? JudgementSteps.judgement(of: value).text : value.asWritten
  }
}
