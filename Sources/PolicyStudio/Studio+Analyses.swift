import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

// What takes longer, and is shown when the hand rests.
extension Studio {
  /// How far weights move with judgements, and whose grade is not safe.
  struct StabilityDocument: Encodable, Sendable {
    struct Bands: Encodable, Sendable {
      let path: String
      let halfStep: [[Double]]
      let wholeStep: [[Double]]
    }

    let weighings: [Bands]
    let draws: Int
    let seed: UInt64
    let fragile: FragilePart?
  }

  /// One number of a draft, moved to either side.
  struct SensitivityDocument: Encodable, Sendable {
    let number: NumberPart
    let people: Int
    /// What the curve's height is: `grades` or `ranks`.
    let measure: String

    func encode(to encoder: any Encoder) throws {
      try number.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(people, forKey: .people)
      try container.encode(measure, forKey: .measure)
    }

    private enum CodingKeys: CodingKey { case people, measure }
  }

  /// How safe grades are when the draft's judgements are drawn anew within half a step.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy, or its judgements are too inconsistent.
  func stability(_ changes: DraftChanges) throws -> StabilityDocument {
    let variable = try VariablePolicy(Draft(changes, of: policy).tuning)
    let found = try ReportUncertainty(
      variable, population, draws: options.draws, seed: Self.seed, threads: options.threads
    ) { _ in }
    let bands = WeighingTree(variable.resolved).leaves.compactMap { leaf in
      found?.bands(at: leaf.path).map {
        StabilityDocument.Bands(path: leaf.path, halfStep: $0.half, wholeStep: $0.whole)
      }
    }
    let column = StudioDocument.usual(policy.plan, maker)
    return StabilityDocument(
      weighings: bands, draws: found?.draws ?? 0, seed: Self.seed,
      fragile: found?.fragile(NumberLabels(variable.resolved.policy), column: column))
  }

  /// What people do when one number of the draft is moved; nil where the draft has no such number.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy.
  func sensitivity(_ changes: DraftChanges, path: String) throws -> SensitivityDocument? {
    try sensitivities.with(changes) { analysis in
      guard let number = analysis.policy.number(at: path), number.value != nil else { return nil }
      let response = try analysis.response(of: number, over: Neighbourhood(of: number))
      let labels = NumberLabels(analysis.policy.resolved.policy)
      return SensitivityDocument(
        number: NumberPart(response, labels), people: analysis.baseline.counts[0].scored,
        measure: analysis.policy.plan.gradings.isEmpty ? "ranks" : "grades")
    }
  }
}
