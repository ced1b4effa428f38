import ScorecardPolicy

/// A curve through points in order of x; outside them the end values hold.
public struct Curve: Sendable, Equatable {
  /// One point.
  public struct Point: Sendable, Equatable {
    /// Where; of a step function the threshold.
    public let x: ParameterSlot
    /// How much.
    public let y: ParameterSlot

    /// A point.
    public init(x: ParameterSlot, y: ParameterSlot) {
      self.x = x
      self.y = y
    }
  }

  /// How it goes through its points.
  public let kind: CurveKind
  /// The curve's name in the policy.
  public let name: String
  /// The points, in order of x.
  public let points: [Point]

  /// A curve; it needs at least one point.
  public init(kind: CurveKind, name: String, points: [Point]) {
    self.kind = kind
    self.name = name
    self.points = points
  }

  /// The value at x. O(points).
  public func value(at x: Double, _ parameters: ParameterVector) -> Double {
    kind.value(
      at: x, of: points.count, x: { parameters[points[$0].x] }, y: { parameters[points[$0].y] })
  }
}

// What curves give. Every executor takes it from here, so that all have the same bits.
extension CurveKind {
  /// The value at x of a curve through some points, which is never above the highest of them; not
  /// finite where it is beyond the range of doubles.
  ///
  /// Linear: exact at a point, else `y0 + (y1 - y0) * (x - x0) / (x1 - x0)` from left to right; of two
  /// points at one x, a jump, the later value holds there. Step: the value of the last threshold that
  /// is not above x, and below the first threshold the first value. O(points).
  @inlinable
  @inline(__always)
  public func value(
    at x: Double, of count: Int, x xs: (Int) -> Double, y ys: (Int) -> Double
  ) -> Double {
    var index = count - 1
    while index >= 0, !(xs(index) <= x) { index -= 1 }
    if index < 0 { return ys(0) }
    switch self {
    case .step: return ys(index)
    case .linear:
      let (x0, y0) = (xs(index), ys(index))
      guard x > x0, index + 1 < count else { return y0 }
      return y0 + (ys(index + 1) - y0) * (x - x0) / (xs(index + 1) - x0)
    }
  }
}
