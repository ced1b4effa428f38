import Diagnostics

extension JudgementAnalysis {
  /// What the author of the judgements must see: that they are not consistent, or that nobody can
  /// tell; empty when all is well.
  ///
  /// - Parameters:
  ///   - location: where the judgements begin in their file.
  ///   - path: where they stand in a policy.
  ///   - subject: what they are called in the message.
  public func findings(
    at location: SourceLocation? = nil, path: String? = nil, of subject: String = "the judgements"
  ) -> [Diagnostic] {
    guard let consistencyRatio else {
      return [unknownRatio(at: location, path: path, of: subject)]
    }
    guard consistencyRatio >= maximumRatio else { return [] }
    return [
      Diagnostic(
        .finding, code: "judgement.inconsistent", at: location, path: path,
        "\(subject) contradict each other: their consistency ratio is \(rounded(consistencyRatio)) "
          + "(random index \(randomIndexSource)), which is not below \(rounded(maximumRatio))",
        notes: worstJudgement.map(Self.note).map { [$0] } ?? [],
        suggestion: worstJudgement.map(Self.suggestion))
    ]
  }

  private func unknownRatio(
    at location: SourceLocation?, path: String?, of subject: String
  ) -> Diagnostic {
    Diagnostic(
      .finding, code: "judgement.no-random-index", at: location, path: path,
      "\(subject) have no consistency ratio: the random index \(randomIndexSource) does not reach "
        + "\(labels.count) labels",
      notes: [
        "the weights are valid; the consistency index is \(rounded(consistencyIndex))"
      ],
      suggestion: "compare fewer things at a time: group them, weigh the groups, then inside each")
  }

  private static func note(_ worst: WorstJudgement) -> String {
    "worst judgement: \(written(worst.given)) for \(worst.row) against \(worst.column), where the "
      + "weights imply \(rounded(worst.implied)), a factor of \(rounded(worst.factor))"
  }

  /// The judgement as it is written; the mean of several, which nobody wrote, with few digits.
  private static func written(_ judgement: Judgement) -> String {
    judgement.text.count > 12 ? rounded(judgement.value) : judgement.text
  }

  private static func suggestion(_ worst: WorstJudgement) -> String {
    let ratio = worst.ratioIfRevised.map {
      "; \(rounded(worst.implied)) would give the ratio \(rounded($0))"
    }
    return "ask again how \(worst.row) compares with \(worst.column)" + (ratio ?? "")
  }
}
