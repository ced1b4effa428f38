import AHP
import Foundation
import SeededRandom

/// Where the project's data and cases lie, and how the tests read and make matrices.
enum Fixtures {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let judgements = root.appendingPathComponent("Datasets/judgements")
  static let invalid = root.appendingPathComponent("Tests/Cases/invalid/judgements")

  /// The rows of a comma-separated file without quotes, each cell under its column's name; the last
  /// column takes the rest of its line.
  static func table(_ url: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    return lines.dropFirst().map { line in
      let cells = line.split(
        separator: ",", maxSplits: names.count - 1, omittingEmptySubsequences: false)
      return Dictionary(uniqueKeysWithValues: zip(names, cells.map(String.init)))
    }
  }

  /// The matrix of a square judgement file.
  static func matrix(_ url: URL) throws -> PairwiseComparisonMatrix {
    try JudgementFile.read(url.path).sets[0].aggregatedJudgements()
  }

  /// A matrix from its judgements above the diagonal, labelled a, b, c ... or 0, 1, 2 ...
  static func matrix(_ upper: [String]) throws -> PairwiseComparisonMatrix {
    let size = (1...).first { $0 * ($0 - 1) / 2 >= upper.count } ?? 1
    return PairwiseComparisonMatrix(
      labels: labels(size), upperTriangle: try upper.map { try Judgement($0) })
  }

  static func labels(_ size: Int) -> [String] {
    size <= 26
      ? Array("abcdefghijklmnopqrstuvwxyz").prefix(size).map(String.init)
      : (0..<size).map(String.init)
  }

  /// The judgements of the scale 1/9 ... 9.
  static let scale = (2...9).reversed().map { "1/\($0)" } + (1...9).map(String.init)

  /// A matrix whose upper triangle is drawn uniformly from the scale 1/9 ... 9.
  static func randomMatrix(
    _ size: Int, _ generator: inout SplitMix64
  ) throws -> PairwiseComparisonMatrix {
    let count = size * (size - 1) / 2
    return PairwiseComparisonMatrix(
      labels: labels(size),
      upperTriangle: try (0..<count).map { _ in
        try Judgement(scale[Int.random(in: 0..<scale.count, using: &generator)])
      })
  }

  /// A matrix near a consistent one: quotients of random weights, each off by up to `noise` in its
  /// logarithm.
  static func nearlyConsistent(
    _ size: Int, noise: Double, _ generator: inout SplitMix64
  ) -> PairwiseComparisonMatrix {
    let weights = (0..<size).map { _ in Double.random(in: 1...9, using: &generator) }
    var upper: [Judgement] = []
    for row in 0..<size {
      for column in row + 1..<max(size, row + 1) {
        let error = noise == 0 ? 0 : Double.random(in: -noise...noise, using: &generator)
        upper.append(Judgement(value: weights[row] / weights[column] * exp(error)) ?? .equal)
      }
    }
    return PairwiseComparisonMatrix(labels: labels(size), upperTriangle: upper)
  }

  /// The matrix as rows.
  static func rows(_ matrix: PairwiseComparisonMatrix) -> [[Double]] {
    (0..<matrix.size).map { row in (0..<matrix.size).map { matrix[row, $0] } }
  }

  /// The Perron root and vector by power iteration, which shares nothing with the code under test.
  static func powerIteration(_ rows: [[Double]]) -> (value: Double, vector: [Double]) {
    var vector = [Double](repeating: 1 / Double(rows.count), count: rows.count)
    var sum = 1.0
    for _ in 0..<1000 {
      var image = [Double](repeating: 0, count: rows.count)
      for row in rows.indices {
        for column in rows.indices { image[row] += rows[row][column] * vector[column] }
      }
      sum = image.reduce(0, +)
      let next = image.map { $0 / sum }
      let change = zip(next, vector).map { abs($0 - $1) }.max() ?? 0
      vector = next
      if change < 1e-16 { break }
    }
    return (sum, vector)
  }
}
