import AHP
import Diagnostics
import Foundation
import JudgementPanels
import SeededRandom
import Testing

@Suite("Panels")
struct PanelAnalysisTests {
  /// Two consistent respondents and one who contradicts himself.
  private func panel(weights: [Double] = []) throws -> JudgementSet {
    try Panels.set(
      ["a", "b", "c"], ["Li:2 4 2", "Wang:1 3 3", "Zhao:5 1/5 5"], weights: weights)
  }

  @Test("each respondent's ratio is that of the respondent's own matrix")
  func ratios() throws {
    let set = try panel()
    let panel = try PanelAnalysis(set)
    #expect(panel.respondents.map(\.name) == ["Li", "Wang", "Zhao"])
    for (respondent, own) in zip(set.respondents, panel.respondents) {
      #expect(own.analysis == (try JudgementAnalysis(set.matrix(of: respondent))))
      #expect(abs(own.share - 1.0 / 3) < 1e-15)
    }
    #expect(panel.group == (try JudgementAnalysis(set.aggregatedJudgements())))
    #expect(panel.weights == panel.group.weights)
    #expect(panel.respondents[0].analysis?.consistencyRatio ?? 1 < 1e-12)
    #expect(panel.respondents[2].analysis?.isConsistent == false)
    #expect(panel.findings.isEmpty)
  }

  @Test("by priorities, the weights are those of AHP's aggregate of priorities")
  func priorities() throws {
    let set = try panel(weights: [2, 1, 1])
    let panel = try PanelAnalysis(set, PanelOptions(aggregation: .priorities))
    #expect(panel.weights == (try set.aggregatedPriorities().weights))
    #expect(panel.respondents.map(\.share) == [0.5, 0.25, 0.25])
  }

  /// Forman and Peniwati 1998: by row geometric means, AIJ and AIP are the same.
  @Test("by row geometric means both aggregations agree")
  func both() throws {
    var generator = SplitMix64(seed: 3)
    for size in 2...7 {
      let set = try Panels.random(size, people: 4, &generator)
      let one = try PanelAnalysis(set, PanelOptions(method: .geometricMean))
      let other = try PanelAnalysis(
        set, PanelOptions(method: .geometricMean, aggregation: .priorities))
      #expect(zip(one.weights, other.weights).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test("a respondent above the limit warns, is left out, or is an error")
  func limit() throws {
    let set = try panel()
    let warned = try PanelAnalysis(set, PanelOptions(limit: RespondentLimit(action: .warn)))
    #expect(warned.weights == (try PanelAnalysis(set).weights))
    let finding = try #require(warned.findings.first)
    #expect(warned.findings.count == 1 && finding.severity == .finding)
    #expect(finding.code == "judgement.respondent-inconsistent")
    #expect(finding.message.hasPrefix("the judgements of Zhao contradict each other"))
    #expect(finding.message.hasSuffix("which is not below 0.1; they count all the same"))
    #expect(finding.location?.line == 8)

    let excluded = try PanelAnalysis(set, PanelOptions(limit: RespondentLimit(action: .exclude)))
    let others = try Panels.set(["a", "b", "c"], ["Li:2 4 2", "Wang:1 3 3"])
    #expect(excluded.weights == (try PanelAnalysis(others).weights))
    #expect(excluded.respondents.map(\.isExcluded) == [false, false, true])
    #expect(excluded.respondents[2].analysis != nil && excluded.respondents[2].absence == nil)
    #expect(excluded.findings.count == 1)

    let failure = #expect(throws: DiagnosedFailure.self) {
      try PanelAnalysis(set, PanelOptions(limit: RespondentLimit(action: .error)))
    }
    #expect(failure?.diagnostics.map(\.severity) == [.error])
    let large = PanelOptions(limit: RespondentLimit(ratio: 99, action: .error))
    #expect(try PanelAnalysis(set, large).findings.isEmpty)
  }

  @Test("when everybody is left out that is an error, which says so")
  func nobody() throws {
    let set = try Panels.set(["a", "b", "c"], ["Li:5 1/5 5", "Wang:1/5 5 1/5"])
    let failure = #expect(throws: DiagnosedFailure.self) {
      try PanelAnalysis(set, PanelOptions(limit: RespondentLimit(action: .exclude)))
    }
    #expect(failure?.diagnostics.map(\.code).contains("judgement.nobody-left") == true)
  }

  @Test("when those who are left have gaps, the gaps are named")
  func gaps() throws {
    let file = try Panels.file(
      "respondent,row,column,judgement\nLi,a,b,5\nLi,a,c,1/5\nLi,b,c,5\nWang,a,b,2\nWang,a,c,2\n")
    let failure = #expect(throws: DiagnosedFailure.self) {
      try PanelAnalysis(
        file.sets[0], PanelOptions(limit: RespondentLimit(action: .exclude)))
    }
    let message = failure?.diagnostics.last?.message ?? ""
    #expect(message.contains("b against c") && message.contains("by those who are left"))
  }

  @Test("one with gaps has no ratio, and counts in the pairs compared")
  func incomplete() throws {
    let file = try Panels.file(
      "respondent,row,column,judgement\nLi,a,b,2\nLi,a,c,4\nLi,b,c,2\nWang,a,b,2\n")
    let panel = try PanelAnalysis(file.sets[0])
    #expect(panel.respondents.map(\.comparedCount) == [3, 1])
    #expect(panel.respondents[1].analysis == nil && panel.respondents[1].absence != nil)
    // Without Li nobody compares c.
    #expect(panel.respondents[0].absence == nil)
    #expect(panel.consensus == nil && panel.clusters == nil)
    #expect(panel.spreads.map(\.row) == ["a"] && panel.widestSpread == nil)
  }

  /// 1 / (1 + CR / 0.1), as `RespondentWeighting` says.
  @Test(
    "weighing by consistency: half the weight at the threshold, all of it without contradiction")
  func byConsistency() throws {
    #expect(RespondentWeighting.consistency.factor(ratio: 0) == 1)
    #expect(RespondentWeighting.consistency.factor(ratio: 0.1) == 0.5)
    #expect(RespondentWeighting.consistency.factor(ratio: nil) == 0.5)
    #expect(RespondentWeighting.given.factor(ratio: 0.7) == 1)
    let set = try panel(weights: [1, 2, 3])
    let panel = try PanelAnalysis(set, PanelOptions(weighting: .consistency))
    let expected = zip(panel.respondents, [1.0, 2, 3]).map { respondent, weight in
      weight / (1 + 10 * (respondent.analysis?.consistencyRatio ?? 0))
    }
    let total = expected.reduce(0, +)
    for (respondent, weight) in zip(panel.respondents, expected) {
      #expect(abs(respondent.share - weight / total) < 1e-12)
    }
  }

  @Test("without a respondent the group is what the others say")
  func absence() throws {
    var generator = SplitMix64(seed: 12)
    for aggregation in PanelAggregation.allCases {
      let set = try Panels.random(4, people: 4, &generator)
      let panel = try PanelAnalysis(set, PanelOptions(aggregation: aggregation))
      for (index, respondent) in panel.respondents.enumerated() {
        let absence = try #require(respondent.absence)
        let others = try set.weighted(set.respondents.indices.map { $0 == index ? 0 : 1 })
        let rest = try PanelAnalysis(others, PanelOptions(aggregation: aggregation))
        #expect(absence.weights == rest.weights)
        let changes = zip(rest.weights, panel.weights).map { $0 - $1 }
        let position = try #require(panel.labels.firstIndex(of: absence.label))
        #expect(absence.change == changes[position])
        #expect(changes.allSatisfy { abs($0) <= abs(absence.change) })
      }
    }
    let alone = try PanelAnalysis(Panels.set(["a", "b"], ["Li:3"]))
    #expect(alone.respondents[0].absence == nil && alone.consensus == nil)
  }

  @Test("the pair that splits the panel most has the largest spread of logarithms")
  func spread() throws {
    let set = try Panels.set(["a", "b", "c"], ["Li:2 9 1", "Wang:4 1/9 1", "Zhao:2 1 1"])
    let panel = try PanelAnalysis(set)
    let widest = try #require(panel.widestSpread)
    #expect(widest.row == "a" && widest.column == "c" && widest.count == 3)
    #expect(widest.smallest.text == "1/9" && widest.smallestBy == "Wang")
    #expect(widest.largest.text == "9" && widest.largestBy == "Li")
    // The logarithms are -ln 9, 0 and ln 9: mean 0, sample standard deviation ln 9.
    #expect(abs(widest.mean - 1) < 1e-12 && abs(widest.deviation - 9) < 1e-12)
    #expect(panel.spreads[2].deviation == 1 && panel.spreads[2].mean == 1)
    // ln 2, ln 2, ln 4: sample variance (ln 2)^2 / 3.
    let deviation = exp(log(2) / 3.0.squareRoot())
    #expect(abs(panel.spreads[0].deviation - deviation) < 1e-12)
  }

  @Test("one and two labels give weights and no NaN")
  func small() throws {
    let panel = try PanelAnalysis(Panels.set(["a", "b"], ["Li:3", "Wang:1/3"]))
    #expect(panel.weights == [0.5, 0.5])
    #expect(panel.group.consistencyRatio == 0)
    #expect(panel.respondents.allSatisfy { $0.analysis?.consistencyRatio == 0 })
    #expect(panel.consensus?.isFinite == true)
  }

  @Test("the order of the file's lines does not matter")
  func order() throws {
    let text = "respondent,row,column,judgement,weight\n"
    var lines = [
      "Li,a,b,3,2", "Li,a,c,5,2", "Li,b,c,2,2", "Wang,a,b,1/2,1", "Wang,c,a,3,1", "Wang,b,c,7,1",
      "Zhao,b,a,4,3", "Zhao,a,c,2,3", "Zhao,b,c,1,3",
    ]
    let first = try PanelAnalysis(
      Panels.file(text + lines.joined(separator: "\n")).sets[0],
      PanelOptions(weighting: .consistency))
    var generator = SplitMix64(seed: 1)
    for _ in 0..<20 {
      lines.shuffle(using: &generator)
      let panel = try PanelAnalysis(
        Panels.file(text + lines.joined(separator: "\n")).sets[0],
        PanelOptions(weighting: .consistency))
      let weights = Dictionary(uniqueKeysWithValues: zip(panel.labels, panel.weights))
      for (label, weight) in zip(first.labels, first.weights) {
        #expect(abs((weights[label] ?? 0) - weight) < 1e-12)
      }
      #expect(panel.consensus.map { abs($0 - (first.consensus ?? 0)) < 1e-12 } == true)
    }
  }
}
