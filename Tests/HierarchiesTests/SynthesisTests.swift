import AHP
import Diagnostics
import Hierarchies
import TestSupport
import Testing

@Suite("Synthesis")
struct SynthesisTests {
  @Test(
    "weights under a node, global weights and shares sum to 1",
    arguments: [
      "saaty-1990-house", "wikipedia-leader", "wikipedia-car", "saaty-2004-city",
      "saaty-1980-school", "synthetic-ratings",
    ])
  func sums(folder: String) throws {
    let synthesis = try HierarchyText.dataset(folder)
    for node in synthesis.nodes { #expect(abs(node.weights.reduce(0, +) - 1) <= 1e-12) }
    let lowest = synthesis.nodes.filter(\.isLowest)
    #expect(abs(lowest.map(\.globalWeight).reduce(0, +) - 1) <= 1e-12)
    // Nothing is rounded: the shares need not be divided by their sum to sum to 1.
    #expect(abs(try #require(synthesis.distributive).totals.reduce(0, +) - 1) <= 1e-12)
    #expect(abs(try #require(synthesis.ideal).priorities.reduce(0, +) - 1) <= 1e-12)
    for node in lowest where node.kind == .alternatives {
      #expect(node.ideal.max() == 1)
    }
  }

  /// Belton and Gear 1983, doi:10.1016/0305-0483(83)90047-6: three criteria of equal weight, and then a
  /// copy of the second alternative. Distributive synthesis turns A and B round; ideal synthesis does not.
  @Test("a copy of an alternative turns the order round by distributive synthesis only")
  func copy() throws {
    let numbers = { (values: [Int]) in
      let cells = zip(["A", "B", "C", "D"], values).map { "\($0): \($1)" }.joined(separator: ", ")
      return "{alternatives: {\(cells), normalize: true}}"
    }
    func synthesis(_ rows: [[Int]], _ alternatives: String) throws -> HierarchySynthesis {
      try HierarchyText.synthesis(
        """
        hierarchy: belton-gear
        alternatives: [\(alternatives)]
        weights: {a: 1, b: 1, c: 1, normalize: true}
        criteria: {a: \(numbers(rows[0])), b: \(numbers(rows[1])), c: \(numbers(rows[2]))}
        """)
    }
    let three = try synthesis([[1, 9, 1], [9, 1, 1], [8, 9, 1]], "A, B, C")
    let four = try synthesis([[1, 9, 1, 9], [9, 1, 1, 1], [8, 9, 1, 9]], "A, B, C, D")
    // The paper prints .45 .47 .08, and .37 .29 .06 .29 after.
    let before = try #require(three.distributive)
    let after = try #require(four.distributive)
    for (weight, printed) in zip(before.priorities, [0.45, 0.47, 0.08]) {
      #expect(abs(weight - printed) <= 0.005 + 1e-12)
    }
    for (weight, printed) in zip(after.priorities, [0.37, 0.29, 0.06, 0.29]) {
      #expect(abs(weight - printed) <= 0.005 + 1e-12)
    }
    #expect(before.ranks == [2, 1, 3] && after.ranks == [1, 2, 4, 2])
    #expect(three.ideal?.ranks == [2, 1, 3] && four.ideal?.ranks == [3, 1, 4, 1])
    #expect(four.isWinnerFlipped)
  }

  @Test("what a rated alternative gets does not depend on the others")
  func ratings() throws {
    let header = """
      hierarchy: ratings
      weights: {quality: 70%, price: 3/10}
      criteria:
        quality:
          intensities: {judgements: [[high, middle, 2], [high, low, 4], [middle, low, 2]]}
          ratings: {a: middle, b: low, c: high}
        price: {intensities: {cheap: 0.8, dear: 0.2}, ratings: {a: cheap, b: dear, c: dear}}
      alternatives: [a, b, c]
      """
    let three = try HierarchyText.synthesis(header)
    let two = try HierarchyText.synthesis(
      header.replacing(", c: high", with: "").replacing(", c: dear", with: "")
        .replacing("[a, b, c]", with: "[a, b]"))
    let totals = try #require(three.ideal).totals
    // .7 times 1/2, 1/4 and 1, plus .3 times 1, 1/4 and 1/4.
    for (total, exact) in zip(totals, [0.65, 0.25, 0.775]) { #expect(abs(total - exact) <= 1e-15) }
    #expect(try #require(two.ideal).totals == Array(totals.prefix(2)))
    let quality = try #require(three.nodes.first { $0.path == ["quality"] })
    #expect(quality.kind == .intensities && quality.labels == ["high", "middle", "low"])
    #expect(quality.analysis?.consistencyRatio.map { abs($0) <= 1e-12 } == true)
  }

  @Test("criteria alone are weighed, too")
  func criteriaOnly() throws {
    let synthesis = try HierarchyText.synthesis(
      """
      hierarchy: criteria
      weights: {file: paper-customer-manager/matrix.csv, method: geometric-mean}
      criteria:
        financial: {title: Financial}
        customer:
        internal: {weights: {risk: 3/4, service: 25%}, criteria: {risk: , service: }}
        learning:
      """)
    #expect(synthesis.distributive == nil && synthesis.ideal == nil && !synthesis.isWinnerFlipped)
    #expect(
      synthesis.nodes.map { $0.path.joined(separator: ".") } == [
        "", "financial", "customer", "internal", "internal.risk", "internal.service", "learning",
      ])
    // The paper's weight of `internal` is .1569 by row geometric means.
    let risk = try #require(synthesis.nodes.first { $0.path == ["internal", "risk"] })
    #expect(abs(risk.globalWeight - 0.75 * 0.15687597384) <= 1e-11)
  }

  @Test("the ratio of the whole is that of its one matrix where it has one")
  func consistency() throws {
    let one = try HierarchyText.synthesis(
      """
      hierarchy: one
      weights: {file: wikipedia-leader/matrix.csv}
      criteria: {experience: , education: , charisma: , age: }
      """)
    #expect(abs(try #require(one.consistencyRatio) - 0.0438585275) <= 1e-9)
    #expect(one.findings.isEmpty)
    let house = try HierarchyText.dataset("saaty-1990-house")
    // Between the smallest and the largest ratio of a node, and not their mean.
    let ratios = house.nodes.compactMap { $0.analysis?.consistencyRatio }
    #expect(ratios.count == 9)
    let whole = try #require(house.consistencyRatio)
    #expect(try #require(ratios.min()) < whole && whole < (try #require(ratios.max())))
  }

  @Test("inconsistent judgements are a finding that says where")
  func findings() throws {
    let synthesis = try HierarchyText.synthesis(
      """
      hierarchy: inconsistent
      weights: {a: 0.5, b: 0.5}
      alternatives: [x, y, z]
      criteria:
        a: {alternatives: {x: 1, y: 1, z: 2, normalize: true}}
        b: {alternatives: {judgements: [[x, y, 7], [x, z, 1/5], [y, z, 1/8]]}}
      """)
    let finding = try #require(synthesis.findings.first)
    #expect(synthesis.findings.count == 1)
    #expect(finding.severity == .finding && finding.code == "judgement.inconsistent")
    #expect(finding.path == "b" && finding.location?.line == 6)
    #expect(finding.message.hasPrefix("the judgements under b contradict each other"))
  }

  @Test("a panel is aggregated by judgements or by priorities")
  func panel() throws {
    func weights(_ aggregate: String) throws -> [Double] {
      try HierarchyText.synthesis(
        """
        hierarchy: panel
        weights: {file: synthetic-panel/panel.csv, set: dimensions, aggregate: \(aggregate)}
        criteria: {financial: , customer: , internal: , learning: }
        """
      ).nodes[0].weights
    }
    let url = "Datasets/judgements/synthetic-panel/panel.csv"
    let set = try #require(
      try JudgementFile.read(ProjectFiles.url(url).path).set(named: "dimensions"))
    let order = ["financial", "customer", "internal", "learning"]
    let byPriorities = try #require(try set.aggregatedPriorities().reordered(order))
    #expect(try weights("priorities") == byPriorities.weights)
    let byJudgements = try JudgementAnalysis(set.aggregatedJudgements()).priorities
    for (label, weight) in zip(order, try weights("judgements")) {
      #expect(abs(weight - (byJudgements[label] ?? 0)) <= 1e-12)
    }
  }
}
