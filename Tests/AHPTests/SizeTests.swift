import AHP
import SeededRandom
import Testing

@Suite("Matrices of every size")
struct SizeTests {
  @Test("one label weighs 1", arguments: PriorityMethod.allCases)
  func one(method: PriorityMethod) throws {
    let analysis = try JudgementAnalysis(Fixtures.matrix([]), method: method)
    #expect(analysis.weights == [1])
    #expect(analysis.lambdaMax == 1 && analysis.lambdaMaxBounds == 1...1)
    #expect(analysis.consistencyIndex == 0 && analysis.consistencyRatio == 0)
    #expect(analysis.randomIndex == 0 && analysis.isConsistent == true)
    #expect(analysis.geometricConsistencyIndex == nil && analysis.worstJudgement == nil)
  }

  @Test("two labels are exact and never inconsistent", arguments: PriorityMethod.allCases)
  func two(method: PriorityMethod) throws {
    for (text, weights) in [("3", [0.75, 0.25]), ("1/3", [0.25, 0.75]), ("9", [0.9, 0.1])] {
      let analysis = try JudgementAnalysis(Fixtures.matrix([text]), method: method)
      #expect(analysis.weights == weights)
      #expect(analysis.lambdaMax == 2 && analysis.lambdaMaxBounds == 2...2)
      #expect(analysis.consistencyIndex == 0 && analysis.consistencyRatio == 0)
      #expect(analysis.isConsistent == true && analysis.worstJudgement == nil)
      #expect(analysis.geometricConsistencyIndex == nil && analysis.findings().isEmpty)
    }
  }

  @Test("beyond the table there are weights but no ratio", arguments: [16, 100, 150])
  func large(size: Int) throws {
    var generator = SplitMix64(seed: 16)
    let matrix = Fixtures.nearlyConsistent(size, noise: 0.5, &generator)
    let analysis = try JudgementAnalysis(matrix)
    #expect(analysis.weights.count == size)
    #expect(analysis.randomIndex == nil && analysis.consistencyRatio == nil)
    #expect(analysis.isConsistent == nil)
    #expect(analysis.consistencyIndex > 0)
    #expect(analysis.worstJudgement?.ratioIfRevised == nil)
    #expect(analysis.findings().map(\.code) == ["judgement.no-random-index"])
  }

  @Test("judgements that differ by many powers of ten keep all their digits")
  func extreme() throws {
    var generator = SplitMix64(seed: 19)
    for size in 3...12 {
      for _ in 0..<20 {
        let upper = try (0..<size * (size - 1) / 2).map { _ in
          try Judgement("1e\(Int.random(in: -6...6, using: &generator))")
        }
        let matrix = PairwiseComparisonMatrix(
          labels: Fixtures.labels(size), upperTriangle: upper)
        let analysis = try JudgementAnalysis(matrix)
        let bounds = analysis.lambdaMaxBounds
        #expect(bounds.upperBound - bounds.lowerBound < 1e-9 * bounds.upperBound)
        #expect(analysis.weights.allSatisfy { $0 > 0 && $0.isFinite })
      }
    }
  }

  @Test("the largest and smallest judgements give finite numbers", arguments: [3, 4, 8])
  func limits(size: Int) throws {
    let count = size * (size - 1) / 2
    let matrix = try Fixtures.matrix((0..<count).map { $0.isMultiple(of: 2) ? "1e50" : "1e-50" })
    let analysis = try JudgementAnalysis(matrix)
    #expect(analysis.lambdaMax.isFinite && analysis.lambdaMaxBounds.contains(analysis.lambdaMax))
    #expect(analysis.worstJudgement?.factor.isFinite == true)
    #expect(analysis.geometricConsistencyIndex?.isFinite == true)
  }
}
