import AHP
import Diagnostics

/// Who of a panel counts, and how much, after each respondent's own consistency was looked at.
public struct PanelSelection: Sendable {
  /// Those who count, with the weights that they count with.
  public let set: JudgementSet
  /// What each respondent's own judgements say, in the order of the whole set; nil for one who has not
  /// compared every pair.
  public let analyses: [JudgementAnalysis?]
  /// What each counts, in the same order; 0 for one who is left out.
  public let weights: [Double]
  /// Those who are too inconsistent.
  public let findings: [Diagnostic]

  /// Looks at each respondent of a set.
  ///
  /// - Throws: a `DiagnosedFailure` when a respondent is too inconsistent and that is an error, or when
  ///   those who are left are nobody or have not compared every pair; a `LinearAlgebraError`.
  public init(_ whole: JudgementSet, _ options: PanelOptions) throws {
    analyses = try whole.respondents.map { respondent in
      guard respondent.comparedCount == whole.pairCount else { return nil }
      return try JudgementAnalysis(
        whole.matrix(of: respondent), method: options.method, randomIndex: options.randomIndex,
        maximumRatio: options.limit?.ratio ?? options.maximumRatio)
    }
    var (weights, findings): ([Double], [Diagnostic]) = ([], [])
    for (respondent, analysis) in zip(whole.respondents, analyses) {
      let finding = options.limit.flatMap { Self.finding(respondent, analysis, $0, whole) }
      findings += finding.map { [$0] } ?? []
      let isOut = finding != nil && options.limit?.action == .exclude
      let factor = options.weighting.factor(ratio: analysis?.consistencyRatio)
      weights.append(isOut ? 0 : respondent.weight * factor)
    }
    guard !findings.hasErrors else { throw DiagnosedFailure(findings) }
    do throws(DiagnosedFailure) {
      set = weights == whole.respondents.map(\.weight) ? whole : try whole.weighted(weights)
    } catch {
      throw DiagnosedFailure(findings + error.diagnostics)
    }
    self.weights = weights
    self.findings = findings
  }

  private static func finding(
    _ respondent: Respondent, _ analysis: JudgementAnalysis?, _ limit: RespondentLimit,
    _ set: JudgementSet
  ) -> Diagnostic? {
    guard let analysis, let ratio = analysis.consistencyRatio, ratio >= limit.ratio else {
      return nil
    }
    let who = respondent.name.map { "the judgements of \($0)" } ?? "the judgements"
    let place = set.name.map { " in set \"\($0)\"" } ?? ""
    let worst = analysis.worstJudgement
    let outcome =
      switch limit.action {
      case .warn: "they count all the same"
      case .exclude: "they are left out"
      case .error: "they may not count so"
      }
    return Diagnostic(
      limit.action == .error ? .error : .finding, code: "judgement.respondent-inconsistent",
      at: respondent.location,
      "\(who)\(place) contradict each other: their consistency ratio is \(ratio.brief) (random index "
        + "\(analysis.randomIndexSource)), which is not below \(limit.ratio.brief); \(outcome)",
      notes: worst.map {
        [
          "worst judgement: \($0.given.text) for \($0.row) against \($0.column), where the weights "
            + "imply \($0.implied.brief)"
        ]
      } ?? [],
      suggestion: worst.map {
        "ask \(respondent.name ?? "the author") again how \($0.row) compares with \($0.column)"
      })
  }
}
