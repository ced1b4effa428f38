/// The smallest change of weights that changes an order, a rank or a grade.
public enum WeightFlip: Sendable {
  /// A change, and what is known of smaller ones.
  public struct Change: Sendable {
    /// The size that changes must reach or exceed.
    public let distance: Double
    /// No smaller change has the effect; as large as the distance where that is exact.
    public let bound: Double
    /// Weights just beyond, those of each weighing.
    public let weights: [[Double]]
    /// What is given with these weights, by the engine.
    public let outcome: String
    /// Whether the engine gives something else with these weights, as it should.
    public let isVerified: Bool

    /// Whether no smaller change has the effect.
    public var isExact: Bool { bound >= distance * (1 - 1e-9) }
  }

  /// The change.
  case change(Change)
  /// No weights have the effect.
  case impossible
  /// None was found; no change smaller than this has the effect.
  case notFound(bound: Double)
}
