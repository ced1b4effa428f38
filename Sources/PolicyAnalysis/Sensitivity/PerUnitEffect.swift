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
    guard let present = response.number.value,
      let middle = response.points.firstIndex(where: \.isPresent)
    else { return nil }
    let run = response.points.compactMap { point in point.effect.map { (point.value, $0) } }
    let below = run.last { $0.0 < response.points[middle].value }
    let above = run.first { $0.0 > response.points[middle].value }
    let sides = [below, above].compactMap(\.self)
    guard !sides.isEmpty else { return nil }
    let place = { (value: Double) in Self.place(value, response.number.kind) }
    let rates = { (quantity: (PolicyEffect) -> Double) in
      sides.map { quantity($0.1) / abs(place($0.0) - place(present)) }.reduce(0, +)
        / Double(sides.count)
    }
    gradeChanges =
      sides[0].1.gradeChanges == nil ? nil : rates { Double($0.gradeChanges ?? 0) }
    rankShift = rates(\.meanRankShift)
    let (low, high) = (below ?? (present, nil), above ?? (present, nil))
    let change = { (effect: PolicyEffect?) in effect?.payroll?.change ?? 0 }
    payroll =
      sides[0].1.payroll == nil
      ? nil : (change(high.1) - change(low.1)) / (place(high.0) - place(low.0))
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
