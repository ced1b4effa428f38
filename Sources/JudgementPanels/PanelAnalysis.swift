import AHP
import Diagnostics

/// What a panel says as a group, and how its respondents stand to it.
public struct PanelAnalysis: Sendable {
  /// The set's name in its file.
  public let name: String?
  /// How many judges became one.
  public let aggregation: PanelAggregation
  /// The group: consistency of the aggregated judgements; its weights are the group's for
  /// `judgements`.
  public let group: JudgementAnalysis
  /// The group's weights in the order of the labels, by whichever aggregation.
  public let weights: [Double]
  /// Every respondent in the order of the file.
  public let respondents: [RespondentAnalysis]
  /// Goepel's consensus S* of those who count and have compared every pair; nil for fewer than two.
  public let consensus: Double?
  /// Those of them who are of one mind; nil where they fall into no groups.
  public let clusters: RespondentClusters?
  /// How far those who count differ over each pair.
  public let spreads: [PairSpread]
  /// Respondents who are too inconsistent.
  public let findings: [Diagnostic]

  /// What is weighed, in the order of the weights.
  public var labels: [String] { group.labels }
  /// The pair that splits the panel most; nil where all say the same.
  public var widestSpread: PairSpread? { PairSpread.widest(spreads) }

  /// Analyses one set; O(k n^3) for k respondents and n labels, and O(k^3) for the clusters.
  ///
  /// - Throws: a `DiagnosedFailure` when a respondent may not count so, nobody is left, or priorities
  ///   are aggregated and a pair was not compared; a `LinearAlgebraError`.
  public init(_ set: JudgementSet, _ options: PanelOptions = PanelOptions()) throws {
    let selection = try PanelSelection(set, options)
    let counted = selection.set
    name = set.name
    aggregation = options.aggregation
    group = try JudgementAnalysis(
      counted.aggregatedJudgements(), method: options.method, randomIndex: options.randomIndex,
      maximumRatio: options.maximumRatio)
    let weights = try Self.weights(of: counted, group: group, options)
    self.weights = weights
    let total = selection.weights.reduce(0, +)
    respondents = try set.respondents.indices.map { index in
      RespondentAnalysis(
        name: set.respondents[index].name, weight: set.respondents[index].weight,
        share: selection.weights[index] / total,
        comparedCount: set.respondents[index].comparedCount, analysis: selection.analyses[index],
        absence: try Self.absence(of: index, set, selection.weights, weights, options))
    }
    let heard = respondents.compactMap { respondent in
      respondent.isExcluded
        ? nil : respondent.analysis.map { (name: respondent.name ?? "", priorities: $0.weights) }
    }
    consensus = GroupConsensus.value(heard.map(\.priorities))
    clusters = RespondentClusters(heard, threshold: options.clusterThreshold)
    spreads = PairSpread.all(in: counted)
    findings = selection.findings
  }

  private static func weights(
    of set: JudgementSet, group: JudgementAnalysis? = nil, _ options: PanelOptions
  ) throws -> [Double] {
    switch options.aggregation {
    case .judgements:
      try group?.weights
        ?? PriorityVector(set.aggregatedJudgements(), method: options.method).weights
    case .priorities: try set.aggregatedPriorities(method: options.method).weights
    }
  }

  private static func absence(
    of index: Int, _ set: JudgementSet, _ shares: [Double], _ weights: [Double],
    _ options: PanelOptions
  ) throws -> RespondentAnalysis.Absence? {
    guard shares[index] > 0 else { return nil }
    var others = shares
    others[index] = 0
    guard let rest = try? set.weighted(others) else { return nil }
    let without = try Self.weights(of: rest, options)
    let changes = zip(without, weights).map { $0 - $1 }
    guard let most = changes.indices.max(by: { abs(changes[$0]) < abs(changes[$1]) }) else {
      return nil
    }
    return RespondentAnalysis.Absence(
      weights: without, label: set.labels[most], change: changes[most],
      changesOrder: order(without) != order(weights))
  }

  /// Positions by falling weight; equals stand in the order of the labels.
  private static func order(_ weights: [Double]) -> [Int] {
    weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
  }
}
