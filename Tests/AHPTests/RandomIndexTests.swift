import AHP
import Testing

@Suite("Random indices")
struct RandomIndexTests {
  /// As printed in each table's source, from 3 on. That of Golden and Wang is as Alonso and Lamata (2006)
  /// reprint it; that of ahpsurvey stands in the package's source to 50.
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
    "golden-wang-1989": [
      0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571,
      1.5714, 1.5831,
    ],
    "aguaron-moreno-jimenez-2003": [
      0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.570, 1.583,
      1.595,
    ],
    "ahpsurvey-2019": [
      0.5251686, 0.8836651, 1.1081014, 1.2492774, 1.3415514, 1.4048466, 1.4507197, 1.4857266,
      1.5141022, 1.5356638, 1.5545925, 1.5703498, 1.5839958, 1.5955704, 1.6053208, 1.6140648,
      1.62189, 1.6288505, 1.6355145, 1.6410749, 1.6462439, 1.6509834, 1.6554325, 1.6592237,
      1.663105, 1.6662368, 1.6696396, 1.6723214, 1.6751007, 1.6778474, 1.6801459, 1.6824754,
      1.6844494, 1.6865981, 1.6884438, 1.6901943, 1.6918461, 1.6935071, 1.6950605, 1.6965334,
      1.6979425, 1.6992006, 1.7004654, 1.7016392, 1.702778, 1.7038778, 1.7050314, 1.7060381,
    ],
  ]

  @Test("every table has the printed values, its source, and ends where the source ends")
  func tables() throws {
    #expect(Set(RandomIndex.all.map(\.name)) == Set(Self.printed.keys))
    for (name, values) in Self.printed {
      let table = try #require(RandomIndex.named(name))
      #expect((3..<3 + values.count).map { table.value(size: $0) } == values)
      #expect(table.value(size: 1) == 0 && table.value(size: 2) == 0)
      #expect(table.value(size: 3 + values.count) == nil && table.value(size: 0) == nil)
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
