import AHP
import Diagnostics
import Foundation
import SeededRandom
import Testing

@Suite("Completed matrices")
struct CompletionTests {
  /// Bozoki, Fulop, Ronyai 2010, doi:10.1016/j.mcm.2010.02.047, example 3. The optimum is exactly
  /// sqrt(8/15), the paper prints .7302965066. Weights and eigenvalues recomputed independently.
  @Test(
    "the example of Bozoki, Fulop and Ronyai has its value, eigenvalue and weights",
    arguments: [
      (CompletionMethod.lambdaOptimal, [0.373787, 0.391993, 0.098484, 0.135736]),
      (.logarithmicLeastSquares, [0.374183, 0.391633, 0.098841, 0.135343]),
      (.harker, [0.373579, 0.392123, 0.098177, 0.136122]),
    ])
  func published(method: CompletionMethod, weights: [Double]) throws {
    let completed = try CompletedMatrix(Incomplete.bozoki(), method: method)
    let analysis = try Incomplete.analysis(completed)
    for (weight, expected) in zip(analysis.weights, weights) {
      #expect(abs(weight - expected) <= 0.5e-6)
    }
    let value = try #require(completed.completed.first)
    #expect(value.row == "c" && value.column == "d" && completed.completed.count == 1)
    switch method {
    case .lambdaOptimal:
      #expect(abs(value.value - (8.0 / 15).squareRoot()) < 1e-12)
      #expect(abs(value.value - 0.7302967433402) < 1e-12)
      #expect(abs(value.value - 0.7302965066) < 1e-6)
      #expect(abs(analysis.lambdaMax - 4.092367293939) < 1e-12)
    case .logarithmicLeastSquares: #expect(analysis.method == .geometricMean)
    case .harker: #expect(abs(analysis.lambdaMax - 4.092388) <= 0.5e-6)
    }
  }

  /// 4/7, 2/7, 1/7, lambda exactly 3, and every index 0.
  @Test("a consistent matrix with a gap is consistent", arguments: CompletionMethod.allCases)
  func consistent(method: CompletionMethod) throws {
    let completed = try CompletedMatrix(Incomplete.matrix(["2", "?", "2"]), method: method)
    #expect(completed.completed.map(\.value) == [4])
    let analysis = try Incomplete.analysis(completed)
    for (weight, expected) in zip(analysis.weights, [4.0 / 7, 2.0 / 7, 1.0 / 7]) {
      #expect(abs(weight - expected) < 1e-15)
    }
    #expect(analysis.lambdaMax == 3)
    #expect(analysis.lambdaMaxBounds.contains(3))
    #expect(analysis.consistencyIndex == 0 && analysis.consistencyRatio == 0)
    #expect(analysis.geometricConsistencyIndex == 0 && analysis.worstJudgement == nil)
    #expect(analysis.isConsistent == true)
  }

  /// Fault 2 of other packages: -0.687 for a perfectly consistent incomplete matrix.
  @Test(
    "a perfectly consistent incomplete matrix never has a negative inconsistency",
    arguments: CompletionMethod.allCases)
  func neverNegative(method: CompletionMethod) throws {
    var generator = SplitMix64(seed: 2)
    for size in 3...9 {
      let weights = (0..<size).map { _ in Double.random(in: 1...9, using: &generator) }
      var upper: [String] = []
      for row in 0..<size {
        for column in row + 1..<max(size, row + 1) {
          let isGiven = column <= row + 2
          upper.append(isGiven ? "\(weights[row] / weights[column])" : "?")
        }
      }
      let analysis = try Incomplete.analysis(
        CompletedMatrix(Incomplete.matrix(upper), method: method))
      #expect(analysis.consistencyIndex >= 0 && analysis.consistencyIndex < 1e-12)
      let ratio = try #require(analysis.consistencyRatio)
      #expect(ratio >= 0 && ratio < 1e-11)
      let sum = weights.reduce(0, +)
      for (weight, expected) in zip(analysis.weights, weights) {
        #expect(abs(weight - expected / sum) < 1e-12)
      }
    }
  }

  /// Fault 6 of other packages: completing zeroes judgements that were given.
  @Test(
    "every judgement given stands in the completed matrix as it was written",
    arguments: CompletionMethod.allCases)
  func keepsGiven(method: CompletionMethod) throws {
    var generator = SplitMix64(seed: 6)
    for size in [4, 7, 11] {
      let given = try Incomplete.random(size, share: 0.6, &generator)
      let matrix = try CompletedMatrix(given, method: method).matrix
      for row in 0..<size {
        for column in 0..<size {
          if let judgement = given.judgement(row, column) {
            #expect(matrix.judgement(row, column) == judgement)
          }
          #expect(matrix[row, column] > 0 && matrix[row, column].isFinite)
        }
      }
    }
  }

  @Test(
    "without gaps every method leaves the matrix as it is", arguments: CompletionMethod.allCases)
  func complete(method: CompletionMethod) throws {
    let given = try Incomplete.matrix(["2", "3", "5", "2", "3", "2"])
    let completed = try CompletedMatrix(given, method: method)
    #expect(completed.matrix == given.complete && completed.completed.isEmpty)
    #expect(completed.finding() == nil && given.nextComparisons.isEmpty)
  }

  @Test("no other values make the eigenvalue smaller, and the interval says so", arguments: 3...15)
  func optimal(size: Int) throws {
    var generator = SplitMix64(seed: UInt64(size))
    let given = try Incomplete.random(size, share: size < 6 ? 0.7 : 0.4, &generator)
    let completed = try CompletedMatrix(given)
    let root = Incomplete.root(completed.matrix)
    if let bounds = completed.leastLambdaBounds {
      #expect(bounds.upperBound - bounds.lowerBound < 1e-10)
      #expect(bounds.lowerBound - 1e-9 <= root && root <= bounds.upperBound + 1e-9)
    } else {
      #expect(given.graph.isTree)
    }
    for gap in completed.completed.prefix(12) {
      for factor in [0.999, 1.001] {
        var comparisons: [(String, String, String)] = []
        for row in 0..<size {
          for column in row + 1..<max(size, row + 1) {
            let labels = (completed.matrix.labels[row], completed.matrix.labels[column])
            let isMoved = labels == (gap.row, gap.column)
            let value = completed.matrix[row, column] * (isMoved ? factor : 1)
            comparisons.append((labels.0, labels.1, "\(value)"))
          }
        }
        let moved = try #require(try Incomplete.matrix(size, comparisons).complete)
        #expect(Incomplete.root(moved) > root)
      }
    }
  }

  @Test("least squares: the completed matrix's row geometric means fit the judgements best")
  func leastSquares() throws {
    var generator = SplitMix64(seed: 9)
    for size in [4, 6, 10] {
      let given = try Incomplete.random(size, share: 0.6, &generator)
      let completed = try CompletedMatrix(given, method: .logarithmicLeastSquares)
      let weights = try PriorityVector(completed.matrix, method: .geometricMean).weights
      // The normal equations: at each row the errors of the judgements given sum to 0.
      for row in 0..<size {
        let errors = (0..<size).compactMap { column in
          given.judgement(row, column).map { log($0.value * weights[column] / weights[row]) }
        }
        #expect(abs(errors.reduce(0, +)) < 1e-12)
      }
    }
  }

  @Test("Harker: the weights are the eigenvector of the matrix with the gaps on its diagonal")
  func harker() throws {
    var generator = SplitMix64(seed: 10)
    for size in [4, 6, 10] {
      let given = try Incomplete.random(size, share: 0.6, &generator)
      let rows = (0..<size).map { row in
        (0..<size).map { column -> Double in
          if row == column {
            return 1 + Double((0..<size).count { given.judgement(row, $0) == nil })
          }
          return given.judgement(row, column)?.value ?? 0
        }
      }
      let expected = Fixtures.powerIteration(rows)
      let analysis = try Incomplete.analysis(CompletedMatrix(given, method: .harker))
      #expect(abs(analysis.lambdaMax - expected.value) < 1e-11 * expected.value)
      for (weight, other) in zip(analysis.weights, expected.vector) {
        #expect(abs(weight - other) < 1e-12)
      }
    }
  }

  @Test("relabelling permutes the weights", arguments: CompletionMethod.allCases)
  func relabelled(method: CompletionMethod) throws {
    var generator = SplitMix64(seed: 11)
    let given = try Incomplete.random(6, share: 0.6, &generator)
    let order = ["f", "b", "d", "a", "c", "e"]
    let turned = try #require(given.reordered(order))
    let weights = try Incomplete.analysis(CompletedMatrix(given, method: method)).priorities
    let others = try Incomplete.analysis(CompletedMatrix(turned, method: method)).priorities
    for label in order {
      let (one, other) = (try #require(weights[label]), try #require(others[label]))
      #expect(abs(one - other) < 1e-12)
    }
  }
}
