import AHP
import Diagnostics
import Testing

@Suite("Comparisons listed one by one")
struct JudgementComparisonTests {
  private let labels = ["financial", "customer", "internal"]

  private func build(_ triples: [(String, String, String)]) -> (
    matrix: PairwiseComparisonMatrix?, diagnostics: [Diagnostic]
  ) {
    let comparisons = triples.enumerated().map { line, triple in
      JudgementComparison(
        row: triple.0, column: triple.1, text: triple.2,
        at: SourceLocation(file: "policy.yaml", line: line + 2, column: 5))
    }
    return JudgementComparison.matrix(
      labels: labels, comparisons: comparisons,
      at: SourceLocation(file: "policy.yaml", line: 1, column: 1))
  }

  @Test("order and direction do not matter, and the text is kept")
  func matrix() throws {
    let (matrix, diagnostics) = build([
      ("internal", "customer", "1/2"), ("financial", "internal", "3"),
      ("financial", "customer", "2"),
    ])
    #expect(diagnostics.isEmpty)
    #expect(try #require(matrix).upperTriangle.map(\.text) == ["2", "3", "2"])
    #expect(matrix?[2, 1] == 0.5 && matrix?[1, 1] == 1)
  }

  @Test("one label needs no comparison, none is an error")
  func smallest() {
    #expect(JudgementComparison.matrix(labels: ["a"], comparisons: []).matrix?.size == 1)
    #expect(
      JudgementComparison.matrix(labels: [], comparisons: []).diagnostics.map(\.code)
        == ["judgement.empty"])
  }

  @Test("all faults are reported together, each at its line")
  func faults() {
    let (matrix, diagnostics) = build([
      ("financial", "customer", "2"), ("customer", "financial", "1/2"),
      ("internal", "internal", "1"), ("financial", "internl", "3"), ("customer", "internal", "0"),
    ])
    #expect(matrix == nil)
    #expect(
      diagnostics.map(\.code) == [
        "judgement.twice", "judgement.itself", "judgement.unknown-label", "judgement.not-positive",
      ])
    #expect(diagnostics.map { $0.location?.line } == [3, 4, 5, 6])
    #expect(diagnostics[0].notes == ["the first time at policy.yaml:2:5"])
    #expect(diagnostics[2].suggestion == "did you mean \"internal\"?")
  }

  @Test("pairs left open are named")
  func notCompared() {
    let (matrix, diagnostics) = build([
      ("financial", "customer", "2"), ("financial", "internal", "3"), ("customer", "internal", "?"),
    ])
    #expect(matrix == nil)
    #expect(diagnostics.map(\.code) == ["judgement.not-compared"])
    #expect(diagnostics[0].message == "1 pair is not compared: customer against internal")
    #expect(diagnostics[0].location?.line == 1)
  }

  /// Comparisons {a/b = 2, c/d = 3} alone say nothing about a against c.
  @Test("comparisons that do not connect name their groups")
  func disconnected() {
    let (matrix, diagnostics) = JudgementComparison.matrix(
      labels: ["a", "b", "c", "d"],
      comparisons: [
        JudgementComparison(row: "a", column: "b", text: "2"),
        JudgementComparison(row: "c", column: "d", text: "3"),
      ])
    #expect(matrix == nil)
    #expect(diagnostics.map(\.code) == ["judgement.disconnected"])
    #expect(diagnostics[0].message.hasSuffix("nothing compares {a, b} with {c, d}"))
    #expect(diagnostics[0].notes.isEmpty)
  }

  @Test("a label given twice is an error")
  func labelTwice() {
    let (matrix, diagnostics) = JudgementComparison.matrix(labels: ["a", "a"], comparisons: [])
    #expect(matrix == nil)
    #expect(diagnostics.map(\.code) == ["judgement.label-twice"])
  }
}
