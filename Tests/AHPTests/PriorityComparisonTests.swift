import AHP
import Foundation
import SeededRandom
import Testing

@Suite("One matrix by several methods")
struct PriorityComparisonTests {
  @Test("every method by itself gives the same, and every two are compared")
  func same() throws {
    var generator = SplitMix64(seed: 73)
    let matrix = try Fixtures.randomMatrix(6, &generator)
    let comparison = try PriorityComparison(matrix, randomIndex: .alonso2006)
    #expect(comparison.analyses.map(\.method) == PriorityMethod.allCases)
    for analysis in comparison.analyses {
      #expect(
        try analysis
          == JudgementAnalysis(matrix, method: analysis.method, randomIndex: .alonso2006))
    }
    #expect(comparison.differences.count == 10)
    for difference in comparison.differences {
      let weights = [difference.method, difference.other].map { method in
        comparison.analyses.first { $0.method == method }?.weights ?? []
      }
      let distances = zip(weights[0], weights[1]).map { abs($0 - $1) }
      #expect(difference.largest == distances.max())
      #expect(distances[matrix.labels.firstIndex(of: difference.label) ?? 0] == difference.largest)
      for change in difference.orderChanges {
        let first = try #require(matrix.labels.firstIndex(of: change.first))
        let second = try #require(matrix.labels.firstIndex(of: change.second))
        #expect(weights[0][first] > weights[0][second] && weights[1][first] < weights[1][second])
      }
    }
  }

  @Test("of Saaty's house, column means put age of house before yard space, geometric means do not")
  func orderChange() throws {
    let url = Fixtures.judgements.appendingPathComponent("saaty-1990-house/matrix.csv")
    let comparison = try PriorityComparison(
      Fixtures.matrix(url), methods: [.eigenvector, .geometricMean])
    // Recomputed weights: .1881 and .1730 by the eigenvector, .1487 and .1748 by geometric means.
    let difference = try #require(comparison.differences.first)
    #expect(comparison.differences.count == 1 && !difference.orderChanges.isEmpty)
    #expect(abs(difference.largest - (0.188110298857 - 0.148706335661)) < 1e-11)
  }

  @Test("consistent judgements: no difference, and a perfect fit")
  func consistent() throws {
    let comparison = try PriorityComparison(Fixtures.matrix(["2", "4", "8", "2", "4", "2"]))
    for difference in comparison.differences {
      #expect(difference.largest < 1e-15 && difference.orderChanges.isEmpty)
    }
    for fit in comparison.fits {
      #expect(fit.euclideanDistance < 1e-13 && fit.violations == 0)
    }
  }

  @Test("a fit by hand: of a cycle every weight is the same, so each judgement is half violated")
  func fit() throws {
    let comparison = try PriorityComparison(
      Fixtures.matrix(["2", "1/2", "2"]), methods: [.geometricMean])
    // Six errors: 2 - 1 three times, and 1/2 - 1 three times.
    #expect(abs(comparison.fits[0].euclideanDistance - 3.75.squareRoot()) < 1e-12)
    #expect(comparison.fits[0].violations == 1.5)
  }

  @Test("weighted least squares: no other weights of sum 1 have a smaller sum of squares")
  func leastSquares() throws {
    var generator = SplitMix64(seed: 79)
    for size in 3...7 {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let weights = try PriorityVector(matrix, method: .weightedLeastSquares).weights
      let least = sumOfSquares(matrix, weights)
      for _ in 0..<50 {
        let steps = (0..<size).map { _ in Double.random(in: -1e-3...1e-3, using: &generator) }
        let mean = steps.reduce(0, +) / Double(size)
        #expect(sumOfSquares(matrix, zip(weights, steps).map { $0 + $1 - mean }) > least)
      }
    }
  }

  @Test("judgements of any size leave finite positive weights", arguments: PriorityMethod.allCases)
  func extreme(method: PriorityMethod) throws {
    var generator = SplitMix64(seed: 83)
    for size in 3...9 {
      for power in [6, 50] {
        let upper = (0..<size * (size - 1) / 2).map { _ in
          "1e\(Int.random(in: -power...power, using: &generator))"
        }
        let matrix = try Fixtures.matrix(upper)
        let analysis = try JudgementAnalysis(matrix, method: method)
        #expect(analysis.weights.allSatisfy { $0 > 0 && $0.isFinite }, "\(upper)")
        #expect(analysis.lambdaMax.isFinite)
        let comparison = try PriorityComparison(matrix, methods: [method])
        #expect(comparison.fits[0].euclideanDistance.isFinite)
        for reading in InconsistencyReading.all(of: matrix) {
          #expect(reading.value.isFinite && reading.value >= 0, "\(reading.index)")
        }
      }
    }
  }

  @Test("consistent weights that differ by many powers of ten keep their digits")
  func wide() throws {
    // Powers of two, so that every judgement is exact.
    let weights = [1.0, 0x1p-10, 0x1p-20, 0x1p-30, 0x1p-40]
    let upper = (0..<5).flatMap { row in
      (row + 1..<max(5, row + 1)).compactMap { Judgement(value: weights[row] / weights[$0]) }
    }
    let matrix = PairwiseComparisonMatrix(labels: Fixtures.labels(5), upperTriangle: upper)
    let sum = weights.reduce(0, +)
    for method in PriorityMethod.allCases {
      for (found, weight) in zip(try PriorityVector(matrix, method: method).weights, weights) {
        #expect(abs(found / (weight / sum) - 1) < 1e-12, "\(method)")
      }
    }
  }

  @Test("the example of Documentation/priorities.md")
  func example() throws {
    let upper = try ["2", "3", "5", "2", "3", "2"].map { try Judgement($0) }
    let matrix = PairwiseComparisonMatrix(labels: ["a", "b", "c", "d"], upperTriangle: upper)
    let comparison = try PriorityComparison(matrix)
    let koczkodaj = InconsistencyIndex.koczkodaj.value(of: matrix)
    let details = JudgementDetail.all(of: matrix, priorities: comparison.analyses[0].priorities)
    let cycles = OrdinalConsistency(matrix).cycles
    // The judgements 2, 3 and 2 of the first three labels: k = 4 / 3.
    #expect(abs((koczkodaj ?? 1) - 0.25) < 1e-12 && details.count == 6 && cycles.isEmpty)
  }

  private func sumOfSquares(_ matrix: PairwiseComparisonMatrix, _ weights: [Double]) -> Double {
    weights.indices.reduce(0) { sum, row in
      weights.indices.reduce(sum) {
        let error = matrix[row, $1] * weights[$1] - weights[row]
        return $0 + error * error
      }
    }
  }
}
