import AHP
import Testing

@Suite("Random indices")
struct RandomIndexTests {
  /// As printed in each table's source, for 3 ... 15.
  static let printed: [String: [Double]] = [
    "saaty-1980": [
      0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59,
    ],
    "saaty-2005": [
      0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59,
    ],
    "donegan-dodd-1991": [
      0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643,
      1.4822, 1.4969,
    ],
    "alonso-lamata-2006": [
      0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551,
      1.5713, 1.5838,
    ],
  ]

  @Test("every table has the printed values, its source, and ends where the source ends")
  func tables() throws {
    #expect(Set(RandomIndex.all.map(\.name)) == Set(Self.printed.keys))
    for (name, values) in Self.printed {
      let table = try #require(RandomIndex.named(name))
      #expect((3...15).map { table.value(size: $0) } == values)
      #expect(table.value(size: 1) == 0 && table.value(size: 2) == 0)
      #expect(table.value(size: 16) == nil && table.value(size: 0) == nil)
      #expect(table.source.contains(name.suffix(4)))
    }
    #expect(RandomIndex.named("saaty") == nil)
  }

  /// lambda = 1 + 2 cosh(e / 3) for the logarithm e of the triad's error; the mean of all 17^3
  /// matrices was computed from that.
  @Test("the exact random index for three labels, from all matrices on the scale 1/9 ... 9")
  func enumeration() throws {
    let scale = try Fixtures.scale.map { try Judgement($0) }
    var sum = 0.0
    for first in scale {
      for second in scale {
        for third in scale {
          let matrix = PairwiseComparisonMatrix(
            labels: ["a", "b", "c"], upperTriangle: [first, second, third])
          sum += try JudgementAnalysis(matrix).consistencyIndex
        }
      }
    }
    #expect(abs(sum / 4913 - 0.5244574542912286) < 1e-12)
  }

  @Test("the same matrix has another ratio by each table")
  func tablesDiffer() throws {
    // Saaty 1990, house selection by transport: .213 with his table of 1980, .237 with that of 2005.
    let matrix = try Fixtures.matrix(["7", "1/5", "1/8"])
    let ratios = try RandomIndex.all.map {
      try #require(try JudgementAnalysis(matrix, randomIndex: $0).consistencyRatio)
    }
    let rounded = ratios.map { ($0 * 1000).rounded() }
    #expect(zip(RandomIndex.all.map(\.name), rounded).first { $0.0 == "saaty-1980" }?.1 == 213)
    #expect(zip(RandomIndex.all.map(\.name), rounded).first { $0.0 == "saaty-2005" }?.1 == 237)
  }
}
