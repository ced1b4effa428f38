import AHP
import Glibc
import JudgementUncertainty
import TestSupport
import Testing

@Suite("Derivatives of weights")
struct WeightDerivativesTests {
  static let methods: [PriorityMethod] = [.eigenvector, .geometricMean]
  static let folders = [
    "paper-customer-manager", "saaty-1990-house", "saaty-1990-house-transport", "saaty-2004-city",
    "saaty-1980-school", "wikipedia-leader",
  ]

  /// The weights with the logarithm of one judgement moved.
  private static func weights(
    _ matrix: PairwiseComparisonMatrix, _ index: Int, _ step: Double, _ method: PriorityMethod
  ) throws -> [Double] {
    var upper = matrix.upperTriangle.map(\.value)
    upper[index] *= exp(step)
    let moved = PairwiseComparisonMatrix(
      labels: matrix.labels, upperTriangle: upper.compactMap { Judgement(value: $0) })
    return try PriorityVector(moved, method: method).weights
  }

  private static func check(_ matrix: PairwiseComparisonMatrix, _ method: PriorityMethod) throws {
    let derivatives = try #require(try WeightDerivatives(matrix, method: method))
    let step = 1e-4
    for (index, row) in derivatives.rows.enumerated() {
      let above = try weights(matrix, index, step, method)
      let below = try weights(matrix, index, -step, method)
      for label in above.indices {
        let difference = (above[label] - below[label]) / (2 * step)
        #expect(abs(row.byLogarithm[label] - difference) <= 1e-6, "\(row.row) \(row.column)")
      }
      #expect(abs(row.byLogarithm.reduce(0, +)) <= 1e-12)
      for (byJudgement, byLogarithm) in zip(row.byJudgement, row.byLogarithm) {
        #expect(abs(byJudgement * row.given.value - byLogarithm) <= 1e-15)
      }
    }
  }

  @Test(
    "they are central differences to 1e-6 and sum to zero: published matrices", arguments: folders,
    methods)
  func published(folder: String, method: PriorityMethod) throws {
    try Self.check(try Matrices.dataset(folder), method)
  }

  @Test(
    "they are central differences to 1e-6 and sum to zero: random matrices", arguments: 2...12,
    methods)
  func random(size: Int, method: PriorityMethod) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      try Self.check(try Matrices.random(size: size, seed: seed), method)
    }
  }

  @Test("for two labels the derivative by the logarithm is the product of the weights")
  func two() throws {
    for method in Self.methods {
      let derivatives = try #require(try WeightDerivatives(Matrices.matrix([3]), method: method))
      for (found, exact) in zip(derivatives.rows[0].byLogarithm, [3.0 / 16, -3.0 / 16]) {
        #expect(abs(found - exact) <= 1e-15)
      }
      for (found, exact) in zip(derivatives.rows[0].byJudgement, [1.0 / 16, -1.0 / 16]) {
        #expect(abs(found - exact) <= 1e-15)
      }
    }
  }

  /// Both methods agree for three labels, and to first order round every consistent matrix.
  @Test("both methods have the same derivatives at three labels and at consistent judgements")
  func agreement() throws {
    let consistent = [2, 4, 8, 2, 4, 2].map(Double.init)
    for upper in [[7, 1 / 5.0, 1 / 8.0], consistent] {
      let matrix = try Matrices.matrix(upper)
      let one = try #require(try WeightDerivatives(matrix, method: .eigenvector))
      let other = try #require(try WeightDerivatives(matrix, method: .geometricMean))
      for (row, same) in zip(one.rows, other.rows) {
        for (found, exact) in zip(row.byLogarithm, same.byLogarithm) {
          #expect(abs(found - exact) <= 1e-12)
        }
      }
    }
  }

  @Test("the derivative of one label has nothing to move by")
  func one() throws {
    let alone = PairwiseComparisonMatrix(labels: ["a"], upperTriangle: [])
    #expect(try #require(try WeightDerivatives(alone)).rows.isEmpty)
  }
}
