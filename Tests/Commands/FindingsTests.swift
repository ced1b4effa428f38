import Foundation
import TestSupport
import Testing

@Suite("Inputs that can be used, with one finding each")
struct FindingsTests {
  @Test(
    "the command does its work and says what must be seen",
    arguments: try Expectation.all("findings"))
  func finding(expectation: Expectation) throws {
    let scratch = try TemporaryDirectory()
    try scratch.copy(Project.invalid.appendingPathComponent("findings"), to: "findings")
    let result = try CommandRunner.run(expectation.arguments, in: scratch.file("findings"))
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(!result.output.isEmpty)
    #expect(!result.errors.contains(" error: "), "\(result.errors)")
  }

  @Test("every code in the sources has an input that shows it")
  func codes() throws {
    let folders = [
      "policies", "judgements", "foreign", "commands", "findings", "maps", "hierarchies",
      "uncertainty", "papers", "panels", "designs", "stability",
    ]
    let shown = try folders.flatMap { folder in
      try Project.expectations(folder).flatMap { row in
        (row["words"] ?? "").matches(of: /\[([a-z]+\.[a-z\-]+)\]/).map { String($0.output.1) }
      }
    }
    let written = try Self.codes(in: [
      "AHP", "DataImport", "Hierarchies", "JudgementImports", "JudgementPanels",
      "JudgementUncertainty",
      "PaperReproduction", "PolicyAnalysis/Design", "PolicyAnalysis/Stability", "ScorecardPolicy",
      "steelyard",
    ])
    #expect(written.count > 60)
    #expect(written.subtracting(shown).sorted() == [])
  }

  /// The codes of diagnostics that the Swift files of some modules write out.
  private static func codes(in modules: [String]) throws -> Set<String> {
    var codes: Set<String> = []
    for module in modules {
      let folder = ProjectFiles.url("Sources/\(module)")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let found = text.matches(
          of:
            /"((?:policy|map|design|hierarchy|paper|scenario|formula|judgement|sql|standards)\.[a-z\-]+)"/
        )
        codes.formUnion(found.map { String($0.output.1) })
      }
    }
    return codes
  }
}
