import ScoringEngine
import ScoringPlan

/// A subject that a change of policy moves far, with the reason.
///
/// The changes of the dimensions' points and of the gates' effects add up to the change of the final,
/// but for the rounding of doubles.
public struct Mover: Sendable {
  /// Its place among the subjects compared.
  public let subject: Int
  /// Its key.
  public let key: String
  /// Its rank among all subjects compared.
  public let ranks: Compared<Int>
  /// Its final.
  public let finals: Compared<Double>
  /// What the dimensions add: the baseline's in their order, then those of the other policy alone.
  public let dimensions: [PartChange]
  /// What the gates do.
  public let gates: [GateChange]

  /// The dimension that does most for the change of the final: whose points change most in its
  /// direction, or, where none goes that way, most at all; the first among equals, nil when none
  /// changes.
  public var leadingDimension: PartChange? {
    PartChange.leading(dimensions, toward: finals.change)
  }

  /// The subjects that move farthest: by ranks, then by the change of the final, then by the bytes of
  /// the key. Whose rank and published final stay is left out. O(n log n), and two explanations for each.
  static func farthest(
    _ count: Int, of subjects: ComparedSubjects, _ scored: Compared<ScoredPopulation>
  ) -> [Mover] {
    let decimals = max(scored.before.plan.decimals, scored.after.plan.decimals)
    let moved = (0..<subjects.count).compactMap { subject -> Distance? in
      let ranks = abs(subjects.rankChange(of: subject))
      let keys = subjects.finals.map { ScoreKey.key(of: $0[subject], decimals: decimals) }
      guard ranks > 0 || keys.before != keys.after else { return nil }
      return Distance(
        subject: subject, ranks: ranks, score: abs(subjects.change(of: subject)))
    }
    let order = moved.sorted { one, other in
      if one.ranks != other.ranks { return one.ranks > other.ranks }
      if one.score != other.score { return one.score > other.score }
      return subjects.isOrderedBefore(one.subject, other.subject)
    }
    let traces = scored.map { PlanTrace($0.plan) }
    return order.prefix(count).map { distance in
      let subject = distance.subject
      return Mover(
        subject, of: subjects,
        Compared(
          before: explanation(
            of: subjects.rows.before[subject], in: scored.before, traces.before),
          after: explanation(of: subjects.rows.after[subject], in: scored.after, traces.after)))
    }
  }

  private struct Distance {
    let subject: Int
    let ranks: Int
    let score: Double
  }

  private init(
    _ subject: Int, of subjects: ComparedSubjects, _ explanations: Compared<Explanation>
  ) {
    self.subject = subject
    key = subjects.key(of: subject)
    ranks = subjects.ranks.map { $0[subject] }
    finals = subjects.finals.map { $0[subject] }
    dimensions = PartChange.dimensions(explanations)
    gates = GateChange.all(explanations)
  }

  private static func explanation(
    of row: Int, in scored: ScoredPopulation, _ trace: PlanTrace
  ) -> Explanation {
    let explanation = scored.plan.explanation(
      of: scored.evaluation(of: row), values: scored.values, trace: trace)
    guard let explanation else {
      preconditionFailure("the interpreter rejects subject \(row), which the engine scored")
    }
    return explanation
  }
}
