import Diagnostics

/// The judgements of one or several people about the same labels.
///
/// Every pair was judged by someone, unless the file was read with gaps allowed: then chains of
/// judgements connect all labels.
public struct JudgementSet: Sendable {
  /// The name in a panel file's column `set`; nil where there is none.
  public let name: String?
  /// What is compared, in the order of appearance.
  public let labels: [String]
  /// Who judged, in the order of appearance; at least one.
  public let respondents: [Respondent]

  /// The judgements of one respondent as a matrix.
  ///
  /// - Throws: an error naming the pairs that the respondent has not compared.
  public func matrix(
    of respondent: Respondent
  ) throws(DiagnosedFailure) -> PairwiseComparisonMatrix {
    let gaps = Completeness(labels: labels, compared: Set(respondent.judgements.keys)).diagnostics(
      at: respondent.location, context: respondent.name.map { " by \($0)" } ?? "")
    guard gaps.isEmpty else { throw DiagnosedFailure(gaps) }
    return PairwiseComparisonMatrix(
      labels: labels,
      upperTriangle: pairs.compactMap { respondent.judgements[$0] })
  }

  /// Whether every pair was judged by someone.
  public var isComplete: Bool { pairs.allSatisfy(isJudged) }

  /// The judgements of one respondent, who may have left pairs open.
  ///
  /// - Throws: an error naming the groups of labels that the respondent's comparisons do not connect.
  public func incompleteMatrix(
    of respondent: Respondent
  ) throws(DiagnosedFailure) -> IncompleteMatrix {
    let faults = Completeness(labels: labels, compared: Set(respondent.judgements.keys))
      .diagnostics(
        at: respondent.location, context: respondent.name.map { " by \($0)" } ?? "", gaps: .allowed)
    guard faults.isEmpty else { throw DiagnosedFailure(faults) }
    return IncompleteMatrix(labels: labels, judgements: respondent.judgements)
  }

  /// Whether anybody judged a pair.
  func isJudged(_ pair: ComparedPair) -> Bool {
    respondents.contains { $0.judgements[pair] != nil }
  }

  /// Every pair of labels, in reading order.
  var pairs: [ComparedPair] { ComparedPair.all(size: labels.count) }
}
