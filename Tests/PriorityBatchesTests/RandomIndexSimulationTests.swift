import AHP
import PriorityBatches
import TestSupport
import Testing

@Suite("Random indices by simulation")
struct RandomIndexSimulationTests {
  /// From 500,000 draws each: the table in the R package ahpsurvey (Cho, F. (2019), ahpsurvey:
  /// Analytic Hierarchy Process for Survey Data, CRAN), as its documentation prints it.
  static let published: [(size: Int, index: Double)] = [
    (3, 0.5251686), (4, 0.8836651), (5, 1.1081014), (6, 1.2492774), (7, 1.3415514),
    (8, 1.4048466), (9, 1.4507197), (10, 1.4857266), (11, 1.5141022), (12, 1.5356638),
    (13, 1.5545925), (14, 1.5703498), (15, 1.5839958),
  ]

  @Test("The table of 500,000 draws, within three standard errors", arguments: published)
  func table(size: Int, published: Double) throws {
    let estimate = try RandomIndexSimulation(
      size: size, samples: LongTests.rounds(1500, long: 1_000_000), threads: 2
    ).run()
    // Both were drawn: their draws spread as ours do.
    let error =
      estimate.standardError * (1 + Double(estimate.samples) / 500_000).squareRoot()
    #expect(abs(estimate.randomIndex - published) < 3 * error)
    #expect(error < LongTests.rounds(0.02, long: 0.0013))
  }

  @Test("The exact random index of three rows, and the simulation near it")
  func exact() throws {
    // By enumeration elsewhere.
    #expect(abs(ExactRandomIndex.ofThree - 0.5244574542912286) < 5e-16)
    let estimate = try RandomIndexSimulation(
      size: 3, samples: LongTests.rounds(10_000, long: 1_000_000)
    ).run()
    #expect(abs(estimate.randomIndex - ExactRandomIndex.ofThree) < 3 * estimate.standardError)
  }

  @Test("One and two rows are always consistent", arguments: [1, 2])
  func small(size: Int) throws {
    let estimate = try RandomIndexSimulation(size: size, samples: 100).run()
    #expect(estimate.randomIndex == 0 && estimate.standardError == 0)
  }

  @Test(
    "Threads change no bit, another seed does",
    arguments: [MissingComparisons.none, .count(2), .pairs([ComparedPair(0, 3)])])
  func threads(missing: MissingComparisons) throws {
    func estimate(seed: UInt64, threads: Int) throws -> RandomIndexEstimate {
      try RandomIndexSimulation(
        size: 5, samples: 3000, seed: seed, missing: missing, threads: threads
      ).run()
    }
    let one = try estimate(seed: 3, threads: 1)
    #expect(try estimate(seed: 3, threads: 4) == one)
    #expect(try estimate(seed: 4, threads: 1).randomIndex != one.randomIndex)
  }

  @Test("Progress counts every matrix")
  func progress() throws {
    let counted = Counter()
    _ = try RandomIndexSimulation(size: 4, samples: 2500, threads: 2).run { counted.see($0) }
    #expect(Set(counted.all).count == 3)
    #expect(counted.all.max() == 2500)
  }

  /// Agoston, K. Cs., Csato, L. (2022), Inconsistency thresholds for incomplete pairwise comparison
  /// matrices, Omega 108, 102576, doi:10.1016/j.omega.2021.102576, table 2: the size, and the indices
  /// for 0, 1, 2 ... missing comparisons, to three decimals.
  static let incomplete: [(size: Int, indices: [Double])] = [
    (4, [0.884, 0.583, 0.306, 0.053]),
    (5, [1.109, 0.925, 0.739, 0.557, 0.379, 0.212, 0.059]),
    (6, [1.249, 1.128, 1.007, 0.883, 0.758, 0.634, 0.510, 0.389, 0.271, 0.161]),
    (7, [1.341, 1.256]),
  ]

  @Test(
    "The table for missing comparisons, whose completion stays on the scale", arguments: incomplete)
  func incompleteTable(size: Int, indices: [Double]) throws {
    for (count, index) in indices.enumerated() {
      let estimate = try RandomIndexSimulation(
        size: size, samples: LongTests.rounds(600, long: 100_000), missing: .count(count),
        threads: 2
      ).run()
      // Theirs are of 1,000,000 draws, and rounded.
      #expect(
        abs(estimate.randomIndex - index) < 3.3 * estimate.standardError + 0.0005,
        "\(size), \(count)")
    }
  }

  @Test("A tree of comparisons is consistent, when what completes it may be as large as it wants")
  func tree() throws {
    let path = Set(
      (0..<5).flatMap { one in (one + 2..<max(one + 2, 5)).map { ComparedPair(one, $0) } })
    let free = try RandomIndexSimulation(
      size: 5, samples: 500, missing: .pairs(path), isBounded: false
    ).run()
    #expect(abs(free.randomIndex) < 1e-12)
    let bounded = try RandomIndexSimulation(size: 5, samples: 500, missing: .pairs(path)).run()
    #expect(bounded.randomIndex > 0.05)
  }

  @Test("With as many missing, the graph of comparisons still matters")
  func graph() throws {
    let graphs: [Set<ComparedPair>] = [
      [ComparedPair(0, 1), ComparedPair(2, 3), ComparedPair(0, 4)],
      [ComparedPair(0, 1), ComparedPair(0, 2), ComparedPair(0, 3)],
    ]
    let estimates = try graphs.map {
      try RandomIndexSimulation(size: 5, samples: 4000, missing: .pairs($0), threads: 2).run()
    }
    let error = estimates[0].standardError + estimates[1].standardError
    #expect(abs(estimates[0].randomIndex - estimates[1].randomIndex) > 3 * error)
  }

  @Test("What cannot be is refused with what is wrong")
  func faults() throws {
    func fault(_ size: Int, _ missing: MissingComparisons) -> String? {
      do throws(RandomIndexFault) {
        _ = try RandomIndexSimulation(size: size, samples: 1, missing: missing)
        return nil
      } catch {
        return error.description
      }
    }
    let cut = Set([0, 1].flatMap { one in [2, 3].map { ComparedPair(one, $0) } })
    #expect(fault(4, .pairs(cut)) == "without these pairs nothing compares {1, 2} with {3, 4}")
    #expect(
      fault(4, .pairs([ComparedPair(4, 1)])) == "matrices of size 4 have no pair 2-5")
    #expect(
      fault(4, .count(4))
        == "4 missing comparisons do not leave 4 rows connected; at most 3 do")
    #expect(fault(4, .count(3)) == nil)
    #expect(fault(1, .count(0)) == nil)
  }
}
