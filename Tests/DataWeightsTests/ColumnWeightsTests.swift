import DataWeights
import SeededRandom
import Testing

@Suite("Weights from data")
struct ColumnWeightsTests {
  static func data(_ columns: [[Double]]) -> DataColumns {
    DataColumns(labels: columns.indices.map { "c\($0)" }, columns: columns)
  }

  @Test("a constant column has weight 0 and is named, and 0 or a negative one too")
  func constants() throws {
    let data = Self.data([[1, 2, 4], [5, 5, 5], [3, 1, 1], [-2, -2, -2], [0, 0, 0]])
    for method in DataWeightMethod.allCases where method != .equal {
      let found = try ColumnWeights(data, method: method)
      #expect(found.constants == ["c1", "c3", "c4"])
      #expect(found.weights[1] == 0 && found.weights[3] == 0 && found.weights[4] == 0)
      #expect(abs(found.weights.reduce(0, +) - 1) <= 1e-12)
    }
  }

  @Test("a share of 0 adds nothing to an entropy")
  func zeros() throws {
    // Shares 0 0 1 have entropy 0, shares 1/3 each would have 1: (0.5, 0.5, 0) has ln 2 / ln 3.
    let found = try ColumnWeights(Self.data([[0, 0, 9], [2, 2, 0]]), method: .entropy)
    let second = 1 - 0.6309297535714575
    #expect(abs(found.weights[0] - 1 / (1 + second)) <= 1e-12)
  }

  @Test("what a method cannot take is refused by name")
  func refused() throws {
    let negative = Self.data([[1, -2, 3], [1, 2, 3]])
    #expect(throws: DataWeightError.negative(label: "c0", value: -2)) {
      try ColumnWeights(negative, method: .entropy)
    }
    _ = try ColumnWeights(negative, method: .entropy, normalization: .minMax)
    _ = try ColumnWeights(negative, method: .critic)
    #expect(throws: DataWeightError.meanNotPositive(label: "c0", mean: 0)) {
      try ColumnWeights(Self.data([[1, -1], [1, 2]]), method: .variation)
    }
    #expect(throws: DataWeightError.allConstant) {
      try ColumnWeights(Self.data([[1, 1], [2, 2]]), method: .critic)
    }
    #expect(throws: DataWeightError.noConflict) {
      try ColumnWeights(Self.data([[1, 2, 3], [2, 4, 6]]), method: .critic)
    }
    #expect(throws: DataWeightError.tooFewRows(1)) {
      try ColumnWeights(Self.data([[1], [2]]), method: .entropy)
    }
    #expect(throws: DataWeightError.nothingShared) {
      try ColumnWeights(labels: ["a", "b"], proportions: [1, 0]).combined(
        with: ColumnWeights(labels: ["a", "b"], proportions: [0, 1]), by: .multiplicative)
    }
  }

  @Test("one column weighs 1, and equal weights are equal whatever the data")
  func trivial() throws {
    for method in DataWeightMethod.allCases {
      #expect(try ColumnWeights(Self.data([[1, 2, 5]]), method: method).weights == [1])
    }
    #expect(try ColumnWeights(Self.data([[1], [1], [1], [1]]), method: .equal).weights[2] == 0.25)
  }

  @Test("units change nothing, and the order of rows nothing but the last bits")
  func invariances() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let columns = (0..<4).map { _ in
        (0..<12).map { _ in Double(random.next() % 1000 + 1) }
      }
      for method in DataWeightMethod.allCases {
        let plain = try ColumnWeights(Self.data(columns), method: method).weights
        let scaled = try ColumnWeights(
          Self.data(columns.map { $0.map { $0 * 1000 } }), method: method
        ).weights
        let turned = try ColumnWeights(
          Self.data(columns.map { $0.reversed() }), method: method
        ).weights
        for (one, others) in zip(plain, zip(scaled, turned)) {
          #expect(abs(one - others.0) <= 1e-12 && abs(one - others.1) <= 1e-12)
        }
      }
    }
  }

  @Test("combinations: the product, and a share of each")
  func combinations() throws {
    let judged = ColumnWeights(labels: ["a", "b"], proportions: [3, 1])
    let data = ColumnWeights(labels: ["a", "b"], proportions: [1, 4])
    let product = try judged.combined(with: data, by: .multiplicative).weights
    // 0.75 * 0.2 : 0.25 * 0.8 = 3 : 4.
    #expect(abs(product[0] - 3.0 / 7) <= 1e-12)
    let mixed = try judged.combined(with: data, by: .linear(share: 0.6)).weights
    #expect(abs(mixed[0] - (0.6 * 0.75 + 0.4 * 0.2)) <= 1e-12)
    #expect(try judged.combined(with: data, by: .linear(share: 1)).weights == judged.weights)
  }

  @Test("methods are compared by the orders they give; what cannot be computed has a reason")
  func comparison() throws {
    let data = Self.data([[1, 2, 3, 4], [4, 3, 1, 2], [-1, 0, 2, 1]])
    let policy = ColumnWeights(labels: data.labels, proportions: [1, 0, 0])
    let table = MethodComparison(data, policy: policy, normalization: .raw, share: 0.5)
    #expect(
      table.rows.map(\.name) == [
        "policy", "equal", "entropy", "critic", "coefficient-of-variation",
        "policy * critic", "policy + critic", "policy * coefficient-of-variation",
        "policy + coefficient-of-variation",
      ])
    #expect(table.rows[2].error == .negative(label: "c2", value: -1))
    #expect(table.spearman[0][0] == 1 && table.kendallTauB[2][0] == nil)
    // The product with (1, 0, 0) is (1, 0, 0).
    #expect(table.spearman[0][5] == 1)
  }
}
