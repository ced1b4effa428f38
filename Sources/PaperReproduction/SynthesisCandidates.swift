import AHP
import LinearAlgebra

/// Every way to the priorities of alternatives that a paper may have gone.
struct SynthesisCandidates {
  /// One way, with a priority for each alternative.
  struct Way {
    let method: PriorityMethod?
    let formula: String
    let basis: String
    let priorities: [Double]
  }

  let ways: [Way]
  private let labels: [String]

  init(_ synthesis: PaperSynthesis) throws(LinearAlgebraError) {
    labels = synthesis.labels
    var levels: [(method: PriorityMethod?, basis: String, weights: [[Double]])] = []
    let matrices = [synthesis.criteria] + synthesis.alternatives
    for method in PriorityMethod.allCases {
      var weights: [[Double]] = []
      for matrix in matrices {
        weights.append(try PriorityVector(matrix.matrix, method: method).weights)
      }
      levels.append((method, WeightReading.exact, weights))
      levels += WeightReading.roundings.map { decimals in
        (
          method, "weights rounded to \(decimals) decimals",
          weights.map { $0.map { PlainMatrix.rounded($0, to: decimals) } }
        )
      }
    }
    let printed = matrices.compactMap(\.printedWeights)
    if printed.count == matrices.count { levels.append((nil, "the printed weights", printed)) }
    // The plainest first: what is not rounded.
    let exact = levels.filter { $0.basis == WeightReading.exact }
    let others = levels.filter { $0.basis != WeightReading.exact }
    ways = (exact + others).flatMap { level in
      Self.syntheses(level.weights).map { formula, priorities in
        Way(
          method: level.method, formula: formula, basis: level.basis, priorities: priorities)
      }
    }
  }

  /// The ways to the priority of one alternative, the plainest first.
  func candidates(label: String?) -> [PaperCandidate] {
    guard let position = labels.firstIndex(where: { $0 == label }) else { return [] }
    return ways.map {
      PaperCandidate(
        $0.priorities[position], method: $0.method, formula: $0.formula, basis: $0.basis)
    }
  }

  /// Distributive and ideal: the second divides the weights under a criterion by the largest of them.
  private static func syntheses(_ weights: [[Double]]) -> [(String, [Double])] {
    guard let criteria = weights.first else { return [] }
    let local = Array(weights.dropFirst())
    let ideals = local.map { weights in weights.map { $0 / (weights.max() ?? 1) } }
    return [
      ("distributive", sums(criteria, local)),
      ("ideal", PlainMatrix.normalised(sums(criteria, ideals))),
      ("ideal, sum not made 1", sums(criteria, ideals)),
    ]
  }

  private static func sums(_ criteria: [Double], _ local: [[Double]]) -> [Double] {
    (local.first ?? []).indices.map { alternative in
      zip(criteria, local).reduce(0) { $0 + $1.0 * $1.1[alternative] }
    }
  }
}
