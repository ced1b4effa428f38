import AHP
import Testing

@Suite("Random indices of matrices with gaps")
struct IncompleteRandomIndexTests {
  /// Agoston and Csato 2022, doi:10.1016/j.omega.2021.102576, as printed.
  @Test(
    "the table of Agoston and Csato is as printed",
    arguments: [
      (4, [0.884, 0.583, 0.306, 0.053]),
      (5, [1.109, 0.925, 0.739, 0.557, 0.379, 0.212, 0.059]),
      (6, [1.249, 1.128, 1.007, 0.883, 0.758, 0.634, 0.510, 0.389, 0.271, 0.161]),
      (7, [1.341, 1.256]),
    ])
  func printed(size: Int, values: [Double]) {
    for (missing, value) in values.enumerated() {
      #expect(IncompleteRandomIndex.printed(size: size, missing: missing) == value)
    }
    #expect(IncompleteRandomIndex.printed(size: size, missing: values.count) == nil)
    #expect(IncompleteRandomIndex.printed(size: size, missing: -1) == nil)
  }

  private static func graph(_ size: Int, without gaps: [(Int, Int)]) throws -> ComparisonGraph {
    let pairs = (0..<size).flatMap { row in (row + 1..<max(size, row + 1)).map { (row, $0) } }
    return try #require(
      ComparisonGraph(
        size: size,
        comparisons: pairs.filter { pair in !gaps.contains { $0 == pair } }
          .map { (row: $0.0, column: $0.1) }))
  }

  /// With one gap all graphs are alike, and bounds on its value hardly matter.
  @Test(
    "with one gap the simulation comes near what the table prints",
    arguments: [(4, 0.583), (5, 0.925), (6, 1.128), (7, 1.256)])
  func oneGap(size: Int, printed: Double) throws {
    let index = IncompleteRandomIndex.simulated(
      try Self.graph(size, without: [(0, 1)]), seed: 7, relativeError: 0.04)
    let error = try #require(index.standardError)
    #expect(index.source == "simulated" && error <= 0.04 * index.value)
    #expect(abs(index.value - printed) < 3 * error + 0.01)
  }

  /// By enumeration of all judgements with another minimiser (Nelder-Mead on numpy's eigenvalues): a
  /// triangle with a tail .29229, a cycle of four .25276. The table has .306, its completions being
  /// bounded by 1/9 and 9.
  @Test("the index depends on the graph, and comes near what enumeration gives")
  func dependsOnGraph() throws {
    let tail = IncompleteRandomIndex.simulated(
      try Self.graph(4, without: [(0, 1), (0, 2)]), relativeError: 0.04)
    let cycle = IncompleteRandomIndex.simulated(
      try Self.graph(4, without: [(0, 1), (2, 3)]), relativeError: 0.04)
    for (index, exact) in [(tail, 0.29229072778869386), (cycle, 0.2527617571275864)] {
      #expect(abs(index.value - exact) < 3 * (try #require(index.standardError)))
    }
  }

  /// The exact value, by enumeration of all 17^3 matrices.
  @Test("three labels without a gap come near the exact index")
  func exact() throws {
    let index = IncompleteRandomIndex.simulated(try Self.graph(3, without: []), relativeError: 0.02)
    #expect(abs(index.value - 0.5244574542912286) < 3 * (try #require(index.standardError)))
  }

  @Test("the same seed gives the same bits, another seed others")
  func seeded() throws {
    let graph = try Self.graph(5, without: [(0, 1), (2, 3)])
    let one = IncompleteRandomIndex.simulated(graph, seed: 1, relativeError: 0.05)
    #expect(one == IncompleteRandomIndex.simulated(graph, seed: 1, relativeError: 0.05))
    #expect(one.value != IncompleteRandomIndex.simulated(graph, seed: 2, relativeError: 0.05).value)
    #expect(try #require(one.draws) >= 200)
  }

  @Test("a tree has the index 0, by every source")
  func tree() throws {
    let graph = try Self.graph(4, without: [(0, 1), (0, 2), (1, 2)])
    #expect(graph.isTree)
    #expect(IncompleteRandomIndex.simulated(graph).value == 0)
    #expect(IncompleteRandomIndex.tabulated(graph)?.value == 0)
    #expect(IncompleteRandomIndex.scaled(.saaty1980, graph)?.value == 0)
  }

  /// RI(n, m) is near (1 - 2 m / ((n - 1) (n - 2))) RI(n, 0), as the paper finds.
  @Test("a table of complete matrices is scaled for gaps, and says so")
  func scaled() throws {
    let index = try #require(
      IncompleteRandomIndex.scaled(.saaty1980, Self.graph(4, without: [(0, 1)])))
    #expect(abs(index.value - 0.6) < 1e-15 && index.source == "saaty-1980, scaled for gaps")
    for size in 4...6 {
      let row = (0...).prefix { IncompleteRandomIndex.printed(size: size, missing: $0) != nil }
      for missing in row {
        let printed = try #require(IncompleteRandomIndex.printed(size: size, missing: missing))
        let complete = try #require(IncompleteRandomIndex.printed(size: size, missing: 0))
        let factor = 1 - 2 * Double(missing) / Double((size - 1) * (size - 2))
        #expect(abs(printed - factor * complete) < 0.065)
      }
    }
  }

  @Test("the table names itself, and reaches no further than it is printed")
  func tabulated() throws {
    let small = try #require(IncompleteRandomIndex.tabulated(Self.graph(5, without: [(0, 1)])))
    #expect(small.value == 0.925 && small.source == "agoston-csato-2022" && small.draws == nil)
    #expect(IncompleteRandomIndex.tabulated(try Self.graph(8, without: [(0, 1)])) == nil)
    // Little less than complete: 1.4048466 by 500,000 draws.
    let large = IncompleteRandomIndex.simulated(
      try Self.graph(8, without: [(0, 1)]), relativeError: 0.03)
    #expect(large.value > 1.25 && large.value < 1.41)
  }

  @Test("the analysis divides by the index and names it")
  func ratio() throws {
    let completed = try CompletedMatrix(Incomplete.bozoki())
    let analysis = try JudgementAnalysis(
      completed, randomIndex: .tabulated(completed.given.graph))
    #expect(analysis.randomIndex == 0.583 && analysis.randomIndexSource == "agoston-csato-2022")
    let ratio = try #require(analysis.consistencyRatio)
    #expect(abs(ratio - 0.092367293939 / 3 / 0.583) < 1e-12)
    let scaled = try JudgementAnalysis(
      completed, randomIndex: .scaled(.saaty1980, completed.given.graph))
    #expect(abs((try #require(scaled.consistencyRatio)) - 0.092367293939 / 3 / 0.6) < 1e-12)
  }
}
