import AHP
import Foundation
import SeededRandom
import Testing

/// Values for published matrices stand in `recomputed.csv` beside each, and are compared in
/// `PublishedMatrixTests`.
@Suite("Indices of inconsistency")
struct InconsistencyIndexTests {
  @Test("three labels have closed forms of k = a12 a23 / a13")
  func three() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<200 {
      let matrix = try Fixtures.randomMatrix(3, &generator)
      let error = matrix[0, 1] * matrix[1, 2] / matrix[0, 2]
      let logarithm = abs(log(error))
      let expected: [InconsistencyIndex: Double] = [
        .geometric: logarithm * logarithm / 3,
        .koczkodaj: 1 - min(error, 1 / error), .meanTriad: 1 - min(error, 1 / error),
        .pelaezLamata: error + 1 / error - 2, .cavalloDApuzzo: max(error, 1 / error),
        .congruence: logarithm,
      ]
      for (index, number) in expected {
        let value = try #require(index.value(of: matrix))
        #expect(abs(value - number) < 1e-12 * max(1, number), "\(index)")
      }
    }
  }

  @Test("consistent judgements have none by any index", arguments: InconsistencyIndex.allCases)
  func consistent(index: InconsistencyIndex) throws {
    var generator = SplitMix64(seed: 43)
    for size in [3, 4, 7, 15, 40] {
      let matrix = Fixtures.nearlyConsistent(size, noise: 0, &generator)
      let value = try #require(index.value(of: matrix))
      #expect(abs(value - (index == .cavalloDApuzzo ? 1 : 0)) < 1e-12, "\(size) labels: \(value)")
      let reading = InconsistencyReading.all(of: matrix).first { $0.index == index }
      #expect(reading?.isAcceptable != false)
    }
  }

  @Test("equal judgements have none, though there is nothing to explain")
  func equal() throws {
    let matrix = try Fixtures.matrix(["1", "1", "1", "1", "1", "1"])
    for reading in InconsistencyReading.all(of: matrix) {
      #expect(reading.value == (reading.index == .cavalloDApuzzo ? 1 : 0))
    }
  }

  @Test("below three labels there is no index, and nothing is NaN")
  func small() throws {
    for upper in [[], ["7"]] {
      let matrix = try Fixtures.matrix(upper)
      #expect(InconsistencyReading.all(of: matrix).isEmpty)
      #expect(InconsistencyIndex.allCases.allSatisfy { $0.value(of: matrix) == nil })
      #expect(InconsistencyIndex.allCases.allSatisfy { $0.threshold(size: matrix.size) == nil })
    }
  }

  @Test("the order of the labels does not matter, nor the direction of the judgements to most")
  func symmetry() throws {
    var generator = SplitMix64(seed: 47)
    for size in 3...8 {
      let matrix = try Fixtures.randomMatrix(size, &generator)
      let moved = try #require(matrix.reordered(matrix.labels.shuffled(using: &generator)))
      let transpose = PairwiseComparisonMatrix(
        labels: matrix.labels, upperTriangle: matrix.upperTriangle.map(\.reciprocal))
      for index in InconsistencyIndex.allCases {
        let value = try #require(index.value(of: matrix))
        let other = try #require(index.value(of: moved))
        #expect(abs(value - other) < 1e-12 * max(1, value), "\(index)")
        // Those two look at the sums of columns.
        guard ![.harmonic, .goldenWang].contains(index) else { continue }
        let turned = try #require(index.value(of: transpose))
        #expect(abs(value - turned) < 1e-12 * max(1, value), "\(index)")
      }
    }
  }

  @Test("one judgement moved away from consistency makes every index larger")
  func monotony() throws {
    // Brunelli and Fedrizzi's third axiom, doi:10.1057/jors.2013.135, for a matrix that all agree on:
    // the judgement of the first two labels, whose weights are equal, goes from 1 to 9.
    let values = try ["1", "2", "4", "9"].map { text in
      let matrix = try Fixtures.matrix([text, "2", "4", "2", "4", "2"])
      return InconsistencyReading.all(of: matrix)
    }
    for (one, other) in zip(values, values.dropFirst()) {
      for (before, after) in zip(one, other) where before.index != .dissonance {
        #expect(after.value > before.value, "\(before.index)")
      }
    }
  }

  @Test("thresholds are those published")
  func thresholds() {
    // Aguaron and Moreno-Jimenez 2003 print .31, .35, .37 for a consistency ratio of 0.1. It comes from
    // GCI = 2 n / (n - 2) * 0.1 * RI, here with the random indices of Alonso and Lamata.
    let geometric = [3: (0.31, 0.3147), 4: (0.35, 0.3526), 5: (0.37, 0.3695), 6: (0.37, 0.3744)]
    for (size, (printed, computed)) in geometric {
      #expect(InconsistencyIndex.geometric.threshold(size: size) == printed)
      let index = RandomIndex.alonso2006.value(size: size) ?? 0
      #expect(abs(2 * Double(size) / Double(size - 2) * 0.1 * index - computed) < 5e-5)
      #expect(abs(printed - computed) < 0.005)
    }
    #expect(InconsistencyIndex.koczkodaj.threshold(size: 7) == 1.0 / 3)
    #expect(InconsistencyIndex.harmonic.threshold(size: 5) == 0.1061)
    #expect(InconsistencyIndex.harmonic.threshold(size: 11) == nil)
    for index in InconsistencyIndex.allCases {
      #expect((index.thresholdSource == nil) == (index.threshold(size: 4) == nil))
      #expect(index.source.contains("doi:") || index == .goldenWang)
    }
  }

  @Test("the harmonic index of random judgements has the published mean", arguments: [3, 5, 8])
  func harmonicRandomIndex(size: Int) throws {
    let threshold = try #require(InconsistencyIndex.harmonic.threshold(size: size))
    var generator = SplitMix64(seed: UInt64(size))
    let values = try (0..<4000).map { _ in
      try #require(InconsistencyIndex.harmonic.value(of: Fixtures.randomMatrix(size, &generator)))
    }
    let mean = values.reduce(0, +) / 4000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
    // Stein and Mizzi do not say how many matrices they drew: a hundredth for theirs.
    #expect(abs(mean - 10 * threshold) < 3 * (variance / 4000).squareRoot() + 0.01)
  }

  @Test("a value at its threshold is acceptable")
  func boundary() throws {
    // k = 3 / 2: Koczkodaj's index is 1 - 2 / 3.
    let matrix = try Fixtures.matrix(["3", "2", "1"])
    let reading = InconsistencyReading.all(of: matrix).first { $0.index == .koczkodaj }
    #expect(reading?.isAcceptable == true)
    let beyond = try Fixtures.matrix(["3", "1.99", "1"])
    #expect(
      InconsistencyReading.all(of: beyond).first { $0.index == .koczkodaj }?.isAcceptable == false)
  }
}
