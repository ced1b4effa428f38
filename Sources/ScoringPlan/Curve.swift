/// A piecewise linear curve through points in order of x; outside them the end values hold.
public struct Curve: Sendable, Equatable {
  /// The curve's name in the policy.
  public let name: String
  /// The points' coordinates, in order of x. Two at one x are a jump: the later value holds there.
  public let points: [(x: ParameterSlot, y: ParameterSlot)]

  /// A curve; it needs at least one point.
  public init(name: String, points: [(x: ParameterSlot, y: ParameterSlot)]) {
    self.name = name
    self.points = points
  }

  /// The value at x: exact at a point, else `y0 + (y1 - y0) * (x - x0) / (x1 - x0)` from left to
  /// right. O(points).
  public func value(at x: Double, _ parameters: ParameterVector) -> Double {
    guard let index = points.lastIndex(where: { parameters[$0.x] <= x }) else {
      return parameters[points[0].y]
    }
    let (x0, y0) = (parameters[points[index].x], parameters[points[index].y])
    guard x > x0, index + 1 < points.count else { return y0 }
    let (x1, y1) = (parameters[points[index + 1].x], parameters[points[index + 1].y])
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
  }

  /// Whether two curves have the same name and slots.
  public static func == (left: Curve, right: Curve) -> Bool {
    left.name == right.name && left.points.elementsEqual(right.points, by: ==)
  }
}
