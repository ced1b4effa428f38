import DataWeights
import Testing

@Suite("Published weights from data")
struct PublishedWeightTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let source: String
    let method: DataWeightMethod
    let rows: [[Double]]
    let printed: [Double]
    let decimals: Int
    var testDescription: String { "\(method.rawValue): \(source)" }
  }

  static let examples = [
    // The paper's eight firms: profitability, market share, productivity; its weights to eight digits
    // as recomputed in the tests of scikit-criteria.
    Example(
      source: "Diakoulaki et al. (1995), doi:10.1016/0305-0548(94)00059-H", method: .critic,
      rows: [
        [61, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9, 3.29, 1.65],
        [5.4, 2.77, 2.33], [4, 4.12, 1.21], [-6.1, 3.52, 2.10], [-34.6, 3.31, 0.98],
      ],
      printed: [0.20222554, 0.48090173, 0.31687273], decimals: 8),
    Example(
      source: "Tus and Aytac Adali (2019), doi:10.1007/s12597-019-00371-6", method: .critic,
      rows: [
        [5000, 3, 3, 4, 3, 2], [680, 5, 3, 2, 2, 1], [2000, 3, 2, 3, 4, 3],
        [600, 4, 3, 1, 2, 2], [800, 2, 4, 3, 3, 4],
      ],
      printed: [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], decimals: 3),
    Example(
      source: "Xu (2004), European Journal of Operational Research 156(2), 530-532",
      method: .entropy,
      rows: [[30, 30, 38, 29], [19, 54, 86, 29], [19, 15, 85, 28.9], [68, 70, 60, 29]],
      printed: [0.4630, 0.3992, 0.1378, 0.0000], decimals: 4),
    Example(
      source: "Zavadskas and Podvezko (2016), International Journal of Information Technology and "
        + "Decision Making 15(2), 267-283", method: .entropy,
      rows: [[3.0, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11], [2.2, 70, 12, 9]],
      printed: [0.1146, 0.1981, 0.4185, 0.2689], decimals: 4),
    Example(
      source: "Ersoy (2021), LogForum 17(3)", method: .entropy,
      rows: [
        [256, 8, 41, 1.6, 1.77, 7347.16], [256, 8, 32, 1.0, 1.8, 6919.99],
        [256, 8, 53, 1.6, 1.9, 8400], [256, 8, 41, 1.0, 1.75, 6808.9],
        [512, 8, 35, 1.6, 1.7, 8479.99], [256, 4, 35, 1.6, 1.7, 7499.99],
      ],
      printed: [0.405, 0.221, 0.134, 0.199, 0.007, 0.034], decimals: 3),
  ]

  static func columns(_ rows: [[Double]]) -> DataColumns {
    DataColumns(
      labels: rows[0].indices.map { "c\($0 + 1)" },
      columns: rows[0].indices.map { column in rows.map { $0[column] } })
  }

  @Test("the printed weights are found", arguments: examples)
  func published(_ example: Example) throws {
    let found = try ColumnWeights(Self.columns(example.rows), method: example.method)
    let unit = (0..<example.decimals).reduce(1.0) { power, _ in power * 10 }
    for (weight, printed) in zip(found.weights, example.printed) {
      #expect(abs(weight - printed) <= 0.5000001 / unit, "\(weight) printed as \(printed)")
    }
  }

  @Test(
    "the coefficient of variation by hand: 1 3 and 2 4 have 1/2 and 1/3, so weights 3/5 and 2/5")
  func variation() throws {
    let found = try ColumnWeights(Self.columns([[1, 2], [3, 4]]), method: .variation)
    #expect(abs(found.weights[0] - 0.6) <= 1e-12 && abs(found.weights[1] - 0.4) <= 1e-12)
  }
}
