import AHP

/// Finds the judgements behind printed weights: every 4 x 4 reciprocal matrix on the scale
/// 1/9 ... 9 whose row geometric means round to them.
struct JudgementSearch {
  /// The printed weights, largest first or not, each with the same number of decimals.
  let printed: [Double]
  /// Half a unit of the last printed decimal.
  let tolerance: Double

  private static let scale: [(text: String, value: Double)] =
    (2...9).reversed().map { ("1/\($0)", 1 / Double($0)) } + (1...9).map { ("\($0)", Double($0)) }

  /// Every matrix that fits, in the order of its upper triangle. O(17^6) at worst; the ratio of the
  /// first two weights, known before the last judgement is chosen, leaves far less to try.
  func matrices(labels: [String]) -> [PairwiseComparisonMatrix] {
    // Fourth roots of the judgements: a row's geometric mean is a product of three of them.
    let roots = Self.scale.map { $0.value.squareRoot().squareRoot() }
    let ratio =
      (printed[0] - tolerance) / (printed[1] + tolerance)...(printed[0] + tolerance)
      / (printed[1] - tolerance)
    var found: [PairwiseComparisonMatrix] = []
    for a12 in roots.indices {
      for a13 in roots.indices {
        for a14 in roots.indices {
          let first = roots[a12] * roots[a13] * roots[a14]
          for a23 in roots.indices {
            for a24 in roots.indices {
              let second = roots[a23] * roots[a24] / roots[a12]
              guard ratio.contains(first / second) else { continue }
              for a34 in roots.indices {
                let third = roots[a34] / (roots[a13] * roots[a23])
                let fourth = 1 / (roots[a14] * roots[a24] * roots[a34])
                guard fits([first, second, third, fourth]) else { continue }
                found += matrix([a12, a13, a14, a23, a24, a34], labels).map { [$0] } ?? []
              }
            }
          }
        }
      }
    }
    return found
  }

  private func fits(_ means: [Double]) -> Bool {
    let sum = means.reduce(0, +)
    return zip(means, printed).allSatisfy { abs($0 / sum - $1) <= tolerance }
  }

  private func matrix(_ indices: [Int], _ labels: [String]) -> PairwiseComparisonMatrix? {
    let judgements = indices.compactMap { try? Judgement(Self.scale[$0].text) }
    guard judgements.count == indices.count else { return nil }
    return PairwiseComparisonMatrix(labels: labels, upperTriangle: judgements)
  }
}
