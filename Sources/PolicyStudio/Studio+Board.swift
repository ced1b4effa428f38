import AnalysisReport
import PolicyAnalysis
import ScorecardPolicy
import ScoringPlan

// What is shown while a number is being moved.
extension Studio {
  /// The board of a draft.
  ///
  /// - Parameters:
  ///   - column: the text column that makes the groups shown; where it makes none, all are together.
  ///   - group: the group whose ranks are shown; nil for one in which grades change.
  ///   - before: the group that was shown before, which stays as long as anything happens in it.
  /// - Throws: `DiagnosedFailure` where the draft is no policy; `LinearAlgebraError`.
  func board(
    _ changes: DraftChanges, column: String?, group: String?, before: String? = nil
  ) throws -> Board {
    let scored = try scored(changes)
    let clock = ContinuousClock()
    let start = clock.now
    let results = scored.results
    let tally = maker.tally(results)
    let column = maker.column(named: column)
    let group = column.flatMap { maker.group(group, before: before, of: $0, results) }
    let distributions = maker.distributions(results, column, group: group)
    let hasPay = maker.baseline.hasPay && results.hasPay
    return Board(
      warning: warning(scored.draft),
      weighings: try weighings(scored.draft),
      effect: tally.effect(hasGrades: !policy.plan.gradings.isEmpty, hasPay: hasPay),
      slopes: maker.slopes(results, column, group: group), distributions: distributions,
      payroll: maker.payroll(tally, results), groups: maker.gains(tally),
      milliseconds: Board.Milliseconds(
        policy: scored.milliseconds.policy, scoring: scored.milliseconds.scoring,
        summary: (clock.now - start).milliseconds))
  }

  /// Whose judgements contradict each other too much.
  private func warning(_ draft: Draft) -> PageText? {
    let labels = NumberLabels(draft.resolved.policy)
    for leaf in WeighingTree(draft.resolved).leaves {
      guard let analysis = leaf.resolved.analysis, analysis.isConsistent == false,
        let ratio = analysis.consistencyRatio
      else { continue }
      let (reached, limit) = (
        ((ratio * 1e4).rounded() / 1e4).asWritten, analysis.maximumRatio.asWritten
      )
      return .joined(
        [labels.weighing(at: leaf.path, text: leaf.text)],
        {
          "The judgements on \($0[0]) contradict each other: their consistency ratio is \(reached), not below "
            + "\(limit). The draft is shown, but it cannot be saved."
        },
        { "\($0[0])的判断相互矛盾：一致性比率为 \(reached)，未低于 \(limit)。草案可以查看，但不能保存。" })
    }
    return nil
  }

  private func weighings(_ draft: Draft) throws -> [WeighingDocument] {
    let basis = WeighingTree(policy.resolved).leaves
    return try WeighingTree(draft.resolved).leaves.map { leaf in
      try WeighingDocument(
        leaf.resolved, at: leaf.path,
        basis: basis.first { $0.path == leaf.path }?.resolved.declaration)
    }
  }

  /// What a page has to know before anything is changed.
  func document() throws -> StudioDocument {
    try StudioDocument(
      policy, maker, program: options.program, file: file, notice: options.sources.notice)
  }
}
