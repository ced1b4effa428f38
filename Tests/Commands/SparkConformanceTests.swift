import Foundation
import TestSupport
import Testing

@Suite(
  "Jobs on Spark give the rows of this engine, bit for bit",
  .enabled(if: SparkServer.master != nil, "STEELYARD_TEST_SPARK names no master"))
struct SparkConformanceTests {
  @Test(
    "Every shipped policy over made-up people, or why it is refused",
    arguments: try ProjectFiles.policies())
  func shipped(_ name: String) throws {
    let policy = Project.policies.appendingPathComponent(name).path
    let scratch = try TemporaryDirectory()
    let made = try CommandRunner.run(
      ["generate", policy, "--staff", "250", "--seed", "3", "--output", "data"], in: scratch.url)
    // Judgements that nobody has given yet, or a policy that is there to be refused.
    guard made.exitCode == 0 else { return }
    switch try verdict(policy, scratch) {
    case .same: break
    case .refused(let words): #expect(words.contains("unique"))
    case .differs(let words): Issue.record("\(words)")
    }
  }

  /// Spark takes seconds for each.
  private static let count = LongTests.rounds(12, long: 300)

  @Test("Random policies over random rows, some of them at fault", arguments: 0..<count)
  func random(seed: Int) throws {
    let (random, scratch) = (RandomPolicy(seed: UInt64(seed)), try TemporaryDirectory())
    try scratch.write(random.yaml, to: "policy.yaml")
    for (name, table) in random.tables { try scratch.write(table.text, to: "data/\(name).csv") }
    switch try verdict("policy.yaml", scratch) {
    case .same: break
    case .refused(let words): #expect(words.contains("decides them"), "\(words)")
    case .differs(let words): Issue.record("\(words)\n\(random.yaml)")
    }
  }

  /// What came of a policy.
  private enum Verdict: Equatable {
    case same
    case refused(String)
    case differs(String)
  }

  /// Scores the data in a folder on Spark and without it.
  private func verdict(
    _ policy: String, _ scratch: TemporaryDirectory
  ) throws -> Verdict {
    let job = [policy, "--data", "data", "--measures", "--quiet"]
    let alone = try CommandRunner.run(
      ["score"] + job + ["--output", "alone.csv", "--rejects", "alone-rejects.csv"],
      in: scratch.url)
    let onSpark = try SparkServer.shared.get().score(
      job + ["--output", "parts", "--rejects", "rejects", "--partitions", "2"], in: scratch.url)
    let isUndecided = onSpark.exitCode == 3 && onSpark.errors.contains("cannot be decided in SQL")
    if onSpark.exitCode == 64 || isUndecided { return .refused(onSpark.errors) }
    guard onSpark.exitCode == alone.exitCode else {
      return .differs("\(onSpark.exitCode): \(onSpark.errors)\nnot \(alone.exitCode)")
    }
    let (rows, expected) = (try rows("parts", scratch), try rows("alone.csv", scratch))
    if rows != expected {
      let lines = zip(rows, expected).filter { $0 != $1 }.prefix(2)
      return .differs(
        "\(rows.count) rows, not \(expected.count)"
          + lines.map { "\n  \($0)\n  not\n  \($1)" }.joined())
    }
    let rejected = try self.rows("rejects", scratch).count
    let toReject = try self.rows("alone-rejects.csv", scratch).count
    return rejected == toReject ? .same : .differs("\(rejected) rejected, not \(toReject)")
  }

  /// The rows of a file, or of all parts of a folder, in the order of their bytes; the first is the header.
  private func rows(_ name: String, _ scratch: TemporaryDirectory) throws -> [String] {
    let parts = try FileManager.default.subpathsOfDirectory(atPath: scratch.path)
      .filter { $0.hasSuffix(".csv") && ($0 == name || $0.hasPrefix("\(name)/")) }
    let lines = try parts.map { try scratch.read($0).split(separator: "\n").map(String.init) }
    return lines.prefix(1).flatMap { $0.prefix(1) } + lines.flatMap { $0.dropFirst() }.sorted()
  }
}
