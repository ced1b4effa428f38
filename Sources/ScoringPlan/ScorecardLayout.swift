import ScorecardPolicy

/// Which registers of the subject table hold which scores, for output and explanation.
public struct ScorecardLayout: Sendable, Equatable {
  /// The dimensions in the policy's order.
  public let dimensions: [DimensionLayout]
  /// The register of the total.
  public let total: Register
  /// The gates in the order in which they apply.
  public let gates: [GateLayout]
  /// The register of the value after the gates; nil when the policy has no gates.
  public let final: Register?
  /// The results in the policy's order.
  public let results: [ResultLayout]

  /// A layout; `final` is nil without gates.
  public init(
    dimensions: [DimensionLayout], total: Register, gates: [GateLayout] = [], final: Register?,
    results: [ResultLayout] = []
  ) {
    self.dimensions = dimensions
    self.total = total
    self.gates = gates
    self.final = final
    self.results = results
  }
}
