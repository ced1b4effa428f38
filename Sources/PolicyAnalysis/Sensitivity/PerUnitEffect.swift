import AHP

/// What a change of a number by one unit does near its present value.
///
/// Taken from the nearest values on either side that the policy can have. A unit is one step of the scale
/// for a judgement, one point (a hundredth) for a weight or share, one seat, and 1 in its own unit for any
/// other number.
public struct PerUnitEffect: Sendable, Equatable {
  /// How many people get another grade, the mean of both sides; nil without grades.
  public let gradeChanges: Double?
  /// The mean shift of ranks, the mean of both sides.
  public let rankShift: Double
  /// By how much more is paid when the number rises: from one side to the other; nil without pay.
  public let payroll: Double?

  init?(_ response: NumberResponse) {
    guard let present = response.points.first(where: { $0.isPresent })?.value else { return nil }
    let sides = Self.sides(response, of: present)
    guard let low = sides.first, let high = sides.last else { return nil }
    let count = Double(sides.count)
    gradeChanges =
      low.effect.gradeChanges == nil
      ? nil
      : sides.reduce(0) { $0 + Double($1.effect.gradeChanges ?? 0) / abs($1.distance) } / count
    rankShift = sides.reduce(0) { $0 + $1.effect.meanRankShift / abs($1.distance) } / count
    // Where one side is lacking, the other is compared with the present value, at which nothing changes.
    let isBothSided = low.distance < 0 && high.distance > 0
    let (from, to) = (low.payChange, high.payChange)
    payroll =
      low.effect.payroll == nil
      ? nil : isBothSided ? (to - from) / (high.distance - low.distance) : to / high.distance
  }

  /// An effect, and how many units away from the present value it is, below 0 on the lower side.
  private struct Side {
    let distance: Double
    let effect: PolicyEffect

    var payChange: Double { effect.payroll?.change ?? 0 }
  }

  /// The nearest effects on the lower and on the upper side.
  private static func sides(_ response: NumberResponse, of present: Double) -> [Side] {
    let kind = response.number.kind
    var (below, above): (Side?, Side?) = (nil, nil)
    for point in response.points {
      guard let effect = point.effect, point.value != present else { continue }
      let distance = place(point.value, kind) - place(present, kind)
      let side = Side(distance: distance, effect: effect)
      if point.value < present { below = side } else { above = above ?? side }
    }
    return [below, above].compactMap { $0 }
  }

  /// Where a value lies, in units.
  private static func place(_ value: Double, _ kind: PolicyNumber.Kind) -> Double {
    switch kind {
    case .judgement: JudgementSteps.position(of: value)
    case .weight, .share: 100 * value
    default: value
    }
  }
}
