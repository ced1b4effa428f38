import AHP
import Foundation

/// How far the priorities of a group agree: Goepel's consensus S*, from 0 to 1.
///
/// Goepel, K. D. (2018), International Journal of the Analytic Hierarchy Process 10(3), 469-487,
/// doi:10.13033/ijahp.v10i3.590: with the Shannon entropies H_alpha, the mean of the members' own,
/// H_gamma, that of their mean priorities, and H_beta = H_gamma - H_alpha,
/// S* = (1 / exp H_beta - d) / (1 - d) where d = exp(H_alpha,min) / exp(H_gamma,max). The least
/// H_alpha is that of one who puts one thing m times above all others on a scale up to m; the greatest
/// H_gamma is ln n, as in AHP-OS. S* is 1 where all are of one mind and 0 where n members put m on n
/// different things. All members count alike.
public enum GroupConsensus {
  /// S* of several priority vectors of the same length; nil for fewer than two of them, or for fewer
  /// than two things weighed.
  ///
  /// - Parameter scaleMaximum: the largest judgement of the scale, m. Where judgements lie beyond it,
  ///   S* may be below 0.
  public static func value(_ priorities: [[Double]], scaleMaximum: Double = 9) -> Double? {
    guard priorities.count > 1, let size = priorities.first?.count, size > 1 else { return nil }
    let count = Double(priorities.count)
    let alpha = sum(priorities.map(entropy)) / count
    let means = (0..<size).map { index in sum(priorities.map { $0[index] }) / count }
    let least = leastEntropy(size, scaleMaximum)
    let lowest = exp(least - log(Double(size)))
    return (exp(alpha - entropy(means)) - lowest) / (1 - lowest)
  }

  /// The entropy of one thing m times above n - 1 others that are equal.
  private static func leastEntropy(_ size: Int, _ scaleMaximum: Double) -> Double {
    let total = Double(size) + scaleMaximum - 1
    return entropy([scaleMaximum / total] + [Double](repeating: 1 / total, count: size - 1))
  }

  private static func entropy(_ proportions: [Double]) -> Double {
    -sum(proportions.map { $0 > 0 ? $0 * log($0) : 0 })
  }

  /// A sum that does not depend on the order of respondents or labels.
  private static func sum(_ terms: [Double]) -> Double { terms.sorted().reduce(0, +) }
}
