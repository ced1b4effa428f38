import AHP
import Diagnostics

/// A hierarchy with all its weights, local and global, and its alternatives in order.
///
/// *Distributive* synthesis shares each lowest criterion's weight among the alternatives. *Ideal*
/// synthesis gives the best alternative by a criterion its whole weight and the others in proportion;
/// of rated alternatives the measure is the best intensity, whether one has it or not. The totals of
/// ideal synthesis are divided by their sum at the end. The two may disagree on the order (Saaty, T. L.
/// (1990), European Journal of Operational Research 48(1), 9-26, doi:10.1016/0377-2217(90)90057-I;
/// Belton, V., Gear, T. (1983), Omega 11(3), 228-230, doi:10.1016/0305-0483(83)90047-6).
///
/// Nothing is rounded on the way.
public struct HierarchySynthesis: Sendable {
  /// The hierarchy.
  public let hierarchy: Hierarchy
  /// The goal and all criteria, each before what stands under it.
  public let nodes: [HierarchyNode]
  /// The alternatives by distributive synthesis; nil where there are none.
  public let distributive: Synthesis?
  /// The alternatives by ideal synthesis; nil where there are none.
  public let ideal: Synthesis?

  /// Computes all weights. O(judgements) beside the eigenvalues of each matrix.
  ///
  /// - Throws: `DiagnosedFailure` naming what the respondents of a panel have not compared, or a
  ///   `LinearAlgebraError`.
  public init(_ hierarchy: Hierarchy) throws {
    self.hierarchy = hierarchy
    var collector = NodeCollector(alternatives: hierarchy.alternatives.map(\.name))
    try collector.visit(hierarchy.goal, path: [], local: 1, global: 1)
    nodes = collector.nodes
    let lowest = nodes.filter(\.isLowest)
    let count = hierarchy.alternatives.count
    guard count > 0 else {
      (distributive, ideal) = (nil, nil)
      return
    }
    distributive = Synthesis(totals: Self.totals(lowest, count, \.distributive))
    ideal = Synthesis(totals: Self.totals(lowest, count, \.ideal))
  }

  private static func totals(
    _ lowest: [HierarchyNode], _ count: Int, _ worth: KeyPath<HierarchyNode, [Double]>
  ) -> [Double] {
    (0..<count).map { alternative in
      lowest.reduce(0) { $0 + $1.globalWeight * $1[keyPath: worth][alternative] }
    }
  }

  /// Every two alternatives that the syntheses put in opposite orders.
  public var rankFlips: [RankFlip] {
    guard let distributive, let ideal else { return [] }
    let names = hierarchy.alternatives.map(\.name)
    return names.indices.flatMap { one in
      names.indices.compactMap { other in
        Synthesis.isAbove(distributive.totals[one], distributive.totals[other])
          && Synthesis.isAbove(ideal.totals[other], ideal.totals[one])
          ? RankFlip(aboveByDistributive: names[one], aboveByIdeal: names[other]) : nil
      }
    }
  }

  /// Whether the two syntheses put different alternatives first.
  public var isWinnerFlipped: Bool {
    guard let distributive, let ideal else { return false }
    return !zip(distributive.ranks, ideal.ranks).contains { $0.0 == 1 && $0.1 == 1 }
  }

  /// The consistency ratio of the whole: the sum of the consistency indices by that of the random
  /// indices, each times the global weight of its criterion.
  ///
  /// Zero where no more than two things are compared anywhere, nil where a random index does not reach.
  /// Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill, chapter 4.
  public var consistencyRatio: Double? {
    var (index, random) = (0.0, 0.0)
    for node in nodes {
      guard let analysis = node.analysis else { continue }
      guard let expected = analysis.randomIndex else { return nil }
      index += node.globalWeight * analysis.consistencyIndex
      random += node.globalWeight * expected
    }
    return random > 0 ? index / random : 0
  }

  /// What the author must see: judgements that are not consistent, in the order of the nodes.
  public var findings: [Diagnostic] { nodes.flatMap(\.findings) }
}

/// Walks a hierarchy from the goal down and computes the weights of its nodes.
private struct NodeCollector {
  let alternatives: [String]
  private(set) var nodes: [HierarchyNode] = []

  init(alternatives: [String]) { self.alternatives = alternatives }

  mutating func visit(
    _ criterion: Criterion, path: [String], local: Double, global: Double
  ) throws {
    let (kind, labels, source) = Self.parts(of: criterion, alternatives)
    let below = try source.map(LocalWeights.init)
    let weights = below?.weights ?? []
    let worth = Self.worth(criterion.content, weights)
    nodes.append(
      HierarchyNode(
        path: path, title: criterion.title, localWeight: local, globalWeight: global, kind: kind,
        labels: labels, weights: weights, analysis: below?.analysis,
        location: Self.location(source) ?? criterion.location,
        distributive: Self.scaled(worth, by: worth.reduce(0, +)),
        ideal: Self.scaled(worth, by: Self.best(criterion.content, weights, worth))))
    guard case .criteria(let children, _) = criterion.content else { return }
    for (child, weight) in zip(children, weights) {
      try visit(child, path: path + [child.name], local: weight, global: global * weight)
    }
  }

  private static func parts(
    of criterion: Criterion, _ alternatives: [String]
  ) -> (HierarchyNode.Kind, [String], WeightSource?) {
    switch criterion.content {
    case .criteria(let children, let weights): (.criteria, children.map(\.name), weights)
    case .alternatives(let weights): (.alternatives, alternatives, weights)
    case .ratings(let ratings): (.intensities, ratings.intensities, ratings.weights)
    case .nothing: (.nothing, [], nil)
    }
  }

  /// The worth of each alternative by one criterion; only proportions count.
  private static func worth(_ content: Criterion.Content, _ weights: [Double]) -> [Double] {
    switch content {
    case .criteria, .nothing: []
    case .alternatives: weights
    case .ratings(let ratings): ratings.ratings.map { weights[$0] }
    }
  }

  /// What is worth 1 by ideal synthesis.
  private static func best(
    _ content: Criterion.Content, _ weights: [Double], _ worth: [Double]
  ) -> Double {
    if case .ratings = content { return weights.max() ?? 0 }
    return worth.max() ?? 0
  }

  private static func scaled(_ worth: [Double], by whole: Double) -> [Double] {
    worth.map { whole > 0 ? $0 / whole : 0 }
  }

  private static func location(_ source: WeightSource?) -> SourceLocation? {
    if case .judgements(let judged) = source { return judged.location }
    return nil
  }
}
