import ScorecardPolicy
import ScoringPlan

/// What one gate does to a subject under each policy.
public struct GateChange: Sendable {
  /// Its name.
  public let name: String
  /// Its title for people, in the later policy where that has it.
  public let title: Title?
  /// The reason, for the person appraised.
  public let because: Title?
  /// Whether it applies; not so where a policy does not have it.
  public let applies: Compared<Bool>
  /// What it changes the running value by; 0 where it does not apply.
  public let effects: Compared<Double>

  /// What it changes the final by more than before.
  public var change: Double { effects.change }

  /// The gates of two explanations: the baseline's in their order, then those of the other alone.
  static func all(_ explanations: Compared<Explanation>) -> [GateChange] {
    PartChange.paired(explanations.map(\.gates), name: \.name).map { pair in
      let gate = pair.after ?? pair.before
      return GateChange(
        name: gate?.name ?? "", title: gate?.title, because: gate?.because,
        applies: pair.map { $0?.applied ?? false },
        effects: pair.map { gate in gate.map { $0.after - $0.before } ?? 0 })
    }
  }
}
