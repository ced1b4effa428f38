import AHP
import PriorityBatches
import TestSupport
import Testing

@Suite("Priorities of many matrices at once")
struct BatchPrioritiesTests {
  static let sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 24]

  @Test("What LAPACK finds for each matrix is found", arguments: MatrixFamily.allCases, sizes)
  func agreesWithLAPACK(family: MatrixFamily, size: Int) throws {
    let count = LongTests.rounds(19, long: 2000)
    let each = BatchPriorities.judgementCount(size: size)
    let judgements = family.batch(size: size, count: count, seed: 7)
    let batch = try BatchPriorities(size: size).solve(judgements, count: count)
    #expect(batch.count == count)
    for (index, solved) in batch.enumerated() {
      let expected = try Self.analysis(
        judgements[index * each..<(index + 1) * each], size: size)
      #expect(abs(solved.lambdaMax / expected.lambdaMax - 1) < 1e-12)
      #expect(abs(solved.consistencyIndex - expected.consistencyIndex) <= 1e-12 * solved.lambdaMax)
      #expect(solved.lambdaMaxBounds.overlaps(expected.lambdaMaxBounds))
      // Where its own interval is wide LAPACK has lost the small weights.
      let isProved =
        expected.lambdaMaxBounds.upperBound < expected.lambdaMaxBounds.lowerBound * (1 + 1e-13)
      guard isProved || family != .extreme else { continue }
      for (weight, expectedWeight) in zip(solved.weights, expected.weights) {
        #expect(abs(weight / expectedWeight - 1) < Self.tolerance(family))
      }
    }
  }

  /// Relative to each weight, however small it is.
  private static func tolerance(_ family: MatrixFamily) -> Double {
    switch family {
    // The second eigenvalue is so near that weights move by far more than judgements are rounded.
    case .huge, .extreme, .nearlyReducible: 1e-9
    default: 1e-12
    }
  }

  @Test("A w = lambda w, and the bounds hold the eigenvalue", arguments: [3, 5, 9, 15])
  func eigenvector(size: Int) throws {
    let count = LongTests.rounds(200, long: 20_000)
    let judgements = MatrixFamily.random.batch(size: size, count: count, seed: 8)
    let batch = try BatchPriorities(size: size).solve(judgements, count: count)
    #expect(batch.fallbackCount == 0)
    let each = BatchPriorities.judgementCount(size: size)
    for (index, solved) in batch.enumerated() {
      let bounds = solved.lambdaMaxBounds
      #expect(bounds.contains(solved.lambdaMax))
      #expect(bounds.upperBound - bounds.lowerBound < 1e-12 * solved.lambdaMax)
      #expect(abs(solved.weights.reduce(0, +) - 1) < 1e-14)
      let rows = Self.matrix(Array(judgements[index * each..<(index + 1) * each]), size: size)
      for (row, weight) in zip(rows, solved.weights) {
        let product = zip(row, solved.weights).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - solved.lambdaMax * weight) < 1e-12 * solved.lambdaMax * weight)
      }
    }
  }

  @Test("A consistent matrix has the weights it was made of, and no inconsistency")
  func consistent() throws {
    // 6 : 3 : 2 : 1, divided by their sum.
    let batch = try BatchPriorities(size: 4).solve([2, 3, 6, 1.5, 3, 2], count: 1)
    #expect(abs(batch[0].lambdaMax - 4) < 1e-14)
    #expect(abs(batch[0].consistencyIndex) < 1e-14)
    for (weight, part) in zip(batch[0].weights, [6.0, 3, 2, 1]) {
      #expect(abs(weight - part / 12) < 1e-15)
    }
  }

  @Test("One and two rows are consistent, and nothing about them is NaN")
  func small() throws {
    let ones = try BatchPriorities(size: 1).solve([], count: 3)
    #expect(ones.map(\.weights) == [[1], [1], [1]])
    #expect(ones.map(\.consistencyRatio) == [0, 0, 0])
    #expect(ones.consistencyRatios == [0, 0, 0])
    let twos = try BatchPriorities(size: 2).solve([3, 1e50, 1e-50], count: 3)
    #expect(Array(twos[0].weights) == [0.75, 0.25])
    #expect(twos.allSatisfy { $0.lambdaMax == 2 && $0.consistencyRatio == 0 })
    #expect(twos.allSatisfy { $0.weights.allSatisfy { $0 > 0 } })
  }

  @Test("The ratio is by the random index named, and there is none where its table ends")
  func ratios() throws {
    let triads = try BatchPriorities(size: 3, randomIndex: .alonso2006).solve([9, 1, 9], count: 1)
    #expect(triads[0].consistencyRatio == triads[0].consistencyIndex / 0.5245)
    #expect(triads.randomIndexSource == "alonso-lamata-2006")
    #expect(triads.consistencyIndices == triads.map(\.consistencyIndex))
    #expect(triads.consistencyRatios == triads.map(\.consistencyRatio))
    let many = MatrixFamily.random.batch(size: 16, count: 1, seed: 1)
    #expect(try BatchPriorities(size: 16).solve(many, count: 1)[0].consistencyRatio == nil)
  }

  @Test("An empty batch has no results")
  func empty() throws {
    #expect(try BatchPriorities(size: 5).solve([], count: 0).isEmpty)
  }

  @Test("Neither neighbours nor threads change a bit", arguments: [3, 5, 9, 16])
  func independence(size: Int) throws {
    let (count, each) = (2600, BatchPriorities.judgementCount(size: size))
    // Families in turn: lanes that end soon beside lanes that end late.
    let families = MatrixFamily.allCases.map { $0.batch(size: size, count: count, seed: 3) }
    var judgements: [Double] = []
    for index in 0..<count {
      judgements += families[index % families.count][index * each..<(index + 1) * each]
    }
    let whole = try BatchPriorities(size: size).solve(judgements, count: count)
    let threaded = try BatchPriorities(size: size, threads: 4).solve(judgements, count: count)
    #expect(Array(whole) == Array(threaded))
    #expect(whole.fallbackCount == threaded.fallbackCount)
    for index in stride(from: 0, to: count, by: 41) {
      let alone = try BatchPriorities(size: size).solve(
        Array(judgements[index * each..<(index + 1) * each]), count: 1)
      #expect(alone[0] == whole[index])
    }
  }

  @Test(
    "A judgement that is none is named",
    arguments: [0, -1, .nan, .infinity, 1e51, 1e-51] as [Double])
  func outOfRange(value: Double) throws {
    var judgements = MatrixFamily.random.batch(size: 4, count: 3000, seed: 1)
    judgements[6 * 2000 + 4] = value
    judgements[6 * 2500] = value
    let error = #expect(throws: BatchError.self) {
      try BatchPriorities(size: 4, threads: 2).solve(judgements, count: 3000)
    }
    // Of the pairs 12, 13, 14, 23, 24, 34 the fifth.
    #expect(
      error?.description.hasPrefix(
        "matrix 2001, row 2, column 4: a judgement must be from 1e-50 to 1e+50, not ") == true)
  }

  /// The whole matrix, row by row.
  private static func matrix(_ judgements: [Double], size: Int) -> [[Double]] {
    var rows = [[Double]](repeating: [Double](repeating: 1, count: size), count: size)
    var rest = judgements[...]
    for row in 0..<size {
      for column in row + 1..<max(size, row + 1) {
        let judgement = rest.removeFirst()
        rows[row][column] = judgement
        rows[column][row] = 1 / judgement
      }
    }
    return rows
  }

  private static func analysis(
    _ judgements: ArraySlice<Double>, size: Int
  ) throws -> JudgementAnalysis {
    try JudgementAnalysis(
      PairwiseComparisonMatrix(
        labels: (1...size).map(String.init),
        upperTriangle: try judgements.map { try #require(Judgement(value: $0)) }))
  }
}
