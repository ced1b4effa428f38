import Foundation
import TestSupport
import Testing

@Suite("weights by every method, and with details")
struct WeightsMethodsTests {
  private static let methods = [
    "eigenvector", "geometric-mean", "weighted-least-squares", "singular-value", "column-mean",
  ]
  private static func file(_ study: String) -> String {
    Project.judgements.appendingPathComponent("\(study)/matrix.csv").path
  }

  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try CommandRunner.run(["weights"] + arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test("each method of the table is what it is by itself, bit for bit")
  func all() throws {
    let file = Self.file("wikipedia-leader")
    let document = try Self.json([file, "--method", "all"])
    let methods = try #require(document["methods"] as? [[String: Any]])
    let analyses = methods.compactMap { $0["analysis"] as? [String: Any] }
    #expect(analyses.compactMap { $0["method"] as? String } == Self.methods)
    for (method, analysis) in zip(Self.methods, analyses) {
      let alone = try Self.json([file, "--method", method])
      #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: analysis))
    }
    #expect((document["differences"] as? [Any])?.count == 10)
  }

  @Test("the text puts the weights of all methods into one table and says what changes places")
  func text() throws {
    let result = try CommandRunner.run(
      ["weights", Self.file("saaty-1980-school"), "--method", "all"])
    // The book's judgements are inconsistent; recomputed.csv beside the matrix has these weights.
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("[judgement.inconsistent]"))
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
    #expect(lines.contains(Self.methods))
    #expect(lines.contains(["learning", "0.3208", "0.3160", "0.4150", "0.4010", "0.3047"]))
    #expect(result.output.contains("friends - music classes"))
  }

  @Test("details have every index, random index, judgement and circle, and other keys stay")
  func details() throws {
    let file = Self.file("saaty-1980-school")
    let document = try Self.json([file, "--details"])
    let details = try #require(document["details"] as? [String: Any])
    let counts = [("indices", 11), ("consistencyRatios", 7), ("judgements", 15), ("cycles", 5)]
    for (key, count) in counts {
      #expect((details[key] as? [Any])?.count == count, "\(key)")
    }
    var rest = document
    rest["details"] = nil
    #expect(NSDictionary(dictionary: rest) == NSDictionary(dictionary: try Self.json([file])))
    let text = try CommandRunner.run(["weights", file, "--details"]).output
    for words in [
      "koczkodaj                    0.933333         0.3333  not acceptable",
      "5 three-way cycles", "learning > college preparation = vocational training = learning",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("one and two labels have details too", arguments: [",a\na,1\n", ",a,b\na,1,3\nb,,1\n"])
  func small(file: String) throws {
    let scratch = try TemporaryDirectory()
    let path = try scratch.write(file, to: "small.csv").path
    for arguments in [["--details"], ["--method", "all"]] {
      _ = try Self.json([path] + arguments)
      let result = try CommandRunner.run(["weights", path] + arguments)
      #expect(result.exitCode == 0 && !result.output.contains(/(?i)\b(nan|inf)\b/))
    }
  }

  @Test("details of all methods at once are refused, with the reason")
  func refused() throws {
    let result = try CommandRunner.run(
      ["weights", Self.file("wikipedia-leader"), "--method", "all", "--details"])
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("--details goes with one method"))
  }

  @Test("a policy may name any of the methods", arguments: methods)
  func policy(method: String) throws {
    let scratch = try TemporaryDirectory()
    let path = try scratch.write(
      """
      policy: methods
      version: "1"
      tables: {staff: {key: id, columns: {a: {unit: point}}}}
      scorecard:
        weights: {judgements: [[x, y, 2], [y, z, 2], [x, z, 5]], method: \(method)}
        dimensions:
          x: {measures: {m: {score: a}}}
          y: {measures: {m: {score: a}}}
          z: {measures: {m: {score: a}}}
      """, to: "policy.yaml"
    ).path
    let result = try CommandRunner.run(["check", path, "--format", "json"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("\"method\" : \"\(method)\""))
  }
}
