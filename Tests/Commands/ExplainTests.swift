import Foundation
import TestSupport
import Testing

@Suite("explain")
struct ExplainTests {
  struct Document: Decodable {
    struct Dimension: Decodable {
      let name: String
      let bonus: Bool
      let weight: Double
      let score: Double
      let points: Double
      let measures: [Measure]
    }

    struct Measure: Decodable {
      let name: String
      let weight: Double?
      let score: Double?
      let raw: Double?
      let excluded: Bool
    }

    struct Place: Decodable {
      let name: String
      let rank: Int
      let of: Int
    }

    let key: String
    let total: Double
    let final: Double
    let dimensions: [Dimension]
    let rankings: [Place]
  }

  private static func explain(
    _ key: String, in branch: String, _ more: [String] = []
  ) throws -> CommandResult {
    try CommandRunner.run(
      ["explain", Project.policy, "--data", Project.branch(branch), "--id", key] + more)
  }

  private static func document(_ key: String, in branch: String) throws -> Document {
    let result = try explain(key, in: branch, ["--format", "json"])
    #expect(result.exitCode == 0, "\(result.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
  }

  @Test("the text leads from the total down to the cells")
  func text() throws {
    let result = try Self.explain("000001", in: "worked-example")
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    let output = result.output
    for words in [
      // Whose, by which policy, with which result; the folder's notice.
      "000001  (branch Harbour, role corporate)", "policy customer-manager, version 1",
      "notice: synthetic data", "total 104.09", "branch_rank: 2 of 2 in Harbour",
      "overall_rank: 2 of 3",
      // What each part adds, the weights, and an excluded measure.
      "53.15", "0.4832", "left out, the other weights rescaled", "bonus",
      // Formulas, settings, cells and detail rows.
      "deposit_points = IF(deposit_plan > 0", "deposit_plan: 800 CNY10k",
      "stock_decay: 0.05 1/year",
      "npl_points: (0, 100) (0.02, 80) (0.04, 0), set by the policy", "SUM(business.rorac): 110",
      "subordinate_review: missing", "not a verdict",
    ] {
      #expect(output.contains(words), "lacks \(words): \(output)")
    }
  }

  @Test("a score beyond its cap or below its floor says from where")
  func bounds() throws {
    let capped = try Self.explain("000002", in: "worked-example").output
    #expect(capped.contains("capped at 150 from 241.50"))
    #expect(capped.contains("raised to the floor 0 from -10.00"))
  }

  @Test("the points add up to the total to the bit, as score wrote it")
  func exact() throws {
    let scratch = try TemporaryDirectory()
    let file = scratch.file("result.csv")
    _ = try CommandRunner.run([
      "score", Project.policy, "--data", Project.branch("worked-example"), "--output", file.path,
    ])
    let scored = try ResultTable(contentsOf: file).byKey
    for key in ["000001", "000002", "000003"] {
      let document = try Self.document(key, in: "worked-example")
      let row = try #require(scored[key])
      #expect(document.key == key)
      #expect(document.total == Double(row["total"] ?? ""))
      #expect(document.final == document.total)
      let points = document.dimensions.map(\.points)
      #expect(points.dropFirst().reduce(points[0], +) == document.total)
      for dimension in document.dimensions {
        #expect(dimension.points == dimension.weight * dimension.score)
        #expect(dimension.score == Double(row[dimension.name] ?? ""))
      }
      let ranks = document.rankings.map { "\($0.rank)" }
      #expect(ranks == [row["branch_rank"], row["overall_rank"]])
    }
  }

  @Test("the measures' weights times scores add up to each dimension")
  func measures() throws {
    let keys = try ResultTable(
      contentsOf: Project.scoring.appendingPathComponent("demo-bank-expected.csv")
    ).rows.prefix(5).map { $0[0] }
    for key in keys {
      for dimension in try Self.document(key, in: "demo-bank").dimensions {
        let counted = dimension.measures.filter { !$0.excluded }
        let sum = counted.reduce(0) { $0 + ($1.weight ?? .nan) * ($1.score ?? .nan) }
        // Rescaling divides once at the end; here each weight is divided.
        #expect(abs(sum - dimension.score) <= 1e-12 * max(1, abs(sum)))
        if !dimension.bonus {
          #expect(abs(counted.reduce(0) { $0 + ($1.weight ?? .nan) } - 1) < 1e-12)
        }
        #expect(dimension.measures.filter(\.excluded).allSatisfy { $0.score == nil })
      }
    }
  }

  /// Everybody of the Chinese branch.
  private static func everybody() throws -> [String] {
    try ResultTable(
      contentsOf: Project.scoring.appendingPathComponent("chinese-branch-expected.csv")
    ).rows.map { $0[0] }
  }

  @Test("the printed parts add up to what is printed", arguments: try everybody())
  func printed(key: String) throws {
    let lines = try Self.explain(key, in: "chinese-branch").output.split(separator: "\n")
    let heading = try #require(lines.firstIndex { $0.hasPrefix("  dimension") })
    let end = try #require(lines[heading...].firstIndex { $0.hasPrefix("  total") })
    let points = try lines[(heading + 1)..<end].map { try Self.lastNumber($0) }
    #expect(points.count == 5)
    #expect(points.reduce(0, +) == (try Self.lastNumber(lines[end])))
    let total = try #require(lines.first { $0.hasPrefix("total ") })
    #expect(try Self.lastNumber(total) == Self.lastNumber(lines[end]))
  }

  /// The last word of a line in hundredths.
  private static func lastNumber(_ line: Substring) throws -> Int {
    let word = try #require(line.split(separator: " ").last)
    #expect(word.split(separator: ".").last?.count == 2)
    return try #require(Int(word.filter { $0 != "." }))
  }

  @Test("a rejected subject has no explanation but its fault; the others have one with a warning")
  func rejected() throws {
    let scratch = try TemporaryDirectory()
    try scratch.copy(Project.branches.appendingPathComponent("worked-example"), to: "data")
    let staff = try scratch.read("data/staff.csv").replacingOccurrences(
      of: ",90,0,1,1,", with: ",900,0,1,1,")
    try scratch.write(staff, to: "data/staff.csv")
    func explain(_ key: String) throws -> CommandResult {
      try CommandRunner.run(
        ["explain", Project.policy, "--data", "data", "--id", key], in: scratch.url)
    }
    let bad = try explain("000002")
    #expect(bad.exitCode == 3)
    #expect(bad.output.isEmpty)
    #expect(
      bad.errors.contains("data/staff.csv:3: satisfaction \"900\": expected at most 100 point"))
    #expect(bad.errors.contains("000002 has no score: the row is at fault"))
    let good = try explain("000001")
    #expect(good.exitCode == 1)
    #expect(good.output.contains("overall_rank: 1 of 2"))
    #expect(good.errors.contains("warning: 1 row"))
  }
}
