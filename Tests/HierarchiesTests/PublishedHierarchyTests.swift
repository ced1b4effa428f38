import AHP
import Hierarchies
import Testing

@Suite("Published hierarchies")
struct PublishedHierarchyTests {
  struct Printed: CustomTestStringConvertible {
    let folder: String
    let digits: Int
    let distributive: [Double]
    var ideal: [Double] = []

    var testDescription: String { folder }
  }

  static let printed = [
    // Saaty 1990, doi:10.1016/0377-2217(90)90057-I; by ideal synthesis another house is best.
    Printed(
      folder: "saaty-1990-house", digits: 5, distributive: [0.39591, 0.34072, 0.26337],
      ideal: [0.35771, 0.35961, 0.28268]),
    // Wikipedia, "Analytic hierarchy process - leader example", overview.
    Printed(folder: "wikipedia-leader", digits: 3, distributive: [0.358, 0.493, 0.149]),
    // Saaty 2005, by the tests of AHPy: test_cities_weights_dd_precision_4.
    Printed(
      folder: "saaty-2004-city", digits: 4, distributive: [0.2291, 0.2748, 0.3852, 0.1110]),
    // Wikipedia's car example, by the README of AHPy.
    Printed(
      folder: "wikipedia-car", digits: 3,
      distributive: [0.215, 0.150, 0.106, 0.167, 0.144, 0.219]),
    // Saaty 1980; as cited by others.
    Printed(folder: "saaty-1980-school", digits: 2, distributive: [0.37, 0.38, 0.25]),
  ]

  @Test("each alternative gets the weight that is printed", arguments: printed)
  func alternatives(_ printed: Printed) throws {
    let synthesis = try HierarchyText.dataset(printed.folder)
    let half = 0.5 / (0..<printed.digits).reduce(1) { product, _ in product * 10 } + 1e-12
    let distributive = try #require(synthesis.distributive)
    for (weight, expected) in zip(distributive.priorities, printed.distributive) {
      #expect(abs(weight - expected) <= half, "\(weight)")
    }
    let ideal = try #require(synthesis.ideal)
    for (weight, expected) in zip(ideal.priorities, printed.ideal) {
      #expect(abs(weight - expected) <= half, "\(weight)")
    }
    #expect(distributive.priorities.count == printed.distributive.count)
  }

  @Test("the winner of the houses is another one by ideal synthesis, and that is said")
  func flip() throws {
    let house = try HierarchyText.dataset("saaty-1990-house")
    #expect(house.isWinnerFlipped)
    #expect(house.rankFlips == [RankFlip(aboveByDistributive: "A", aboveByIdeal: "B")])
    #expect(house.distributive?.ranks == [1, 2, 3])
    #expect(house.ideal?.ranks == [2, 1, 3])
    let leader = try HierarchyText.dataset("wikipedia-leader")
    #expect(!leader.isWinnerFlipped && leader.rankFlips.isEmpty)
  }

  /// The local priorities of Wikipedia's leader example, with the consistency ratios that AHPy prints
  /// for it (3 labels have the random index 0.52 there).
  @Test(
    "each node has the weights and the ratio that are printed",
    arguments: [
      ("experience", [0.217, 0.717, 0.066], 0.035), ("education", [0.188, 0.081, 0.731], 0.062),
      ("charisma", [0.743, 0.194, 0.063], 0.069), ("age", [0.265, 0.672, 0.063], 0.028),
    ])
  func nodes(name: String, weights: [Double], ratio: Double) throws {
    let leader = try HierarchyText.dataset("wikipedia-leader")
    let node = try #require(leader.nodes.first { $0.path == [name] })
    for (weight, printed) in zip(node.weights, weights) { #expect(abs(weight - printed) <= 5e-4) }
    #expect(abs(try #require(node.analysis?.consistencyRatio) - ratio) <= 5e-4)
  }

  /// AHPy, which rounds at every level, prints .093 for Harry's share by education (.127 times .731) and
  /// shares of the whole that sum to 1.001; the product of the weights is .0925.
  @Test("a global weight is the product of the local ones down to it, not rounded on the way")
  func global() throws {
    let leader = try HierarchyText.dataset("wikipedia-leader")
    let education = try #require(leader.nodes.first { $0.path == ["education"] })
    let shares = education.distributive.map { $0 * education.globalWeight }
    for (share, printed) in zip(shares, [0.0238, 0.0102, 0.0925]) {
      #expect(abs(share - printed) <= 5e-5)
    }
    let car = try HierarchyText.dataset("wikipedia-car")
    let cost = try #require(car.nodes.first { $0.path == ["cost"] })
    let price = try #require(car.nodes.first { $0.path == ["cost", "price"] })
    #expect(abs(cost.globalWeight - 0.510) <= 5e-4)
    #expect(price.globalWeight == cost.globalWeight * price.localWeight)
    // AHPy prints .488 for price under cost.
    #expect(abs(price.localWeight - 0.488) <= 5e-4)
  }

  /// AHPy's own tests (test_master_a): four levels of numbers, rounded there to four digits.
  @Test("four levels of numbers")
  func deep() throws {
    let scores = { (x: Int, y: Int, z: Int) in
      "{alternatives: {x: \(x), y: \(y), z: \(z), normalize: true}}"
    }
    let synthesis = try HierarchyText.synthesis(
      """
      hierarchy: a
      alternatives: [x, y, z]
      weights: {judgements: [[b, c, 1]]}
      criteria:
        b:
          weights: {judgements: [[d, e, 4]]}
          criteria:
            d:
              weights: {judgements: [[f, g, 2]]}
              criteria: {f: \(scores(2, 4, 4)), g: \(scores(1, 2, 3))}
            e: \(scores(1, 2, 3))
        c: \(scores(2, 4, 4))
      """)
    let weights = try #require(synthesis.distributive).priorities
    // 1/2 (4/5 (2/3 2/10 + 1/3 1/6) + 1/5 1/6) + 1/2 2/10, and so on.
    let exact = [
      0.5 * (0.8 * (2 / 3.0 * 0.2 + 1 / 3.0 / 6) + 0.2 / 6) + 0.1,
      0.5 * (0.8 * (2 / 3.0 * 0.4 + 1 / 9.0) + 0.2 / 3) + 0.2,
      0.5 * (0.8 * (2 / 3.0 * 0.4 + 1 / 6.0) + 0.1) + 0.2,
    ]
    for (weight, expected) in zip(weights, exact) { #expect(abs(weight - expected) <= 1e-15) }
    for (weight, printed) in zip(weights, [0.1922, 0.3844, 0.4233]) {
      #expect(abs(weight - printed) <= 1e-4)
    }
    let f = try #require(synthesis.nodes.first { $0.path == ["b", "d", "f"] })
    #expect(abs(f.globalWeight - 4 / 15.0) <= 1e-15)
  }
}
