import PolicyAnalysis
import ScoringPlan

/// What people do when numbers of the policy are varied one at a time.
struct SensitivityPart: Encodable, Sendable {
  let people: Int
  /// `grades` where the policy gives any, else `ranks`.
  let measure: String
  let payUnit: PageText?
  /// The strongest over a wider range.
  let curves: [NumberPart]
  /// The others that move somebody.
  let sparks: [NumberPart]
  /// Those that move nobody.
  let unmoved: [NumberPart]

  /// - Parameters:
  ///   - near: what comes of small changes of every number.
  ///   - wide: what comes of large changes of the strongest.
  init(
    _ near: [NumberResponse], wide: [NumberResponse], _ plan: Plan, _ labels: NumberLabels,
    people: Int
  ) {
    let large = Set(wide.map(\.number.path))
    let rest = near.byEffect.filter { !large.contains($0.number.path) }
    self.people = people
    measure = plan.gradings.isEmpty ? "ranks" : "grades"
    payUnit = plan.payroll.flatMap { $0.unit }.flatMap { UnitText($0).text }
    curves = wide.map { NumberPart($0, labels) }
    sparks = rest.filter(\.movesAnybody).map { NumberPart($0, labels) }
    unmoved = rest.filter { !$0.movesAnybody }.map { NumberPart($0, labels) }
  }
}
