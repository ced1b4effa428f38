import AHP
import Testing

/// Source of the printed numbers: the customer-manager paper (weights to four decimals, principal
/// eigenvalue 4.015, RI(4) = 0.90). The judgements are the only ones on the scale 1/9 ... 9 that give
/// them; the other numbers here are recomputed from those.
@Suite("The paper's four dimensions")
struct PaperTests {
  private static let labels = ["financial", "customer", "internal", "learning"]

  static func matrix() throws -> PairwiseComparisonMatrix {
    try PairwiseComparisonMatrix(
      labels: labels, upperTriangle: ["2", "3", "5", "2", "3", "2"].map { try Judgement($0) })
  }

  @Test("geometric means give the printed weights and the recomputed eigenvalue and indices")
  func geometricMean() throws {
    let analysis = try JudgementAnalysis(Self.matrix(), method: .geometricMean)
    let expected = [0.483189025963, 0.271717157177, 0.156875973840, 0.088217843020]
    for (weight, value) in zip(analysis.weights, expected) { #expect(abs(weight - value) < 1e-12) }
    #expect(abs(analysis.lambdaMax - 4.014518595540) < 1e-12)
    #expect(abs(analysis.consistencyIndex - 0.004839531847) < 1e-12)
    #expect(abs(try #require(analysis.consistencyRatio) - 0.005377257607) < 1e-12)
    #expect(analysis.randomIndex == 0.90)
    #expect(abs(try #require(analysis.geometricConsistencyIndex) - 0.019333687480) < 1e-12)
    #expect(analysis.isConsistent == true)
    #expect(analysis.weights.map { ($0 * 1e4).rounded() } == [4832, 2717, 1569, 882])
  }

  @Test("the eigenvector gives the recomputed weights and the Perron root")
  func eigenvector() throws {
    let analysis = try JudgementAnalysis(Self.matrix())
    let expected = [0.482885616555, 0.271974461325, 0.156989860763, 0.088150061358]
    for (weight, value) in zip(analysis.weights, expected) { #expect(abs(weight - value) < 1e-12) }
    #expect(abs(analysis.lambdaMax - 4.014520958632) < 1e-12)
    #expect(analysis.lambdaMaxBounds.contains(analysis.lambdaMax))
  }

  @Test("the worst judgement by the printed weights is customer against internal")
  func worst() throws {
    let worst = try #require(
      try JudgementAnalysis(Self.matrix(), method: .geometricMean).worstJudgement)
    #expect(worst.row == "customer")
    #expect(worst.column == "internal")
    #expect(worst.given.text == "2")
    #expect(abs(worst.implied - 1.732050807568877) < 1e-12)
    #expect(abs(worst.factor - 1.154700538379252) < 1e-12)
  }
}
