import AHP
import Foundation
import SeededRandom
import Testing

@Suite("Identities of pairwise comparison matrices")
struct IdentityTests {
  @Test("three labels have closed forms")
  func three() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let matrix = try Fixtures.randomMatrix(3, &generator)
      let error = matrix[0, 1] * matrix[1, 2] / matrix[0, 2]
      let eigenvector = try JudgementAnalysis(matrix)
      let means = try JudgementAnalysis(matrix, method: .geometricMean)
      for (one, other) in zip(eigenvector.weights, means.weights) {
        #expect(abs(one - other) < 1e-12)
      }
      let lambda = 1 + cbrt(error) + 1 / cbrt(error)
      #expect(abs(eigenvector.lambdaMax - lambda) < 1e-12 * lambda)
      #expect(abs(means.lambdaMax - lambda) < 1e-12 * lambda)
      let index = try #require(means.geometricConsistencyIndex)
      #expect(abs(index - log(error) * log(error) / 3) < 1e-12 * max(1, index))
      // All three judgements are equally far off, so the first in reading order is the worst.
      if abs(error - 1) > 1e-9 {
        let worst = try #require(eigenvector.worstJudgement)
        #expect(worst.row == "a" && worst.column == "b")
        #expect(abs(worst.factor - max(cbrt(error), 1 / cbrt(error))) < 1e-12 * worst.factor)
      }
    }
  }

  @Test("A w = lambda w for the right vector, to 1e-12", arguments: [3, 4, 5, 7, 9, 15, 40, 100])
  func eigenvector(size: Int) throws {
    var generator = SplitMix64(seed: UInt64(size))
    for _ in 0..<(size > 20 ? 2 : 40) {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let analysis = try JudgementAnalysis(matrix)
      let oracle = Fixtures.powerIteration(Fixtures.rows(matrix))
      #expect(abs(analysis.lambdaMax - oracle.value) < 1e-12 * oracle.value)
      #expect(abs(analysis.weights.reduce(0, +) - 1) < 1e-14)
      for (row, weight) in analysis.weights.enumerated() {
        let image = (0..<size).reduce(0) { $0 + matrix[row, $1] * analysis.weights[$1] }
        #expect(abs(image - analysis.lambdaMax * weight) < 1e-12 * analysis.lambdaMax * weight)
        #expect(abs(weight - oracle.vector[row]) < 1e-12)
      }
    }
  }

  @Test(
    "every positive vector encloses the eigenvalue; ours does so tightly", arguments: [3, 6, 100])
  func collatzWielandt(size: Int) throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<5 {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let analysis = try JudgementAnalysis(matrix)
      let bounds = analysis.lambdaMaxBounds
      #expect(bounds.contains(analysis.lambdaMax))
      #expect(bounds.lowerBound >= Double(size))
      #expect(bounds.upperBound - bounds.lowerBound < 1e-12 * analysis.lambdaMax)
      let vector = (0..<size).map { _ in Double.random(in: 0.1...1, using: &generator) }
      let quotients = (0..<size).map { row in
        (0..<size).reduce(0) { $0 + matrix[row, $1] * vector[$1] } / vector[row]
      }
      #expect(try #require(quotients.min()) <= bounds.lowerBound)
      #expect(try #require(quotients.max()) >= bounds.upperBound)
    }
  }

  @Test("consistent judgements: methods agree and every index is 0", arguments: [3, 4, 7, 15, 100])
  func consistent(size: Int) throws {
    var generator = SplitMix64(seed: 17)
    let matrix = Fixtures.nearlyConsistent(size, noise: 0, &generator)
    let analyses = try PriorityMethod.allCases.map { try JudgementAnalysis(matrix, method: $0) }
    for analysis in analyses {
      #expect(abs(analysis.lambdaMax - Double(size)) < 1e-12 * Double(size))
      #expect(analysis.lambdaMaxBounds.lowerBound == Double(size))
      #expect(abs(analysis.consistencyIndex) < 1e-12)
      #expect(try #require(analysis.geometricConsistencyIndex) < 1e-12)
      #expect(analysis.worstJudgement == nil)
      for (label, weight) in zip(analysis.labels, analysis.weights) {
        #expect(abs(weight - (analyses[0].priorities[label] ?? 0)) < 1e-12)
      }
    }
  }

  @Test("other labels or another order permute the weights", arguments: PriorityMethod.allCases)
  func relabelling(method: PriorityMethod) throws {
    var generator = SplitMix64(seed: 23)
    for size in 2...9 {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let order = matrix.labels.shuffled(using: &generator)
      let moved = try #require(matrix.reordered(order))
      let (one, other) = try (
        JudgementAnalysis(matrix, method: method), JudgementAnalysis(moved, method: method)
      )
      #expect(abs(one.lambdaMax - other.lambdaMax) < 1e-12 * one.lambdaMax)
      for label in matrix.labels {
        #expect(abs((one.priorities[label] ?? 0) - (other.priorities[label] ?? 1)) < 1e-12)
      }
      #expect(moved.reordered(matrix.labels)?.labels == matrix.labels)
      let renamed = matrix.relabelled(matrix.labels.map { "new \($0)" })
      #expect(try JudgementAnalysis(renamed, method: method).weights == one.weights)
    }
  }

  @Test("the transpose has the same ratio, but from four labels on not the reciprocal weights")
  func transpose() throws {
    var generator = SplitMix64(seed: 29)
    for size in 3...8 {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let transpose = PairwiseComparisonMatrix(
        labels: matrix.labels, upperTriangle: matrix.upperTriangle.map(\.reciprocal))
      let (one, other) = try (JudgementAnalysis(matrix), JudgementAnalysis(transpose))
      #expect(abs(one.consistencyIndex - other.consistencyIndex) < 1e-12)
      let inverses = other.weights.map { 1 / $0 }
      let sum = inverses.reduce(0, +)
      let largest = zip(one.weights, inverses).map { abs($0 - $1 / sum) }.max() ?? 0
      #expect(size == 3 ? largest < 1e-12 : largest > 1e-6)
    }
  }

  @Test("storage order matters: acceptable matrices whose left vector ranks otherwise")
  func storageOrder() throws {
    var generator = SplitMix64(seed: 31)
    var differing = 0
    for _ in 0..<300 {
      let matrix = Fixtures.nearlyConsistent(5, noise: 0.9, &generator)
      let analysis = try JudgementAnalysis(matrix)
      guard analysis.isConsistent == true else { continue }
      let rows = Fixtures.rows(matrix)
      let right = Fixtures.powerIteration(rows).vector
      let transposed = (0..<5).map { column in rows.map { $0[column] } }
      let left = Fixtures.powerIteration(transposed).vector.map { 1 / $0 }
      #expect(ranking(analysis.weights) == ranking(right))
      if ranking(left) != ranking(right) { differing += 1 }
    }
    #expect(differing > 10)
  }

  @Test("the revised ratio is what the matrix has with the implied judgement")
  func revised() throws {
    var generator = SplitMix64(seed: 37)
    for method in PriorityMethod.allCases {
      let matrix = try Fixtures.randomMatrix(5, &generator)
      let worst = try #require(try JudgementAnalysis(matrix, method: method).worstJudgement)
      var upper = matrix.upperTriangle
      let index = try #require(
        upper.indices.first { index in
          let pairs = (0..<5).flatMap { row in (row + 1..<max(5, row + 1)).map { (row, $0) } }
          return matrix.labels[pairs[index].0] == worst.row
            && matrix.labels[pairs[index].1] == worst.column
        })
      upper[index] = try #require(Judgement(value: worst.implied))
      let changed = PairwiseComparisonMatrix(labels: matrix.labels, upperTriangle: upper)
      let analysis = try JudgementAnalysis(changed, method: method)
      #expect(analysis.consistencyRatio == worst.ratioIfRevised)
    }
  }

  private func ranking(_ weights: [Double]) -> [Int] {
    weights.indices.sorted { weights[$0] > weights[$1] }
  }
}
