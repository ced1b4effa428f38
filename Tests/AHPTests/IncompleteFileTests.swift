import AHP
import DelimitedText
import Diagnostics
import Foundation
import Testing

@Suite("Judgement files with gaps")
struct IncompleteFileTests {
  private static func read(_ text: String, gaps: JudgementGaps = .allowed) throws -> JudgementSet {
    let decoded = try DecodedText(Array(text.utf8), file: "gaps.csv")
    return try JudgementFile(decoded, gaps: gaps).sets[0]
  }

  private static let square = """
    ,a,b,c,d
    a,1,1,5,2
    b,,1,3,4
    c,,,1,?
    d,,,,1
    """

  @Test("a square file may leave pairs open, by ? or blank, where gaps are allowed")
  func square() throws {
    for gap in ["?", ""] {
      let text = Self.square.replacingOccurrences(of: "?", with: gap)
      let set = try Self.read(text)
      #expect(!set.isComplete)
      #expect(set.aggregatedIncompleteMatrix() == (try Incomplete.bozoki()))
      let failure = try #require(throws: DiagnosedFailure.self) {
        try Self.read(text, gaps: .refused)
      }
      #expect(failure.diagnostics.map(\.code) == ["judgement.not-compared"])
      #expect(failure.description.contains("incomplete: lambda-optimal"))
    }
  }

  @Test("disconnected comparisons of a file are an error with gaps too, naming the groups")
  func disconnected() throws {
    let failure = try #require(throws: DiagnosedFailure.self) {
      try Self.read(",a,b,c,d\na,1,2,,\nb,,1,,\nc,,,1,3\nd,,,,1\n")
    }
    #expect(failure.description.contains("nothing compares {a, b} with {c, d}"))
  }

  private static let panel = """
    respondent,weight,row,column,judgement
    one,2,a,b,2
    one,2,b,c,2
    two,1,a,b,4
    two,1,c,d,3
    two,1,b,c,?
    """

  @Test("a panel may leave pairs open: those compared are the group's, the others completed")
  func panel() throws {
    let set = try Self.read(Self.panel)
    let given = set.aggregatedIncompleteMatrix()
    #expect(given.graph.isTree && given.missingPairs.count == 3)
    let mean = try #require(given.judgement(0, 1)?.value)
    #expect(abs(mean - pow(2 * 2 * 4, 1.0 / 3)) < 1e-12)
    #expect(given.judgement(1, 2)?.text == "2")
  }

  @Test("each respondent's priorities can be aggregated where each one's comparisons connect")
  func priorities() throws {
    let whole = """
      respondent,row,column,judgement
      one,a,b,2
      one,b,c,2
      two,a,b,2
      two,a,c,4
      """
    let weights = try Self.read(whole).aggregatedPriorities(completion: .lambdaOptimal).weights
    for (weight, expected) in zip(weights, [4.0 / 7, 2.0 / 7, 1.0 / 7]) {
      #expect(abs(weight - expected) < 1e-12)
    }
    let failure = try #require(throws: DiagnosedFailure.self) {
      try Self.read(Self.panel).aggregatedPriorities(completion: .lambdaOptimal)
    }
    #expect(
      failure.diagnostics.map(\.code) == ["judgement.disconnected", "judgement.disconnected"])
    #expect(
      failure.description.contains("not connected by one: nothing compares {a, b, c} with {d}"))
  }

  @Test("the finding names the pairs, the method, and what to ask")
  func finding() throws {
    let finding = try #require(CompletedMatrix(Incomplete.bozoki()).finding())
    #expect(finding.severity == .finding && finding.code == "judgement.completed")
    #expect(finding.message == "1 pair is not compared in the judgements: c against d")
    #expect(finding.notes.last?.contains("by the method lambda-optimal") == true)
    #expect(finding.suggestion?.hasPrefix("ask how c compares with d") == true)
  }

  @Test("the worst judgement is one that was given, never a completed one")
  func worst() throws {
    let given = try Incomplete.matrix(["2", "9", "?", "2", "?", "1/9"])
    let analysis = try Incomplete.analysis(CompletedMatrix(given))
    let worst = try #require(analysis.worstJudgement)
    let labels = given.labels
    let row = try #require(labels.firstIndex(of: worst.row))
    let column = try #require(labels.firstIndex(of: worst.column))
    #expect(given.judgement(row, column) == worst.given)
    #expect(try #require(worst.ratioIfRevised) < (try #require(analysis.consistencyRatio)))
  }
}
