import Foundation
import TestSupport
import Testing

/// One run of `score` with the policy of the paper into a directory of its own.
struct ScoreJob {
  let result: CommandResult
  private let scratch: TemporaryDirectory

  /// Scores a data set of the project.
  init(branch: String, _ more: [String] = []) throws {
    try self.init(["--data", Project.branch(branch)] + more)
  }

  /// Scores tables that the arguments name; `files` are put into the directory where it runs.
  init(_ arguments: [String], files: [String: Data] = [:]) throws {
    scratch = try TemporaryDirectory()
    for (name, data) in files { try data.write(to: scratch.file(name)) }
    result = try CommandRunner.run(
      ["score", Project.policy, "--output", "result.csv"] + arguments, in: scratch.url)
  }

  /// The text of a file it wrote.
  func text(_ name: String = "result.csv") throws -> String { try scratch.read(name) }

  /// The result as a table.
  func table() throws -> ResultTable { try ResultTable(text()) }

  /// The text of the result after a run that must succeed.
  func success() throws -> String {
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    return try text()
  }

  /// The names of the files in its directory.
  func names() throws -> Set<String> { Set(try scratch.snapshot().keys) }

  /// The numbers of a line of the summary, such as `staff: 3 rows in, 3 scored, 0 rejected`.
  func summary(_ table: String) throws -> [String: Int] {
    let line = try #require(
      result.errors.split(separator: "\n").first { $0.hasPrefix("\(table): ") }, "\(result.errors)")
    var counts: [String: Int] = [:]
    for part in line.dropFirst(table.count + 2).components(separatedBy: ", ") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      counts[words[1]] = Int(words[0])
    }
    return counts
  }
}
