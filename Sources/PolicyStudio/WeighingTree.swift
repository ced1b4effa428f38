import ScorecardPolicy

/// The sets of weights of a policy in its order: those of the dimensions, then those of the measures of each,
/// for each text of a column where they differ by it. What is weighed alone is left out.
struct WeighingTree {
  /// One set of weights.
  struct Leaf {
    let path: String
    /// The texts that they are chosen by; nil where they hold for everybody.
    let text: String?
    let resolved: ResolvedWeights
  }

  private(set) var leaves: [Leaf] = []

  init(_ resolved: ResolvedPolicy) {
    add(resolved.dimensionWeights, "scorecard.weights", [])
    for (dimension, weights) in zip(resolved.policy.scorecard.dimensions, resolved.measureWeights) {
      add(weights, "scorecard.dimensions.\(dimension.name).weights", [])
    }
  }

  private mutating func add(_ weights: ResolvedWeights, _ path: String, _ texts: [String]) {
    for choice in weights.choices {
      add(choice.weights, "\(path).\(choice.value)", texts + [choice.value])
    }
    guard weights.column == nil, weights.labels.count > 1 else { return }
    leaves.append(
      Leaf(path: path, text: texts.isEmpty ? nil : texts.joined(separator: ", "), resolved: weights)
    )
  }
}
