/// How the ways round by a third label bear out each judgement.
///
/// Siraj, S., Mikhailov, L., Keane, J. A. (2015), European Journal of Operational Research 242(2),
/// 557-567, doi:10.1016/j.ejor.2014.10.024.
struct PairSupport {
  private let logarithms: [[Double]]

  /// For a matrix of three rows or more.
  init(_ matrix: PairwiseComparisonMatrix) { logarithms = matrix.logarithms }

  /// The mean over all other labels k of the distance of ln(a_ik a_kj) from ln a_ij. O(n).
  func congruence(_ pair: ComparedPair) -> Double {
    let direct = logarithms[pair.first][pair.second]
    return mean(pair) { ($0 - direct).magnitude }
  }

  /// The share of the other labels k for which a_ik a_kj says that the other of the two is the more
  /// important one. O(n).
  func dissonance(_ pair: ComparedPair) -> Double {
    let direct = Judgement.order(logarithms[pair.first][pair.second])
    return mean(pair) { direct * Judgement.order($0) < 0 ? 1 : 0 }
  }

  var meanCongruence: Double { mean(congruence) }
  var meanDissonance: Double { mean(dissonance) }

  private func mean(_ pair: ComparedPair, _ measure: (_ indirect: Double) -> Double) -> Double {
    let others = logarithms.indices.filter { $0 != pair.first && $0 != pair.second }
    let sum = others.reduce(0) {
      $0 + measure(logarithms[pair.first][$1] + logarithms[$1][pair.second])
    }
    return sum / Double(others.count)
  }

  private func mean(_ measure: (ComparedPair) -> Double) -> Double {
    let pairs = ComparedPair.all(size: logarithms.count)
    return pairs.reduce(0) { $0 + measure($1) } / Double(pairs.count)
  }
}
