import Foundation
import Testing

@Suite("reproduce")
struct ReproduceTests {
  struct Line: Decodable {
    let section: String
    let quantity: String
    let printed: String?
    let recomputed: Double
    let agrees: Bool?
    let note: String?
  }

  @Test("the text prints what is printed, what is recomputed, and where the print is wrong")
  func text() throws {
    let result = try CommandRunner.run(["reproduce"])
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    for words in [
      "matrices that give the printed weights - 21", "of these, with lambda 4.015 - 1",
      "W1, financial 0.4832 0.48318903 agrees", "W2, customer 0.2717 0.27171716 agrees",
      "W3, internal 0.1569 0.15687597 agrees", "W4, learning 0.0882 0.08821784 agrees",
      "lambda, mean of (A w)_i / w_i 0.4015 4.01451860 differs",
      "lambda, the misprint mended 4.015 4.01451860 agrees",
      "consistency index 0.005 0.00483953 agrees", "consistency ratio 0.01 0.00537726 agrees",
      "consistency ratio from the rounded index 0.01 0.00555556 agrees",
      "old business 500,000 aged 3, new business 300,000 - 725000",
      "old business 500,000 aged 6, new business 300,000 - 700000",
      "with full weights - 104.09079279",
    ] {
      #expect(lines.contains { $0.hasPrefix(words) }, "lacks \(words)")
    }
    for note in [
      "a misprint of 4.015", "unique for one judge", "a panel's judgements cannot be recovered",
      "0.005 / 0.9 = 0.0056",
    ] {
      #expect(result.output.contains(note), "lacks \(note)")
    }
  }

  @Test("JSON carries the same lines with every digit")
  func json() throws {
    let result = try CommandRunner.run(["reproduce", "--format", "json"])
    #expect(result.exitCode == 0)
    let lines = try JSONDecoder().decode([Line].self, from: Data(result.output.utf8))
    func line(_ quantity: String) throws -> Line {
      try #require(lines.first { $0.quantity == quantity }, "no line \(quantity)")
    }
    // What the paper prints, and whether it agrees.
    let printed: [(String, String, Bool)] = [
      ("W1, financial", "0.4832", true), ("W2, customer", "0.2717", true),
      ("W3, internal", "0.1569", true), ("W4, learning", "0.0882", true),
      ("lambda, mean of (A w)_i / w_i", "0.4015", false),
      ("lambda, the misprint mended", "4.015", true), ("consistency index", "0.005", true),
      ("consistency ratio", "0.01", true),
      ("consistency ratio from the rounded index", "0.01", true),
    ]
    for (quantity, print, agrees) in printed {
      let found = try line(quantity)
      #expect(found.printed == print)
      #expect(found.agrees == agrees)
    }
    // Row geometric means of 1 2 3 5; 1/2 1 2 3; 1/3 1/2 1 2; 1/5 1/3 1/2 1 and what follows.
    let recomputed: [(String, Double, Double)] = [
      ("W1, financial", 0.48318903, 1e-8), ("W2, customer", 0.27171716, 1e-8),
      ("W3, internal", 0.15687597, 1e-8), ("W4, learning", 0.08821784, 1e-8),
      ("lambda, the misprint mended", 4.0145, 5e-5), ("consistency index", 0.00484, 5e-6),
      ("consistency ratio", 0.0054, 5e-5),
      ("consistency ratio from the rounded index", 0.0056, 5e-5),
      ("matrices that give the printed weights", 21, 0), ("of these, with lambda 4.015", 1, 0),
      ("old business 500,000 aged 3, new business 300,000", 725_000, 0),
      ("old business 500,000 aged 6, new business 300,000", 700_000, 0),
      ("with full weights", 104.09079279, 5e-9),
    ]
    for (quantity, number, tolerance) in recomputed {
      let found = try line(quantity).recomputed
      #expect(abs(found - number) <= tolerance, "\(quantity): \(found)")
    }
    #expect(lines.allSatisfy { ($0.agrees == nil) == ($0.printed == nil) })
  }
}
