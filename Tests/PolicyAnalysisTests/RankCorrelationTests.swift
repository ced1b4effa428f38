import PolicyAnalysis
import SeededRandom
import Testing

@Suite("Agreement of two orders")
struct RankCorrelationTests {
  @Test("published values of Spearman's rho are met")
  func publishedRho() throws {
    // Wikipedia, "Spearman's rank correlation coefficient", intelligence and hours of television:
    // rho = -29/165.
    let intelligence = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    let rho = try #require(RankCorrelation.spearman(intelligence, hours))
    #expect(abs(rho - -29.0 / 165) < 1e-15)
    // SciPy, documentation of scipy.stats.spearmanr, one tie.
    let tied = try #require(RankCorrelation.spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]))
    #expect(abs(tied - 0.8207826816681233) < 1e-15)
  }

  @Test("a published value of Kendall's tau-b with ties on both sides is met")
  func publishedTau() throws {
    // SciPy, documentation of scipy.stats.kendalltau.
    let tau = try #require(RankCorrelation.kendallTauB([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]))
    #expect(abs(tau - -0.47140452079103173) < 1e-15)
  }

  @Test("ties worked out by hand")
  func byHand() throws {
    // Ranks 1 2 3.5 5 3.5 and 3 1 5 4 2: the products of their distances from 3 add up to 4.5, the
    // squares to 9.5 and 10. Six pairs agree, three do not, one is tied on one side.
    let (one, other) = ([102.0, 95, 92, 71, 92], [87.5, 95, 70, 72.5, 90])
    let rho = try #require(RankCorrelation.spearman(one, other))
    #expect(abs(rho - 4.5 / (9.5 * 10).squareRoot()) < 1e-15)
    let tau = try #require(RankCorrelation.kendallTauB(one, other))
    #expect(abs(tau - 3 / 90.0.squareRoot()) < 1e-15)
  }

  @Test("fewer than two subjects, or no differences on one side, have no coefficient")
  func none() {
    for (one, other) in [([], []), ([1], [2]), ([1, 1, 1], [1, 2, 3]), ([1, 2], [4, 4])] {
      #expect(RankCorrelation.spearman(one, other) == nil)
      #expect(RankCorrelation.kendallTauB(one, other) == nil)
    }
  }

  /// Lists of up to 40 numbers with many ties, some of them with none.
  private static func lists() -> [(one: [Int], other: [Int])] {
    var generator = SplitMix64(seed: 11)
    return (0..<200).map { round in
      let count = Int.random(in: 2...40, using: &generator)
      let largest = round % 3 == 0 ? 1_000_000 : 1 + round % 7
      let list = { (generator: inout SplitMix64) in
        (0..<count).map { _ in Int.random(in: -largest...largest, using: &generator) }
      }
      return (list(&generator), list(&generator))
    }
  }

  @Test("tau-b is that of counting every pair")
  func everyPair() {
    for (one, other) in Self.lists() {
      var (agreement, orderedInOne, orderedInOther) = (0, 0, 0)
      for first in one.indices {
        for second in one.indices where second > first {
          let signs = (
            (one[second] - one[first]).signum(), (other[second] - other[first]).signum()
          )
          agreement += signs.0 * signs.1
          orderedInOne += signs.0.magnitude == 1 ? 1 : 0
          orderedInOther += signs.1.magnitude == 1 ? 1 : 0
        }
      }
      let product = Double(orderedInOne) * Double(orderedInOther)
      let expected = product == 0 ? nil : Double(agreement) / product.squareRoot()
      #expect(RankCorrelation.kendallTauB(one, other) == expected)
    }
  }

  @Test("rho is the correlation of mid-ranks, each counted from the others")
  func midRanks() throws {
    for (one, other) in Self.lists() {
      let ranks = [one, other].map { list in
        list.map { value in
          Double(list.count { $0 < value }) + Double(list.count { $0 == value } + 1) / 2
        }
      }
      let mean = Double(one.count + 1) / 2
      let product = { (left: [Double], right: [Double]) in
        zip(left, right).reduce(0.0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
      }
      let squares = product(ranks[0], ranks[0]) * product(ranks[1], ranks[1])
      let found = RankCorrelation.spearman(one, other)
      #expect((found == nil) == (squares == 0))
      if let found {
        #expect(abs(found - product(ranks[0], ranks[1]) / squares.squareRoot()) < 1e-12)
      }
    }
  }

  @Test("both are symmetric, 1 for the same order, -1 for the reverse, and see nothing but order")
  func properties() throws {
    let coefficients: [([Int], [Int]) -> Double?] = [
      { RankCorrelation.spearman($0, $1) }, { RankCorrelation.kendallTauB($0, $1) },
    ]
    for (one, other) in Self.lists() where Set(one).count > 1 {
      for coefficient in coefficients {
        let found = coefficient(one, other)
        #expect(found == coefficient(other, one))
        #expect(coefficient(one, one) == 1)
        #expect(coefficient(one, one.map { -$0 }) == -1)
        #expect(found == coefficient(one.map { $0 * $0 * $0 }, other.map { 5 * $0 - 7 }))
        #expect(found.map { (-1...1).contains($0) } ?? true)
      }
    }
  }
}
