import AHP

/// What repair a matrix needs. It proposes; whether a judgement is changed is up to who gave it.
public struct RepairReport: Sendable {
  /// What the matrix says as it was given.
  public let analysis: JudgementAnalysis
  /// The least number of judgements that must change; 0 when the matrix is consistent. Proven: no
  /// smaller set of judgements brings the ratio below the limit, whatever their values on the scale.
  public let fewest: Int
  /// One proposal for each set of `fewest` judgements that can do it; those that move judgements least
  /// come first, then those with the lowest ratio.
  ///
  /// Each value is as near to the one given as the others allow: one step nearer, and the ratio would
  /// not be below the limit.
  public let proposals: [RepairProposal]
  /// For each judgement the value on the scale that alone makes the ratio lowest; the lowest first.
  /// Judgements that no other value would better are left out.
  public let singleChanges: [RepairProposal]

  /// The one change that brings the ratio below the limit by the fewest steps; nil when no single
  /// change can, or none is needed.
  public var smallestSingleChange: RepairProposal? { fewest == 1 ? proposals.first : nil }
}
