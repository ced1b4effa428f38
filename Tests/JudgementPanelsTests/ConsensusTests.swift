import Foundation
import JudgementPanels
import SeededRandom
import Testing

@Suite("Consensus")
struct ConsensusTests {
  /// The formula of Goepel 2018, doi:10.13033/ijahp.v10i3.590, worked out independently (Python) for two
  /// and three members.
  @Test(
    "the consensus of groups that were worked out elsewhere",
    arguments: [
      ([[0.5, 0.3, 0.2], [0.2, 0.3, 0.5]], 0.8362991),
      ([[0.6, 0.3, 0.1], [0.3, 0.5, 0.2], [0.2, 0.3, 0.5]], 0.7518712),
    ])
  func published(priorities: [[Double]], consensus: Double) throws {
    #expect(abs(try #require(GroupConsensus.value(priorities)) - consensus) < 5e-8)
  }

  @Test("nobody agrees where each of n puts 9 on another of n things", arguments: 2...12)
  func none(size: Int) throws {
    let priorities = (0..<size).map { one in
      (0..<size).map { ($0 == one ? 9 : 1) / Double(size + 8) }
    }
    #expect(abs(try #require(GroupConsensus.value(priorities))) < 1e-12)
  }

  @Test("who are of one mind agree wholly, whatever their number")
  func whole() throws {
    for count in 2...7 {
      let priorities = [[Double]](repeating: [0.5, 0.25, 0.25], count: count)
      #expect(abs(try #require(GroupConsensus.value(priorities)) - 1) < 1e-12)
    }
  }

  @Test("one member, or one thing weighed, has no consensus, and nothing is NaN")
  func undefined() {
    #expect(GroupConsensus.value([[0.5, 0.5]]) == nil)
    #expect(GroupConsensus.value([[1], [1]]) == nil)
    #expect(GroupConsensus.value([]) == nil)
    #expect(GroupConsensus.value([[1, 0], [0, 1]])?.isFinite == true)
  }

  @Test("the order of members and of labels changes no bit")
  func order() throws {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<50 {
      let priorities = (0..<5).map { _ in
        let raw = (0..<4).map { _ in Double.random(in: 0.01...1, using: &generator) }
        return raw.map { $0 / raw.reduce(0, +) }
      }
      let value = GroupConsensus.value(priorities)
      #expect(GroupConsensus.value(priorities.reversed()) == value)
      #expect(GroupConsensus.value(priorities.map { $0.reversed() }) == value)
    }
  }

  @Test("clusters: who are alike stand together, at the highest threshold with the fewest parts")
  func clusters() throws {
    let found = try #require(
      RespondentClusters([
        ("Wang", [0.1, 0.2, 0.7]), ("Li", [0.7, 0.2, 0.1]), ("Zhao", [0.12, 0.18, 0.7]),
        ("Chen", [0.68, 0.22, 0.1]), ("Sun", [0.1, 0.8, 0.1]), ("Qian", [0.72, 0.18, 0.1]),
      ]))
    #expect(found.clusters == [["Chen", "Li", "Qian"], ["Wang", "Zhao"]])
    #expect(found.unclustered == ["Sun"])
    #expect(found.threshold == 0.975)
  }

  @Test("a panel that is of one mind, or wholly split, falls into no clusters")
  func noClusters() {
    #expect(RespondentClusters((0..<5).map { ("\($0)", [0.5, 0.3, 0.2]) }) == nil)
    #expect(RespondentClusters([("a", [0.8, 0.1, 0.1]), ("b", [0.1, 0.8, 0.1])]) == nil)
    #expect(RespondentClusters([]) == nil)
    #expect(RespondentClusters([("a", [1]), ("b", [1])]) == nil)
  }

  @Test("a threshold that is given holds, also for one cluster")
  func threshold() throws {
    let respondents = [("a", [0.5, 0.5]), ("b", [0.6, 0.4]), ("c", [0.1, 0.9])]
    let found = try #require(RespondentClusters(respondents, threshold: 0.9))
    #expect(found.clusters == [["a", "b"]] && found.unclustered == ["c"])
    // Similarity must be above the threshold: here everybody's is.
    #expect(RespondentClusters(respondents, threshold: 0.01)?.clusters == [["a", "b", "c"]])
  }

  @Test("the order of respondents does not change the clusters")
  func clusterOrder() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<30 {
      let respondents = (0..<9).map { number in
        let first = [0.1, 0.4, 0.7][number % 3] + Double.random(in: 0...0.05, using: &generator)
        return ("\(number)", [first, 0.8 - first, 0.2])
      }
      let found = RespondentClusters(respondents)
      #expect(RespondentClusters(respondents.shuffled(using: &generator)) == found)
    }
  }
}
