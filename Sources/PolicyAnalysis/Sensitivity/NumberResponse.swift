/// What people and pay do when one number of a policy is varied: a curve of points.
public struct NumberResponse: Sendable {
  /// One value and what comes of it.
  public struct Point: Sendable {
    /// The value.
    public let value: Double
    /// Whether it is that which the policy has.
    public let isPresent: Bool
    /// What changes against the policy as it stands; or why the policy cannot have this value.
    public let outcome: Outcome

    /// What changes; nil where the policy cannot have the value.
    public var effect: PolicyEffect? {
      if case .effect(let effect) = outcome { effect } else { nil }
    }

    /// Why the policy cannot have the value; nil where it can.
    public var refusal: String? {
      if case .refused(let reason) = outcome { reason } else { nil }
    }
  }

  /// What comes of a value.
  public enum Outcome: Sendable {
    /// What changes against the policy as it stands.
    case effect(PolicyEffect)
    /// The policy would be at fault with this value: why. Nothing was scored.
    case refused(String)
  }

  /// The number.
  public let number: PolicyNumber
  /// What comes of each value, in ascending order.
  public let points: [Point]

  /// The most people whose grade changes at one of the points; nil without grades.
  public var mostGradeChanges: Int? { effects.compactMap(\.gradeChanges).max() }
  /// The most people whose rank among all changes at one of the points.
  public var mostRankMovers: Int { effects.map(\.rankMovers).max() ?? 0 }
  /// The largest mean shift of ranks at one of the points.
  public var largestRankShift: Double { effects.map(\.meanRankShift).max() ?? 0 }
  /// The least and the largest change of what is paid, at the points that can be; nil without pay.
  public var payrollChanges: ClosedRange<Double>? {
    let changes = effects.compactMap { $0.payroll?.change }
    guard let least = changes.min(), let most = changes.max() else { return nil }
    return least...most
  }

  /// Whether anybody's grade, rank or pay changes at one of the points.
  public var movesAnybody: Bool {
    (mostGradeChanges ?? 0) > 0 || mostRankMovers > 0
      || effects.contains { $0.paidMore + $0.paidLess > 0 }
  }

  private var effects: [PolicyEffect] { points.compactMap(\.effect) }

  /// What a change by one unit does near the present value; nil where no value beside it can be, or the
  /// number is not set.
  public var perUnit: PerUnitEffect? { PerUnitEffect(self) }

  /// Whether one response has more effect than another: by grades, then by ranks, then by pay.
  static func isOrderedBefore(_ one: NumberResponse, _ other: NumberResponse) -> Bool {
    if one.mostGradeChanges != other.mostGradeChanges {
      return (one.mostGradeChanges ?? 0) > (other.mostGradeChanges ?? 0)
    }
    if one.largestRankShift != other.largestRankShift {
      return one.largestRankShift > other.largestRankShift
    }
    return one.largestPayrollChange > other.largestPayrollChange
  }

  private var largestPayrollChange: Double {
    payrollChanges.map { max(abs($0.lowerBound), abs($0.upperBound)) } ?? 0
  }
}

extension [NumberResponse] {
  /// The responses with those first that have most effect: on grades, then on ranks, then on pay; equals
  /// stay in their order.
  public var byEffect: [NumberResponse] {
    enumerated().sorted { one, other in
      if NumberResponse.isOrderedBefore(one.element, other.element) { return true }
      if NumberResponse.isOrderedBefore(other.element, one.element) { return false }
      return one.offset < other.offset
    }.map(\.element)
  }
}
