import AHP
import Diagnostics
import Hierarchies
import JudgementUncertainty
import TestSupport
import Testing

@Suite("Draws of a whole hierarchy")
struct HierarchyUncertaintyTests {
  private static func hierarchy(_ yaml: String) throws -> Hierarchy {
    let folder = try TemporaryDirectory()
    return try HierarchyFile.read(try folder.write(yaml, to: "hierarchy.yaml").path)
  }

  private static func dataset(_ folder: String) throws -> Hierarchy {
    try HierarchyFile.read(
      ProjectFiles.url("Datasets/judgements/\(folder)/hierarchy.yaml").path)
  }

  @Test("draws that do not move give what the hierarchy gives", arguments: SynthesisKind.allCases)
  func fixed(kind: SynthesisKind) throws {
    for folder in ["saaty-1990-house", "wikipedia-car", "synthetic-ratings"] {
      let hierarchy = try Self.dataset(folder)
      let synthesis = try HierarchySynthesis(hierarchy)
      let result = try WeightUncertainty(of: hierarchy, by: kind, steps: 0, draws: 20, seed: 1)
      let given = kind == .ideal ? synthesis.ideal : synthesis.distributive
      for (band, weight) in zip(result.bands, try #require(given).priorities) {
        #expect(abs(band.weight - weight) <= 1e-12 && abs(band.mean - weight) <= 1e-12)
      }
      #expect(result.orderChanged.value == 0)
    }
  }

  /// Each alternative has all of one criterion: its priority is the criterion's weight, draw by draw.
  @Test("the draws are those of the judgements in it")
  func same() throws {
    let hierarchy = try Self.hierarchy(
      """
      hierarchy: same
      alternatives: [x, y, z]
      weights: {judgements: [[a, b, 2], [a, c, 3], [b, c, 1]]}
      criteria:
        a: {alternatives: {x: 1, y: 0, z: 0}}
        b: {alternatives: {x: 0, y: 1, z: 0}}
        c: {alternatives: {x: 0, y: 0, z: 1}}
      """)
    let whole = try WeightUncertainty(
      of: hierarchy, by: .distributive, steps: 1, draws: 3000, seed: 5, threads: 3)
    let alone = try WeightUncertainty(
      of: Matrices.matrix([2, 3, 1]), spread: .steps(1), draws: 3000, seed: 5)
    for (band, same) in zip(whole.bands, alone.bands) {
      #expect(abs(band.mean - same.mean) <= 1e-12)
      #expect(abs(band.standardDeviation - same.standardDeviation) <= 1e-12)
      #expect(band.rankShares == same.rankShares)
    }
    #expect(whole.orderChanged == alone.orderChanged)
  }

  @Test("criteria alone have no alternatives whose order could change")
  func criteriaOnly() throws {
    let hierarchy = try Self.hierarchy("hierarchy: none\ncriteria: {a: }\n")
    let error = #expect(throws: DiagnosedFailure.self) {
      try WeightUncertainty(of: hierarchy, by: .ideal, steps: 1, draws: 10, seed: 1)
    }
    #expect(error?.diagnostics.map(\.code) == ["hierarchy.no-alternatives"])
  }
}
