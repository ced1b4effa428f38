import AHP
import DelimitedText
import Diagnostics
import Foundation
import SeededRandom
import Testing

@Suite("Panel judgement files")
struct PanelFileTests {
  private func read(_ text: String) throws -> JudgementFile {
    try JudgementFile(DecodedText(Array(text.utf8), file: "panel.csv"))
  }

  private static let sample = Fixtures.judgements.appendingPathComponent(
    "synthetic-panel/panel.csv")

  @Test("columns stand in any order, in any letter case, and with blanks round them")
  func columns() throws {
    let file = try read(
      "\u{FEFF} Judgement ,WEIGHT,Row,column,Set,respondent\n2,3,a,b,s,Li\n1/4,1,a,b,s,Wang\n")
    let set = try #require(file.set(named: "s"))
    #expect(set.labels == ["a", "b"])
    #expect(set.respondents.map(\.name) == ["Li", "Wang"])
    #expect(set.respondents.map(\.weight) == [3, 1])
    #expect(file.set(named: "t") == nil)
    #expect(try set.matrix(of: set.respondents[1])[0, 1] == 0.25)
  }

  @Test("judgements aggregate by the weighted geometric mean, exactly reciprocal")
  func aggregatedJudgements() throws {
    let file = try read(
      "respondent,row,column,judgement,weight\nLi,a,b,2,3\nWang,b,a,4,1\nLi,c,b,3,3\n"
        + "Wang,a,c,1/5,1\nLi,a,c,1/5,3\n")
    let matrix = file.sets[0].aggregatedJudgements()
    #expect(matrix.labels == ["a", "b", "c"])
    // (2^3 * (1/4))^(1/4) = 2^(1/4).
    #expect(abs(matrix[0, 1] - pow(2, 0.25)) < 1e-15)
    #expect(matrix[1, 0] == 1 / matrix[0, 1])
    // Only Li compared b with c; both say the same of a and c.
    #expect(matrix.judgement(1, 2).text == "1/3")
    #expect(matrix.judgement(0, 2).text == "1/5")
  }

  @Test("priorities aggregate by the weighted geometric mean of each respondent's own")
  func aggregatedPriorities() throws {
    let file = try read(
      "respondent,row,column,judgement,weight\nLi,a,b,3,2\nWang,a,b,1/4,1\n")
    let priorities = try file.sets[0].aggregatedPriorities()
    let (a, b) = (cbrt(0.75 * 0.75 * 0.2), cbrt(0.25 * 0.25 * 0.8))
    #expect(abs((priorities["a"] ?? 0) - a / (a + b)) < 1e-15)
    #expect(abs(priorities.weights.reduce(0, +) - 1) < 1e-15)
  }

  @Test("by geometric means, both aggregations of a whole panel give the same priorities")
  func bothAgree() throws {
    for set in try JudgementFile.read(Self.sample.path).sets {
      let fromJudgements = try PriorityVector(set.aggregatedJudgements(), method: .geometricMean)
      let fromPriorities = try set.aggregatedPriorities(method: .geometricMean)
      for (one, other) in zip(fromJudgements.weights, fromPriorities.weights) {
        #expect(abs(one - other) < 1e-12)
      }
    }
  }

  @Test("the order of the lines changes no bit")
  func lineOrder() throws {
    let lines = try String(contentsOf: Self.sample, encoding: .utf8).split(separator: "\n")
    let original = try JudgementFile.read(Self.sample.path)
    var generator = SplitMix64(seed: 41)
    for _ in 0..<10 {
      let shuffled = [lines[0]] + lines.dropFirst().shuffled(using: &generator)
      let file = try read(shuffled.joined(separator: "\n"))
      for set in original.sets {
        let other = try #require(file.set(named: set.name ?? ""))
        let matrix = set.aggregatedJudgements()
        let same = try #require(other.aggregatedJudgements().reordered(set.labels))
        for row in set.labels.indices {
          for column in set.labels.indices { #expect(matrix[row, column] == same[row, column]) }
        }
        for method in PriorityMethod.allCases {
          let priorities = try other.aggregatedPriorities(method: method)
          #expect(try priorities.reordered(set.labels) == set.aggregatedPriorities(method: method))
        }
      }
    }
  }

  @Test("judgements turned round give the same matrix, bit for bit")
  func direction() throws {
    let one = try read("respondent,row,column,judgement\nLi,a,b,3\nWang,a,b,1/7\nZhao,a,b,2\n")
    let other = try read("respondent,row,column,judgement\nLi,b,a,1/3\nWang,b,a,7\nZhao,b,a,1/2\n")
    let (matrix, turned) = (
      one.sets[0].aggregatedJudgements(), other.sets[0].aggregatedJudgements()
    )
    #expect(matrix[0, 1] == turned[1, 0] && matrix[1, 0] == turned[0, 1])
  }

  @Test("equal weights of any size count alike")
  func scale() throws {
    let lines = { (weight: String) in
      "respondent,row,column,judgement,weight\nLi,a,b,3,\(weight)\nWang,a,b,1/7,\(weight)\n"
    }
    let plain = try read(lines("1")).sets[0].aggregatedJudgements()
    for weight in ["1e40", "1e-40", "8"] {
      #expect(try read(lines(weight)).sets[0].aggregatedJudgements() == plain)
    }
  }

  @Test("who leaves pairs open still counts for the others, but has no priorities alone")
  func incompleteRespondent() throws {
    let file = try read(
      "respondent,row,column,judgement\nLi,a,b,2\nLi,b,c,2\nLi,a,c,4\nWang,a,b,2\nWang,b,c,?\n")
    let set = file.sets[0]
    #expect(set.aggregatedJudgements().upperTriangle.map(\.text) == ["2", "4", "2"])
    let failure = #expect(throws: DiagnosedFailure.self) { try set.aggregatedPriorities() }
    #expect(failure?.diagnostics.map(\.code) == ["judgement.disconnected"])
    #expect(failure?.description.contains("by Wang") == true)
    #expect(failure?.diagnostics.first?.location?.line == 5)
  }

  @Test("the sample questionnaire has seven respondents and two consistent sets")
  func sample() throws {
    let file = try JudgementFile.read(Self.sample.path)
    #expect(file.findings.isEmpty)
    #expect(file.sets.map(\.name) == ["dimensions", "customer"])
    #expect(file.sets.map(\.labels.count) == [4, 5])
    for set in file.sets {
      #expect(set.respondents.count == 7)
      #expect(try JudgementAnalysis(set.aggregatedJudgements()).isConsistent == true)
    }
  }
}
