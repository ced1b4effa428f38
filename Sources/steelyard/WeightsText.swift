import AHP

/// The text of `weights`: a table of weights, then what the indices say.
enum WeightsText {
  /// The analysis of one set of judgements.
  static func text(
    _ analysis: JudgementAnalysis, set: JudgementSet, file: String, scale: JudgementScale? = nil
  ) -> String {
    """
    \(heading(of: set, file: file, scale: scale))
    weights by \(title(analysis.method)):
    \(weights(analysis))

    \(indices(analysis))
    """
  }

  /// Which judgements these are: the file, the set, how many judged, and on what scale.
  static func heading(of set: JudgementSet, file: String, scale: JudgementScale? = nil) -> String {
    let people = set.respondents.count
    let panel = people > 1 ? ", \(people) respondents (geometric mean of judgements)" : ""
    return file + (set.name.map { ", set \($0)" } ?? "") + panel
      + (scale.map { ", judgements read on the \($0.rawValue) scale" } ?? "")
  }

  private static func title(_ method: PriorityMethod) -> String {
    switch method {
    case .eigenvector: "the principal eigenvector"
    case .geometricMean: "row geometric means"
    case .weightedLeastSquares: "weighted least squares"
    case .singularValue: "singular value decomposition"
    case .columnMean: "means of normalised columns"
    }
  }

  private static func weights(_ analysis: JudgementAnalysis) -> String {
    var table = TextTable([("", .left), ("", .right), ("", .left)])
    let largest = analysis.weights.max() ?? 1
    for (label, weight) in zip(analysis.labels, analysis.weights) {
      let bar = String(repeating: "█", count: Int((weight / largest * 30).rounded()))
      table.add([label, weight.rounded(to: 4), bar])
    }
    return table.text()
  }

  /// Eigenvalue, indices, and the judgement to look at first.
  static func indices(_ analysis: JudgementAnalysis) -> String {
    var table = TextTable([("", .left), ("", .right), ("", .left)])
    let bounds = analysis.lambdaMaxBounds
    table.add([
      "lambda", analysis.lambdaMax.rounded(to: 6),
      "Perron root between \(bounds.lowerBound) and \(bounds.upperBound)",
    ])
    table.add(["consistency index", analysis.consistencyIndex.rounded(to: 6), ""])
    let isSimulated = analysis.completion?.randomIndex.standardError != nil
    let index = analysis.randomIndex.map {
      "random index \(isSimulated ? $0.rounded(to: 4) : "\($0)"), \(analysis.randomIndexSource)"
    }
    let verdict = analysis.isConsistent.map {
      $0 ? "below \(analysis.maximumRatio)" : "not below \(analysis.maximumRatio)"
    }
    table.add([
      "consistency ratio", analysis.consistencyRatio?.rounded(to: 6) ?? "-",
      [
        verdict,
        index ?? "\(analysis.randomIndexSource) does not reach \(analysis.labels.count) labels",
      ]
      .compactMap { $0 }.joined(separator: "; "),
    ])
    if let geometric = analysis.geometricConsistencyIndex {
      table.add(["geometric consistency index", geometric.rounded(to: 6), ""])
    }
    var text = table.text()
    if let worst = analysis.worstJudgement {
      let ratio =
        worst.ratioIfRevised.map { ", which would give the ratio \($0.rounded(to: 4))" } ?? ""
      // What is written is shown as written; the mean of several judgements with few digits.
      let given = worst.given.text.count > 12 ? worst.given.value.rounded(to: 6) : worst.given.text
      text += """

          worst judgement: \(worst.row) against \(worst.column) is judged \(given); the \
        weights imply \(worst.implied.rounded(to: 3)) (factor \(worst.factor.rounded(to: 4)))\(ratio)
        """
    }
    if let completion = analysis.completion { text += "\n\n" + IncompleteText.text(completion) }
    return text
  }
}
