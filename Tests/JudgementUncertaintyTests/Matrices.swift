import AHP
import SeededRandom
import TestSupport

/// Matrices for tests.
enum Matrices {
  /// A matrix of labels a, b, c ... from its upper triangle, row by row.
  static func matrix(_ upper: [Double]) throws -> PairwiseComparisonMatrix {
    let size = Int((1 + (1 + 8 * Double(upper.count)).squareRoot()) / 2)
    let labels = (0..<size).map { String(UnicodeScalar(UInt8(97 + $0))) }
    return PairwiseComparisonMatrix(
      labels: labels, upperTriangle: upper.compactMap { Judgement(value: $0) })
  }

  /// The matrix of a folder of `Datasets/judgements`.
  static func dataset(_ folder: String) throws -> PairwiseComparisonMatrix {
    let file = ProjectFiles.url("Datasets/judgements/\(folder)/matrix.csv").path
    return try JudgementFile.read(file).sets[0].aggregatedJudgements()
  }

  /// Judgements on the scale 1/9 ... 9 at random.
  static func random(size: Int, seed: UInt64) throws -> PairwiseComparisonMatrix {
    var generator = SplitMix64(seed: seed)
    let scale = (1...9).map(Double.init) + (2...9).map { 1 / Double($0) }
    return try matrix((0..<size * (size - 1) / 2).map { _ in scale[generator.next(below: 17)] })
  }
}
