/// Whether judgements allow any order of the labels at all, whatever their sizes.
///
/// Kendall, M. G., Babington Smith, B. (1940), On the method of paired comparisons, Biometrika 31(3/4),
/// 324-345, doi:10.1093/biomet/31.3-4.324.
public struct OrdinalConsistency: Hashable, Sendable {
  /// Every three labels whose judgements go round in a circle, in the order of the matrix.
  public let cycles: [ThreeWayCycle]
  /// The coefficient of consistence, zeta: 1 less the number of cycles by the largest that there can be,
  /// so 1 without any. Nil below three labels, and where two labels are judged equal, for which it is not
  /// defined.
  public let coefficient: Double?

  /// Looks at every three labels of a matrix. O(n^3).
  public init(_ matrix: PairwiseComparisonMatrix) {
    let signs = matrix.logarithms.map { $0.map(Judgement.order) }
    var cycles: [ThreeWayCycle] = []
    for first in signs.indices {
      for second in signs.indices.dropFirst(first + 1) {
        for third in signs.indices.dropFirst(second + 1) {
          let round = [signs[first][second], signs[second][third], signs[third][first]]
          cycles += Self.cycle([first, second, third], round, matrix.labels).map { [$0] } ?? []
        }
      }
    }
    self.cycles = cycles
    let hasTies = matrix.upperTriangle.contains { Judgement.order($0.logarithm) == 0 }
    coefficient =
      matrix.size > 2 && !hasTies
      ? 1 - Double(cycles.count) / Double(Self.mostCycles(matrix.size)) : nil
  }

  /// (n^3 - n) / 24 for odd n, (n^3 - 4 n) / 24 for even n.
  private static func mostCycles(_ size: Int) -> Int {
    (size * size * size - (size.isMultiple(of: 2) ? 4 : 1) * size) / 24
  }

  /// The three rows as a cycle when no judgement on the way round goes against the others, and one at
  /// least is not a tie.
  private static func cycle(_ rows: [Int], _ round: [Int], _ labels: [String]) -> ThreeWayCycle? {
    guard round.contains(where: { $0 != 0 }) else { return nil }
    let isForward = !round.contains(-1)
    guard isForward || !round.contains(1) else { return nil }
    // Against the order of the rows, the first stays and the judgements come from behind.
    let order = isForward ? rows : [rows[0], rows[2], rows[1]]
    let steps = isForward ? round : [round[2], round[1], round[0]]
    let ties = steps.count { $0 == 0 }
    let start = ties == 0 ? 0 : (0..<3).first { steps[$0] != 0 && steps[($0 + 2) % 3] == 0 } ?? 0
    return ThreeWayCycle(labels: (0..<3).map { labels[order[(start + $0) % 3]] }, ties: ties)
  }
}
