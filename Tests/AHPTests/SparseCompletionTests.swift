import AHP
import Diagnostics
import Foundation
import SeededRandom
import Testing

@Suite("Few comparisons, and extreme ones")
struct SparseCompletionTests {
  @Test(
    "a long chain multiplies along its judgements, whatever the method",
    arguments: CompletionMethod.allCases)
  func chain(method: CompletionMethod) throws {
    let labels = Fixtures.labels(15)
    let given = try Incomplete.matrix(15, zip(labels, labels.dropFirst()).map { ($0, $1, "2") })
    #expect(given.graph.isTree)
    let completed = try CompletedMatrix(given, method: method)
    #expect(completed.completed.count == 91)
    let longest = completed.completed.first { $0.row == "a" && $0.column == "o" }
    #expect(longest?.value == 16384)
    let analysis = try Incomplete.analysis(completed)
    #expect(analysis.consistencyRatio == 0 && analysis.lambdaMax == 15)
    for (index, weight) in analysis.weights.enumerated() {
      #expect(abs(weight - pow(2, Double(14 - index)) / 32767) < 1e-13)
    }
  }

  @Test("a star is a tree: ratio 0, and the arms are what is worth asking")
  func star() throws {
    let given = try Incomplete.matrix(
      6, Fixtures.labels(6).dropFirst().enumerated().map { ("a", $1, "\($0 + 1)") })
    let analysis = try Incomplete.analysis(CompletedMatrix(given))
    #expect(analysis.consistencyRatio == 0 && analysis.isConsistent == true)
    #expect(analysis.completion?.randomIndex.value == 0)
    #expect(given.nextComparisons.allSatisfy { abs($0.resistance - 2) < 1e-12 })
    #expect(given.nextComparisons.first?.row == "b" && given.nextComparisons.first?.column == "c")
  }

  @Test("a cycle spreads its contradiction evenly over its judgements", arguments: [4, 7, 12, 15])
  func cycle(size: Int) throws {
    let labels = Fixtures.labels(size)
    let links = zip(labels, labels.dropFirst() + ["a"]).map { ($0, $1, "2") }
    let completed = try CompletedMatrix(Incomplete.matrix(size, links))
    let analysis = try Incomplete.analysis(completed)
    // All labels are alike, so that each weighs the same.
    for weight in analysis.weights { #expect(abs(weight - 1 / Double(size)) < 1e-12) }
    let bounds = try #require(completed.leastLambdaBounds)
    #expect(bounds.upperBound - bounds.lowerBound < 1e-10)
  }

  /// Fault 1 of other packages: weights and a ratio of 0.0 for disconnected comparisons.
  @Test("disconnected comparisons are an error that names the groups")
  func disconnected() throws {
    let failure = try #require(throws: DiagnosedFailure.self) {
      try Incomplete.matrix(4, [("a", "b", "2"), ("c", "d", "3")])
    }
    #expect(failure.diagnostics.map(\.code) == ["judgement.disconnected"])
    #expect(failure.description.contains("nothing compares {a, b} with {c, d}"))
    #expect(failure.description.contains("beginning with a against c"))
  }

  /// The same fault: conflicting duplicates and self-comparisons accepted.
  @Test("a pair judged twice, and a label against itself, are errors with gaps too")
  func conflicting() throws {
    let failure = try #require(throws: DiagnosedFailure.self) {
      try Incomplete.matrix(
        3, [("a", "b", "2"), ("b", "a", "3"), ("c", "c", "1"), ("b", "c", "2")])
    }
    #expect(failure.diagnostics.map(\.code).sorted() == ["judgement.itself", "judgement.twice"])
  }

  @Test(
    "very large judgements that contradict each other have finite weights and a certified eigenvalue",
    arguments: ["9", "1e3", "1e10", "1e20", "1e24"])
  func large(judgement: String) throws {
    let given = try Incomplete.matrix(
      6,
      [
        ("a", "b", judgement), ("b", "c", judgement), ("c", "a", judgement), ("c", "d", "2"),
        ("d", "e", "3"), ("e", "f", "1/2"), ("f", "c", "5"),
      ])
    for method in CompletionMethod.allCases {
      let completed = try CompletedMatrix(given, method: method)
      let analysis = try Incomplete.analysis(completed)
      #expect(analysis.weights.allSatisfy { $0 > 0 && $0.isFinite })
      #expect(abs(analysis.weights.reduce(0, +) - 1) < 1e-12)
      #expect(analysis.isConsistent == false)
      if let bounds = completed.leastLambdaBounds {
        #expect(bounds.upperBound / bounds.lowerBound < 1 + 1e-9, "\(bounds)")
        #expect(bounds.contains(analysis.lambdaMax) || bounds.upperBound > 1e15)
      }
    }
  }

  @Test("a completed judgement beyond the range is an error that names the pair")
  func outOfRange() throws {
    let given = try Incomplete.matrix(["1e50", "?", "1e50"])
    for method in CompletionMethod.allCases {
      let failure = try #require(throws: DiagnosedFailure.self) {
        try CompletedMatrix(given, method: method)
      }
      #expect(failure.diagnostics.map(\.code) == ["judgement.completed-out-of-range"])
      #expect(failure.description.contains("make a 1e+100 times as important as c"))
    }
    let alternating = try Incomplete.matrix(
      15,
      zip(Fixtures.labels(15), Fixtures.labels(15).dropFirst()).enumerated().map {
        ($1.0, $1.1, $0.isMultiple(of: 2) ? "1e49" : "1e-49")
      })
    #expect(
      try CompletedMatrix(alternating).completed.contains { abs($0.value / 1e49 - 1) < 1e-12 })
  }

  @Test("one label, and two, are complete and have no ratio to speak of")
  func tiny() throws {
    for upper in [[], ["3"]] {
      let given = try Incomplete.matrix(upper)
      let analysis = try Incomplete.analysis(CompletedMatrix(given))
      #expect(analysis.consistencyRatio == 0 && analysis.weights.allSatisfy { $0.isFinite })
    }
  }
}
