import Foundation
import TestSupport
import Testing

@Suite("explain --all, gates, grades and files")
struct ExplainAllTests {
  private static let cases = ProjectFiles.url("Tests/Cases/explanations")

  /// A copy of the case with everything, and a way to explain it.
  private struct Scene {
    let scratch: TemporaryDirectory

    init() throws {
      scratch = try TemporaryDirectory()
      for name in ["policy.yaml", "staff.csv", "deals.csv"] {
        try scratch.copy(ExplainAllTests.cases.appendingPathComponent(name), to: name)
      }
    }

    func explain(_ arguments: String...) throws -> CommandResult {
      try CommandRunner.run(
        ["explain", "policy.yaml", "--data", "."] + arguments, in: scratch.url)
    }

    func json(_ key: String) throws -> [String: Any] {
      let result = try explain("--id", key, "--format", "json", "--period", "2026-Q1")
      #expect(result.exitCode == 0, "\(result.errors)")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }
  }

  @Test("JSON holds gates, ranks, grades, results and the files with their hashes")
  func json() throws {
    let scene = try Scene()
    let barred = try scene.json("D4")
    #expect(barred["period"] as? String == "2026Q1")
    let gates = try #require(barred["gates"] as? [[String: Any]])
    #expect(gates.map { $0["name"] as? String } == ["complaints", "ceiling", "veto"])
    #expect(gates[2]["applied"] as? Bool == true)
    #expect(gates[2]["ineligible"] as? [String] == ["star"])
    #expect(gates[0]["ineligible"] as? Bool == false)
    let grade = try #require((barred["grades"] as? [[String: Any]])?.first)
    #expect(grade["grade"] as? String == "" && grade["barredBy"] as? [String] == ["veto"])
    #expect(grade["next"] == nil)
    let files = try #require(barred["inputFiles"] as? [[String: String]])
    #expect(files.map { $0["file"]?.split(separator: "/").last } == ["staff.csv", "deals.csv"])
    #expect(files.allSatisfy { $0["sha256"]?.count == 64 })
    #expect((barred["policyFiles"] as? [[String: String]])?.count == 1)
    let results = try #require(barred["results"] as? [[String: Any]])
    #expect(results[0]["pay"] as? Bool == true && results[0]["unit"] as? String == "CNY")
    // Periods as text, in results, formulas, inputs and detail rows.
    #expect(results[1]["value"] as? String == "2026-02")
    #expect((results[1]["formulas"] as? [[String: Any]])?.first?["value"] as? String == "2026-02")
    let details = results[1]["details"] as? [String: [[String: Any]]]
    #expect(details?["LAST(deals.month)"]?.first?["month"] as? String == "2026-01")
    let dimensions = try #require(barred["dimensions"] as? [[String: Any]])
    let sales = try #require((dimensions[0]["measures"] as? [[String: Any]])?.first)
    #expect(sales["bound"] as? String == "floor" && sales["raw"] as? Double == -48)
    let choice = try #require(barred["weightsBy"] as? [String: Any])
    #expect(choice["column"] as? String == "role" && choice["value"] as? String == "personal")

    let tied = try #require((try scene.json("H8")["grades"] as? [[String: Any]])?.first)
    #expect(tied["decidedBy"] as? String == "plan" && tied["of"] as? Int == 5)
    let next = try #require(tied["next"] as? [String: Any])
    #expect(next["grade"] as? String == "one-star")
    let steps = try #require(next["steps"] as? [[String: Any]])
    #expect(steps.first?["measure"] as? String == "sales")
    // Who is not ranked has a null, which tells it from a rank that is not there.
    let ranked = try #require(try scene.json("B2")["rankings"] as? [[String: Any]])
    #expect(ranked.map { $0["rank"] as? Int } == [1, 1])
  }

  @Test("all explanations are written, each in its file, with a page that lists them")
  func all() throws {
    let scene = try Scene()
    try scene.scratch.write("kept", to: "out/other.txt")
    for (format, ending) in [("text", "txt"), ("json", "json"), ("html", "html")] {
      let result = try scene.explain("--all", "--output", "out", "--format", format)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("staff: 8 rows in, 8 explained, 0 rejected"))
      for name in ["A_1", "B2", "C3", "D4", "E5", "F6", "G7", "H8"] {
        #expect(!(try scene.scratch.read("out/\(name).\(ending)")).isEmpty)
      }
    }
    let one = try scene.explain("--id", "A&1", "--format", "html")
    #expect(try scene.scratch.read("out/A_1.html") == one.output)
    let index = try scene.scratch.read("out/index.html")
    #expect(index.contains("<a href=\"A%5F1%2Ehtml\">A&amp;1</a>"))
    #expect(index.contains("<a href=\"branch%2DHarbour%2Ehtml\">Harbour</a> (6 people)"))
    let branch = try scene.scratch.read("out/branch-Harbour.html")
    #expect(branch.contains("<a href=\"A%5F1%2Ehtml\">A&amp;1</a>"))
    #expect(index.contains("1 of 6 in Harbour") && index.contains("not graded: gate Veto"))
    #expect(try scene.scratch.read("out/other.txt") == "kept")
    #expect(try scene.scratch.snapshot().keys.filter { $0.hasPrefix("out/") }.count == 28)
  }

  @Test("rows at fault are counted and listed; the others are explained")
  func rejected() throws {
    let scene = try Scene()
    let staff = try scene.scratch.read("staff.csv").replacingOccurrences(
      of: "C3,Harbour,personal,80,90", with: "C3,Harbour,personal,80,900")
    try scene.scratch.write(staff, to: "staff.csv")
    let result = try scene.explain("--all", "--output", "out")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("8 rows in, 7 explained, 1 rejected"))
    #expect(result.errors.contains("./staff.csv:4: review \"900\": expected at most 100 point"))
    #expect(!result.errors.contains("nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: scene.scratch.file("out/C3.txt").path))
    #expect(FileManager.default.fileExists(atPath: scene.scratch.file("out/B2.txt").path))
  }

  @Test("no file takes the place of an input, even through a link, and then none is written")
  func protected() throws {
    let scene = try Scene()
    try FileManager.default.createDirectory(
      at: scene.scratch.file("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scene.scratch.file("out/H8.txt"), withDestinationURL: scene.scratch.file("staff.csv"))
    let before = try scene.scratch.snapshot()
    let result = try scene.explain("--all", "--output", "out")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("out/H8.txt is an input of this job"))
    #expect(try scene.scratch.snapshot() == before)
    let file = try scene.explain("--all", "--output", "staff.csv")
    #expect(file.exitCode == 64)
    #expect(file.errors.contains("--output takes a folder, and staff.csv is a file"))
  }
}
