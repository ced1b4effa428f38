/// What a printed number of a paper is.
public enum PaperQuantity: String, CaseIterable, Sendable {
  /// The weight of one label.
  case weight
  /// The principal eigenvalue, or what a paper computes in its place.
  case lambda
  /// The consistency index.
  case consistencyIndex = "CI"
  /// The random index.
  case randomIndex = "RI"
  /// The consistency ratio.
  case consistencyRatio = "CR"
  /// The geometric consistency index.
  case geometricIndex = "GCI"
  /// How many times larger or smaller the worst judgement is than the weights imply, at least 1.
  case worstFactor = "worst_factor"
  /// The priority of one alternative over all criteria.
  case priority
}
