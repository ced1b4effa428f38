import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScorecardPolicy

@Suite("Scenarios")
struct PolicyScenarioTests {
  @Test(
    "a path into a list without elements, or far outside one, is a fault",
    arguments: ["1", "0", "-9223372036854775808", "1.y"])
  func emptyList(element: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "policy: basis\ncurves: {none: []}\n".write(
      to: folder.appendingPathComponent("basis.yaml"), atomically: true, encoding: .utf8)
    let scenario = folder.appendingPathComponent("scenario.yaml")
    try "extend: basis.yaml\ncurves.none.\(element): 5\n".write(
      to: scenario, atomically: true, encoding: .utf8)
    let failure = #expect(throws: DiagnosedFailure.self) {
      try PolicyReader.read(contentsOf: scenario.path)
    }
    #expect(failure?.diagnostics.contains { $0.code == "scenario.unknown-path" } == true)
  }

  @Test("how judgements become weights can be replaced, and added where it is not said")
  func methods() throws {
    let folder = try TemporaryDirectory()
    let judgements = """
      tables: {staff: {key: id, columns: {a: number}}}
      scorecard:
        weights: {judgements: [[a, b, 2], [a, c, 6], [b, c, 2]]METHOD}
        dimensions: {a: &a {measures: {a: {score: a}}}, b: *a, c: *a}
      """
    try folder.write(
      "policy: silent\n" + judgements.replacing("METHOD", with: ""), to: "silent.yaml")
    try folder.write(
      "policy: telling\n"
        + judgements.replacing("METHOD", with: ", method: geometric-mean, random_index: saaty-1980"),
      to: "telling.yaml")
    for (basis, method) in [("silent", "geometric-mean"), ("telling", "eigenvector")] {
      try folder.write(
        "extend: \(basis).yaml\nscorecard.weights: {method: \(method), random_index: "
          + "alonso-lamata-2006}\n", to: "scenario.yaml")
      let policy = try PolicyReader.read(contentsOf: folder.file("scenario.yaml").path).policy
      guard case .judgements(let declaration) = policy.scorecard.weights else {
        Issue.record("no judgements")
        continue
      }
      #expect(declaration.method.rawValue == method)
      #expect(declaration.randomIndex.name == "alonso-lamata-2006")
    }
    for wrong in [
      "scorecard.weights.method: fastest", "scorecard.weights.set: a",
      "scorecard.dimensions.a.weights.method: eigenvector",
    ] {
      try folder.write("extend: silent.yaml\n\(wrong)\n", to: "wrong.yaml")
      #expect(throws: DiagnosedFailure.self, "\(wrong)") {
        try PolicyReader.read(contentsOf: folder.file("wrong.yaml").path)
      }
    }
  }
}
