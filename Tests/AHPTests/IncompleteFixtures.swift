import AHP
import Diagnostics
import Foundation
import SeededRandom
import Testing

/// Matrices with gaps for the tests.
enum Incomplete {
  /// A matrix labelled a, b, c ... from comparisons of two labels.
  static func matrix(
    _ size: Int, _ comparisons: [(String, String, String)]
  ) throws -> IncompleteMatrix {
    let (matrix, diagnostics) = JudgementComparison.incompleteMatrix(
      labels: Fixtures.labels(size),
      comparisons: comparisons.map { JudgementComparison(row: $0.0, column: $0.1, text: $0.2) })
    guard let matrix else { throw DiagnosedFailure(diagnostics) }
    return matrix
  }

  /// A matrix from the upper triangle row by row, `?` for a gap.
  static func matrix(_ upper: [String]) throws -> IncompleteMatrix {
    let size = (1...).first { $0 * ($0 - 1) / 2 >= upper.count } ?? 1
    let labels = Fixtures.labels(size)
    let pairs = (0..<size).flatMap { row in (row + 1..<max(size, row + 1)).map { (row, $0) } }
    return try matrix(size, zip(pairs, upper).map { (labels[$0.0], labels[$0.1], $1) })
  }

  /// Bozoki, Fulop and Ronyai 2010, example 3: only c against d is missing.
  static func bozoki() throws -> IncompleteMatrix { try matrix(["1", "5", "2", "3", "4", "?"]) }

  /// A random connected matrix from the scale 1/9 ... 9 with about a share of its pairs compared.
  static func random(
    _ size: Int, share: Double, _ generator: inout SplitMix64
  ) throws -> IncompleteMatrix {
    while true {
      let upper = (0..<size * (size - 1) / 2).map { _ in
        Double.random(in: 0..<1, using: &generator) < share
          ? Fixtures.scale[Int.random(in: 0..<Fixtures.scale.count, using: &generator)] : "?"
      }
      if let matrix = try? matrix(upper) { return matrix }
    }
  }

  /// The analysis with a random index that takes no time.
  static func analysis(_ completed: CompletedMatrix) throws -> JudgementAnalysis {
    try JudgementAnalysis(
      completed, randomIndex: .scaled(.saaty1980, completed.given.graph))
  }

  /// The Perron root of a matrix by power iteration, which shares nothing with the code under test.
  static func root(_ matrix: PairwiseComparisonMatrix) -> Double {
    Fixtures.powerIteration(Fixtures.rows(matrix)).value
  }
}
