import Foundation
import Testing

@Suite("random-index")
struct RandomIndexCommandTests {
  private struct Row: Decodable {
    let size: Int
    let samples: Int
    let randomIndex: Double
    let standardError: Double
    let exact: Double?
    let missing: Int?
  }

  private static func rows(_ arguments: [String]) throws -> [Row] {
    let result = try CommandRunner.run(["random-index", "--format", "json"] + arguments)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    return try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
  }

  @Test("prints an object for each size, the exact index of three rows beside the simulated one")
  func json() throws {
    let rows = try Self.rows(["--size", "2...5", "--samples", "3000"])
    #expect(rows.map(\.size) == [2, 3, 4, 5])
    #expect(rows.allSatisfy { $0.samples == 3000 && $0.missing == nil })
    #expect(rows[0].randomIndex == 0 && rows[0].standardError == 0)
    // By enumeration of all 17^3 matrices.
    let exact = try #require(rows[1].exact)
    #expect(abs(exact - 0.5244574542912286) < 5e-16)
    #expect(abs(rows[1].randomIndex - exact) < 4 * rows[1].standardError)
    // Alonso and Lamata 2006, doi:10.1142/S0218488506004114.
    #expect(abs(rows[3].randomIndex - 1.1086) < 4 * rows[3].standardError)
  }

  @Test("gives the same for the same seed whatever the threads, and something else for another")
  func seeds() throws {
    let arguments = ["random-index", "--size", "6", "--samples", "2500"]
    let one = try CommandRunner.run(arguments + ["--threads", "1"])
    #expect(try CommandRunner.run(arguments + ["--threads", "3"]).output == one.output)
    #expect(try CommandRunner.run(arguments + ["--seed", "2"]).output != one.output)
    #expect(one.output.contains("seed 1"))
  }

  @Test("takes the comparisons that are missing into account")
  func missing() throws {
    let arguments = ["--size", "4", "--samples", "1500"]
    let rows = try [["--missing", "1-2"], ["--missing", "2"], ["--missing", "1-2,3-4"]].map {
      try Self.rows(arguments + $0)[0]
    }
    #expect(rows.map(\.missing) == [1, 2, 2])
    // Agoston and Csato 2022, doi:10.1016/j.omega.2021.102576, table 2.
    #expect(abs(rows[0].randomIndex - 0.583) < 4 * rows[0].standardError)
    #expect(abs(rows[1].randomIndex - 0.306) < 4 * rows[1].standardError)
    let tree = try Self.rows(arguments + ["--missing", "1-3,1-4,2-4", "--unbounded"])[0]
    #expect(abs(tree.randomIndex) < 1e-12)
  }

  @Test(
    "refuses what cannot be drawn",
    arguments: [
      (["--size", "15...3", "--samples", "1"], "15...3"),
      (["--size", "0", "--samples", "1"], "from 1 to 100"),
      (["--size", "101", "--samples", "1"], "from 1 to 100"),
      (["--size", "4", "--samples", "0"], "--samples must be from 1 to 1000000000"),
      (["--size", "4", "--samples", "1", "--missing", "1-1"], "1-1"),
      (["--size", "4", "--samples", "1", "--missing", "4"], "4 missing comparisons do not leave"),
      (["--size", "4", "--samples", "1", "--missing", "1-5"], "have no pair 1-5"),
      (
        ["--size", "4", "--samples", "1", "--missing", "1-3,1-4,2-3,2-4"],
        "nothing compares {1, 2} with {3, 4}"
      ),
      (["--size", "4", "--samples", "1", "--unbounded"], "--unbounded needs --missing"),
    ])
  func refuses(arguments: [String], words: String) throws {
    let result = try CommandRunner.run(["random-index"] + arguments)
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }
}
