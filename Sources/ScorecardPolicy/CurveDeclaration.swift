/// A curve of some kind: points in ascending order of x.
public struct CurveDeclaration: Sendable, Equatable {
  /// How it goes through its points.
  public let kind: CurveKind
  /// Its name in formulas.
  public let name: String
  /// The points; of a step function x is the threshold.
  public let points: [Point]

  /// One point.
  public struct Point: Sendable, Equatable {
    /// Where.
    public let x: Double
    /// How much.
    public let y: Double
  }
}
