/// What is looked for, and how far.
public struct FlipOptions: Sendable, Equatable {
  /// How the size of a change of weights is measured.
  public var norm: WeightNorm
  /// The most steps of judgements that are tried.
  public var steps: Int

  /// Options; four steps of six judgements are 1,288 ways to try.
  public init(norm: WeightNorm = .largest, steps: Int = 4) {
    (self.norm, self.steps) = (norm, steps)
  }
}
