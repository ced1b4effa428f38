import AHP
import Foundation
import JudgementRepair
import SeededRandom
import Testing

@Suite("Recovery")
struct RecoveryTests {
  private static func recover(
    _ weights: String, _ eigenvalue: String? = nil, _ method: PriorityMethod
  ) throws -> [RecoveredMatrix] {
    let printed = weights.split(separator: " ").compactMap { PrintedNumber(String($0)) }
    return try JudgementRecovery(
      weights: printed, eigenvalue: eigenvalue.flatMap { PrintedNumber($0) }, method: method
    ).matrices(labels: printed.indices.map { "\($0)" })
  }

  @Test("The paper's weights come of 21 matrices, and of one with the eigenvalue")
  func paper() throws {
    let found = try Self.recover("0.4832 0.2717 0.1569 0.0882", "4.015", .geometricMean)
    #expect(found.count == 21)
    let fitting = found.filter { $0.fitsEigenvalue == true }
    #expect(
      fitting.map { $0.matrix.upperTriangle.map(\.text) } == [["2", "3", "5", "2", "3", "2"]])
    #expect(try Self.recover("0.4832 0.2717 0.1569 0.0882", "4.015", .eigenvector).isEmpty)
  }

  @Test("Saaty's city matrix is the only one with its printed weights and eigenvalue")
  func city() throws {
    // Weights with four decimals from the vignette of ahpsurvey.
    let found = try Self.recover("0.1522 0.4335 0.0716 0.3050 0.0378", "5.225", .eigenvector)
    #expect(
      found.map { $0.matrix.upperTriangle.map(\.text) } == [
        ["1/5", "3", "1/2", "5", "7", "1", "7", "1/4", "3", "7"]
      ])
  }

  @Test("Saaty's school matrix is the only one with its weights and true eigenvalue")
  func school() throws {
    // Weights as in Wang and Chin 2011; the book's eigenvalue, 7.49, is a misprint of 7.42.
    let weights = "0.3208 0.1395 0.0348 0.1285 0.2374 0.1391"
    let found = try Self.recover(weights, "7.42", .eigenvector)
    #expect(
      found.map { $0.matrix.upperTriangle.map(\.text).joined(separator: " ") }
        == [RepairTests.school])
    #expect(try Self.recover(weights, "7.49", .eigenvector).isEmpty)
  }

  @Test(
    "What is found is what fits among all matrices of three",
    arguments: JudgementRecovery.methods, [2, 3])
  func everything(method: PriorityMethod, decimals: Int) throws {
    var all: [(JudgementAnalysis, PairwiseComparisonMatrix)] = []
    for one in Matrices.scale {
      for other in Matrices.scale {
        for third in Matrices.scale {
          let matrix = Matrices.matrix([one, other, third])
          all.append((try JudgementAnalysis(matrix, method: method), matrix))
        }
      }
    }
    var generator = SplitMix64(seed: UInt64(decimals))
    for _ in 0..<20 {
      let weights = all[Int.random(in: 0..<all.count, using: &generator)].0.weights
      let texts = weights.map { String(format: "%.\(decimals)f", $0) }
      let printed = texts.compactMap { PrintedNumber($0) }
      guard printed.count == 3, abs(printed.reduce(0) { $0 + $1.value } - 1) < 1e-9 else {
        continue
      }
      let fitting = all.filter { zip(printed, $0.0.weights).allSatisfy { $0.fits($1) } }
      let found = try Self.recover(texts.joined(separator: " "), nil, method)
      #expect(Set(found.map(\.matrix.upperTriangle)) == Set(fitting.map(\.1.upperTriangle)))
      #expect(found.count == fitting.count)
    }
  }

  @Test("The weights and eigenvalue of a matrix lead back to it", arguments: [4, 5])
  func back(size: Int) throws {
    var generator = SplitMix64(seed: 5)
    for method in JudgementRecovery.methods {
      let matrix = Matrices.random(size, &generator)
      let analysis = try JudgementAnalysis(matrix, method: method)
      let weights = analysis.weights.map { String(format: "%.5f", $0) }
      let found = try Self.recover(
        weights.joined(separator: " "), String(format: "%.4f", analysis.lambdaMax), method)
      #expect(
        found.contains {
          $0.matrix.upperTriangle == matrix.upperTriangle && $0.fitsEigenvalue == true
        })
    }
  }

  @Test("Two weights are recovered too")
  func two() throws {
    let found = try Self.recover("0.75 0.25", "2", .eigenvector)
    #expect(found.map { $0.matrix.upperTriangle.map(\.text) } == [["3"]])
  }

  @Test("What no matrix can print is told, and what is too much is refused")
  func errors() throws {
    #expect(throws: RecoveryError.tooFewWeights) { try Self.recover("1", nil, .eigenvector) }
    #expect(throws: RecoveryError.sumNotOne(0.75)) {
      try Self.recover("0.5 0.25", nil, .eigenvector)
    }
    #expect(throws: RecoveryError.eigenvalueTooSmall(printed: "0.4015", size: 4)) {
      try Self.recover("0.4832 0.2717 0.1569 0.0882", "0.4015", .geometricMean)
    }
    #expect(throws: RecoveryError.tooMuchWork(size: 5)) {
      try Self.recover("0.2 0.2 0.2 0.2 0.2", nil, .geometricMean)
    }
  }

  @Test(
    "Printed numbers are plain decimals above 0", arguments: ["", "x", "-1", "0", "1e3", "1.2.3"])
  func printed(text: String) {
    #expect(PrintedNumber(text) == nil)
  }
}
