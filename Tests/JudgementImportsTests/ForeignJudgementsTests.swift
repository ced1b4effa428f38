import AHP
import DelimitedText
import Diagnostics
import Foundation
import JudgementImports
import TestSupport
import Testing

/// The files of `Tests/Cases/imports`, whose README names the formats' sources.
@Suite("Judgements of other programs")
struct ForeignJudgementsTests {
  static func text(_ name: String) throws -> DecodedText {
    try DecodedText(contentsOf: ProjectFiles.url("Tests/Cases/imports/\(name)").path)
  }

  static func read(_ name: String) throws -> JudgementFile {
    let text = try text(name)
    let format = ForeignFormat.recognised(String(decoding: text.bytes, as: UTF8.self))
    return try ForeignJudgements.read(text, as: try #require(format))
  }

  @Test(
    "one matrix in three formats is one matrix",
    arguments: ["leader-ahpy.json", "leader-ahpy-pairs.json", "leader-ahp-os-matrix.csv"])
  func leader(_ name: String) throws {
    let own = try JudgementFile.read(
      ProjectFiles.url("Datasets/judgements/wikipedia-leader/matrix.csv").path)
    let expected = own.sets[0].aggregatedJudgements()
    let found = try Self.read(name).sets[0].aggregatedJudgements()
    #expect(found.upperTriangle.map(\.text) == expected.upperTriangle.map(\.text))
    // The consistency ratio that Wikipedia prints, .044.
    let ratio = try #require(try JudgementAnalysis(found).consistencyRatio)
    #expect((ratio * 1000).rounded() == 44)
  }

  @Test("every Compare object of an AHPy report is a set, and names may hold commas")
  func ahpy() throws {
    let file = try Self.read("leader-ahpy.json")
    #expect(file.sets.map(\.name) == ["Criteria", "experience"])
    #expect(file.sets[0].labels == ["experience", "education, training", "charisma", "age"])
  }

  @Test("an R model gives its decision makers with their weights, and names what is not pairwise")
  func rModel() throws {
    let file = try Self.read("office-r-ahp.yaml")
    #expect(file.sets.map(\.name) == ["Office", "Light"])
    #expect(file.sets[0].respondents.map(\.name) == ["Ada", "Ben", "Cem"])
    #expect(file.sets[0].respondents.map(\.weight) == [0.5, 0.3, 0.2])
    let ada = try file.sets[0].matrix(of: file.sets[0].respondents[0])
    #expect(ada.upperTriangle.map(\.text) == ["3", "5", "2"])
    #expect(file.findings.map(\.code) == ["judgement.not-pairwise", "judgement.not-pairwise"])
    #expect(file.findings.map(\.location?.line) == [33, 45])
  }

  @Test("an AHP-OS session has a set for each criterion, decimal commas and rounded reciprocals")
  func session() throws {
    let set = try Self.read("session-ahp-os.csv").sets[0]
    #expect(set.name == "price" && set.labels == ["red", "green", "blue"])
    let texts = try set.respondents.map { try set.matrix(of: $0).upperTriangle.map(\.text) }
    #expect(texts == [["3", "1/5", "1/7"], ["2", "1/2", "1/3"]])
  }

  @Test("without alternatives a session of AHP-OS does not name what it compares")
  func nameless() throws {
    let text = String(decoding: try Self.text("session-ahp-os.csv").bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("\"Alternatives\"") ? "\"\"" : String($0) }.joined(separator: "\n")
      .replacing("Criterion", with: "Node")
    let file = try ForeignJudgements.read(
      try DecodedText(Array(text.utf8), file: "session.csv"), as: .ahpOS)
    #expect(file.sets[0].labels == ["1", "2", "3"])
    #expect(file.findings.map(\.code) == ["judgement.nameless"])
  }

  @Test("a project of AHP-OS has a digit for each pair, and a side")
  func project() throws {
    let file = try Self.read("project-ahp-os.json")
    #expect(file.sets.map(\.name) == ["Car", "comfort"])
    let car = file.sets[0]
    #expect(car.labels == ["price", "comfort", "image"])
    #expect(car.respondents.map(\.name) == ["Ann", "Jörg"])
    let texts = try car.respondents.map { try car.matrix(of: $0).upperTriangle.map(\.text) }
    #expect(texts == [["3", "1/2", "5"], ["1", "3", "7"]])
    #expect(file.sets[1].aggregatedJudgements().upperTriangle.map(\.text) == ["1/4"])
  }

  @Test("our own files are none of these")
  func own() throws {
    for text in [",a,b\na,1,2\n", "respondent,row,column,judgement\nx,a,b,2\n", "\u{FEFF},a,b\n"] {
      #expect(ForeignFormat.recognised(text) == nil)
    }
  }

  @Test(
    "each fault has its code",
    arguments: [
      (ForeignFormat.ahpy, "{\"a\": 5}", "judgement.pair"),
      (.ahpy, "{\"x\": {}}", "judgement.nothing-imported"),
      (.ahpy, "{\"a, b\": -2}", "judgement.not-positive"),
      (.rAHP, "Version: 2.0\nGoal:\n  preferences:\n    pairwise: [[a, b]]\n", "judgement.pair"),
      (
        .rAHP,
        "Version: 2.0\nGoal:\n  decision-makers: [{A: exp(1)}]\n  preferences:\n    A: {pairwise: [[a, b, 2]]}\n",
        "judgement.weight"
      ),
      (.ahpOS, "sep=,\n\"Group result\",1,2\n", "judgement.results"),
      (.ahpOS, "{\"Priorities\": {}}", "judgement.results"),
      (.ahpOS, "sep=,\nx\n", "judgement.nothing-imported"),
      (
        .ahpOS,
        "{\"pj\": [{\"project_hText\": \"G: a, b;\"}], \"pwc\": [{\"pwc_node\": \"G\", \"pwc_ab\": \"01\", \"pwc_intense\": \"23\"}]}",
        "judgement.pair"
      ),
    ])
  func faults(format: ForeignFormat, text: String, code: String) throws {
    let text = try DecodedText(Array(text.utf8), file: "x")
    let failure = #expect(throws: DiagnosedFailure.self) {
      try ForeignJudgements.read(text, as: format)
    }
    #expect(failure?.diagnostics.map(\.code) == [code])
  }
}
