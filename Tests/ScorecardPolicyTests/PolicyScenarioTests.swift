import Diagnostics
import Foundation
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
}
