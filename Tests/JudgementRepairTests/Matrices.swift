import AHP
import SeededRandom

/// Matrices for the tests.
enum Matrices {
  /// The judgements of the scale 1/9 ... 9.
  static let scale: [Judgement] =
    (2...9).reversed().compactMap { Judgement(value: Double($0))?.reciprocal } + [.equal]
    + (2...9).compactMap { Judgement(value: Double($0)) }

  /// A matrix from its judgements above the diagonal, row by row.
  static func matrix(_ upper: [Judgement]) -> PairwiseComparisonMatrix {
    let size = (2...).first { $0 * ($0 - 1) / 2 >= upper.count } ?? 2
    return PairwiseComparisonMatrix(
      labels: (0..<size).map { "\($0)" }, upperTriangle: upper)
  }

  static func matrix(_ upper: String) throws -> PairwiseComparisonMatrix {
    matrix(try upper.split(separator: " ").map { try Judgement(String($0)) })
  }

  /// A matrix whose judgements are drawn uniformly from the scale.
  static func random(_ size: Int, _ generator: inout SplitMix64) -> PairwiseComparisonMatrix {
    matrix(
      (0..<size * (size - 1) / 2).map { _ in
        scale[Int.random(in: 0..<scale.count, using: &generator)]
      })
  }

  /// The pairs above the diagonal, row by row.
  static func pairs(_ size: Int) -> [(row: Int, column: Int)] {
    (0..<size).flatMap { row in (row + 1..<size).map { (row, $0) } }
  }
}
