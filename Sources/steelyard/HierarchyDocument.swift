import Hierarchies

/// The JSON of `hierarchy`.
struct HierarchyDocument: Encodable {
  let hierarchy: String
  let title: String
  let source: String?
  let consistencyRatio: Double?
  let criteria: [Node]
  let alternatives: [Alternative]
  let rankFlips: [Flip]
  let winnerFlipped: Bool

  /// The goal or a criterion.
  struct Node: Encodable {
    let path: [String]
    let title: String
    let localWeight: Double
    let globalWeight: Double
    let under: String
    let labels: [String]
    let weights: [Double]
    let judgements: WeightsDocument?
    let distributive: [Double]?
    let ideal: [Double]?

    init(_ node: HierarchyNode) {
      (path, title) = (node.path, node.title)
      (localWeight, globalWeight) = (node.localWeight, node.globalWeight)
      (under, labels, weights) = (node.kind.rawValue, node.labels, node.weights)
      judgements = node.analysis.map { WeightsDocument($0) }
      distributive = node.distributive.isEmpty ? nil : node.distributive
      ideal = node.ideal.isEmpty ? nil : node.ideal
    }
  }

  /// One of the things to choose from.
  struct Alternative: Encodable {
    let name: String
    let title: String
    let distributive: Double
    let distributiveRank: Int
    let ideal: Double
    let idealRank: Int
    let idealTotal: Double
  }

  /// Two alternatives in opposite orders.
  struct Flip: Encodable {
    let aboveByDistributive: String
    let aboveByIdeal: String
  }

  init(_ synthesis: HierarchySynthesis) {
    hierarchy = synthesis.hierarchy.name
    title = synthesis.hierarchy.title
    source = synthesis.hierarchy.source
    consistencyRatio = synthesis.consistencyRatio
    criteria = synthesis.nodes.map(Node.init)
    rankFlips = synthesis.rankFlips.map {
      Flip(aboveByDistributive: $0.aboveByDistributive, aboveByIdeal: $0.aboveByIdeal)
    }
    winnerFlipped = synthesis.isWinnerFlipped
    guard let distributive = synthesis.distributive, let ideal = synthesis.ideal else {
      alternatives = []
      return
    }
    alternatives = synthesis.hierarchy.alternatives.enumerated().map { index, alternative in
      Alternative(
        name: alternative.name, title: alternative.title,
        distributive: distributive.priorities[index], distributiveRank: distributive.ranks[index],
        ideal: ideal.priorities[index], idealRank: ideal.ranks[index],
        idealTotal: ideal.totals[index])
    }
  }
}
