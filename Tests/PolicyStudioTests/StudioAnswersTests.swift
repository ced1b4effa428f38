import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import PolicyStudio

@Suite("What the studio answers")
struct StudioAnswersTests {
  private func message(_ answer: [String: Any]) -> String {
    let error = answer["error"] as? [String: Any]
    return [error?["message"], error?["suggestion"]].compactMap { $0 as? String }
      .joined(separator: " | ")
  }

  @Test(
    "Bad input is refused with a message that says what is wrong",
    arguments: [
      (#"{"numbers": {"parameters.stock_floor": "much"}}"#, "much"),
      (#"{"numbers": {"parameters.stock_floor": "7"}}"#, "1"),
      (#"{"numbers": {"parameters.nothing": "1"}}"#, "parameters.nothing"),
      (#"{"numbers": {"tables.staff.columns.satisfaction.maximum": "90"}}"#, "policy file"),
      (#"{"numbers": {"decimals": "4"}}"#, "decimals"),
      (#"{"numbers": {"curves.npl_points.2.x": "0.9"}}"#, "curves.npl_points"),
      (#"{"numbers": {"grades.star.bands.1.seats": "-1"}}"#, "seats"),
      (#"{"judgements": {"scorecard.weights": {"financial": {"customer": "-3"}}}}"#, "judgement"),
      (#"{"judgements": {"scorecard.weights": {"financial": {"nobody": "3"}}}}"#, "nobody"),
      (
        #"{"weights": {"scorecard.weights": {"financial": 1, "customer": 1, "internal": 0, "learning": 0}}}"#,
        "add up"
      ),
      (#"{"weights": {"scorecard.weights": {"financial": 1}}}"#, "weight"),
      (#"{"methods": {"scorecard.weights": "guess"}}"#, "guess"),
      (#"{"randomIndices": {"scorecard.weights": "saaty-1981"}}"#, "saaty-1980"),
    ])
  func refusals(_ changes: String, _ words: String) throws {
    let bank = try BoardTests.stars.get()
    let changes = try JSONSerialization.jsonObject(with: Data(changes.utf8))
    for route in ["/api/draft", "/api/stability", "/api/save"] {
      let (status, answer) = try bank.ask(route, ["changes": changes, "version": "2"])
      #expect(status == 422)
      #expect(message(answer).contains(words), "\(message(answer))")
    }
  }

  @Test(
    "What is no request of the page is refused", arguments: ["", "[]", "{", #"{"changes": 3}"#])
  func shape(_ body: String) throws {
    let studio = try BoardTests.stars.get().studio
    let asked = StudioRequest(method: "POST", path: "/api/draft", body: Data(body.utf8))
    #expect(studio.respond(to: asked).status == 400)
    #expect(
      studio.respond(to: StudioRequest(method: "POST", path: "/api/person", body: Data("{}".utf8)))
        .status == 400)
    #expect(
      studio.respond(to: StudioRequest(method: "POST", path: "/api/nothing", body: Data("{}".utf8)))
        .status == 404)
    #expect(studio.respond(to: StudioRequest(method: "PUT", path: "/api/draft")).status == 405)
    #expect(
      studio.respond(to: StudioRequest(method: "GET", path: "/scripts/report.js")).status == 404)
  }

  @Test("A draft too inconsistent to be scored is shown with a warning and not saved")
  func inconsistent() throws {
    let bank = try BoardTests.stars.get()
    let changes = ["judgements": ["scorecard.weights": ["financial": ["customer": "9"]]]]
    let (status, answer) = try bank.ask("/api/draft", ["changes": changes])
    #expect(status == 200)
    let warning = try #require(answer["warning"] as? [String: String])
    #expect(
      warning["en"]?.contains("contradict each other: their consistency ratio is 0.148") == true)
    #expect(warning["zh"]?.contains("不能保存") == true)
    let saved = try bank.ask("/api/save", ["changes": changes, "version": "2"])
    #expect(saved.status == 422 && message(saved.answer).contains("contradict"))
  }

  @Test("A version is written beside the policy, never over a file, and scores to the same bits")
  func saving() throws {
    let bank = try StudioBank("customer-manager/stars", size: 60)
    let changes: [String: Any] = [
      "judgements": ["scorecard.weights": ["financial": ["customer": "3"]]],
      "numbers": ["scorecard.dimensions.customer.measures.deposit.cap": "120"],
      "methods": ["scorecard.dimensions.learning.weights": "eigenvector"],
    ]
    let before = try String(contentsOfFile: bank.file, encoding: .utf8)
    for (number, version) in ["2", "2026-10 b"].enumerated() {
      let (status, answer) = try bank.ask("/api/save", ["changes": changes, "version": version])
      #expect(status == 200)
      let file = try #require(answer["file"] as? String)
      #expect(file == bank.file.replacing("stars.yaml", with: "stars-v\(number + 2).yaml"))
      let resolved = try ResolvedPolicy(PolicyReader.read(contentsOf: file).policy)
      #expect(resolved.policy.version == version)
      let asked = try DraftChanges(
        String(decoding: JSONSerialization.data(withJSONObject: changes), as: UTF8.self))
      let scored = PlanEngine(plan: Plan(resolved)).score(bank.population)
      let draft = try bank.studio.scored(asked).scored
      let total = resolved.policy.version.isEmpty ? nil : Plan(resolved).layout.final
      let register = try #require(total)
      for subject in 0..<60 {
        #expect(
          scored.column(register)?[subject]?.bitPattern
            == draft.column(register)?[subject]?.bitPattern)
      }
      let lines = try #require(answer["difference"] as? [[String: String]])
      #expect(lines.filter { $0["kind"] == "-" }.count == 4)
      #expect(lines.filter { $0["kind"] == "+" }.count == 4)
    }
    #expect(try String(contentsOfFile: bank.file, encoding: .utf8) == before)
  }

  @Test(
    "A version needs a name of its own, and something that is changed",
    arguments: [
      ("1", true), ("", true), ("a\nb", true), (String(repeating: "9", count: 81), true),
      ("2", false),
    ])
  func versions(_ version: String, _ isChanged: Bool) throws {
    let bank = try BoardTests.stars.get()
    let changes = isChanged ? ["numbers": ["parameters.npl_gate": "0.5"]] : [:]
    let (status, answer) = try bank.ask("/api/save", ["changes": changes, "version": version])
    #expect(status == 422)
    #expect(message(answer).contains(isChanged ? "version" : "nothing is changed"))
  }

  @Test("A panel's judgements are told by respondent, in the order of what is weighed")
  func panel() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write(
      """
      respondent,row,column,judgement
      Li,b,a,1/3
      Li,a,c,5
      Li,b,c,2
      Wang,a,b,2
      Wang,a,c,4
      Wang,c,b,1/3
      """, to: "panel.csv")
    let policy = """
      policy: p
      tables: {staff: {key: id, columns: {x: number}}}
      scorecard:
        weights: {file: panel.csv}
        dimensions:
          a: {measures: {m: {score: x}}}
          b: {measures: {m: {score: x}}}
          c: {measures: {m: {score: x}}}
      """
    let read = try PolicyReader.read(policy, file: "p.yaml", folder: folder.path)
    let resolved = try ResolvedPolicy(read.policy)
    let document = try WeighingDocument(
      resolved.dimensionWeights, at: "scorecard.weights", basis: nil)
    #expect(document.respondents.map(\.name) == ["Li", "Wang"])
    #expect(document.respondents[0].cells.map(\.position) == [2, 4, 1])
    #expect(document.respondents[1].cells.map(\.position) == [1, 3, 2])
  }
}
