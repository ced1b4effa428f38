import Foundation
import TestSupport
import Testing

@Suite("Scores worked out where the tables are", .serialized)
struct PushedScoreTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  @Test("are the bytes of this engine, beside the text that was run", arguments: TestEngine.present)
  func sameBytes(_ engine: TestEngine) throws {
    let database = try loaded(
      engine, Project.policy, Project.branch("worked-example"))
    for more in [["--measures"], ["--sort", "overall_rank", "--period", "2026Q3"]] {
      try folder.write("of an older result", to: "pushed.csv.manifest.json")
      try folder.write("an older result", to: "pushed.csv")
      let own = try score(Project.policy, database, ["--output", "own.csv"] + more)
      #expect(own.exitCode == 0, "\(own.errors)")
      let pushed = try score(
        Project.policy, database, ["--output", "pushed.csv", "--engine", engine.rawValue] + more)
      #expect(pushed.exitCode == 0, "\(pushed.errors)")
      #expect(try folder.read("pushed.csv") == folder.read("own.csv"))
      #expect(try folder.read("pushed.csv.sql").contains("-- Customer manager"))
      #expect(try !folder.names.contains("pushed.csv.manifest.json"))
    }
  }

  @Test("leave out who is rejected late, or nothing is written", arguments: TestEngine.present)
  func rejected(_ engine: TestEngine) throws {
    let job = Project.scoring.appendingPathComponent("rejected-late")
    let policy = job.appendingPathComponent("policy.yaml").path
    let database = try loaded(engine, policy, job.path)
    let words = ["--output", "pushed.csv", "--engine", engine.rawValue]
    let before = try folder.snapshot()
    let stopped = try score(policy, database, words)
    #expect(stopped.exitCode == 3)
    #expect(stopped.errors.contains("nothing was written"), "\(stopped.errors)")
    #expect(try folder.snapshot() == before)
    let own = try score(policy, database, ["--output", "own.csv", "--rejects", "own-rejects.csv"])
    let pushed = try score(policy, database, words + ["--rejects", "rejects.csv"])
    #expect((pushed.exitCode, own.exitCode) == (1, 1), "\(pushed.errors)\(own.errors)")
    #expect(try folder.read("pushed.csv") == folder.read("own.csv"))
    let counts = try ["rejects.csv", "own-rejects.csv"].map {
      try folder.read($0).split(separator: "\n").count
    }
    #expect(counts[0] == counts[1] && counts[0] > 1)
  }

  /// A database with the tables of a policy.
  private func loaded(_ engine: TestEngine, _ policy: String, _ data: String) throws -> TestDatabase
  {
    let database = try TestDatabase(engine)
    database.close()
    let loaded = try CommandRunner.run(
      ["load", policy, "--data", data, "--to", database.name], in: folder.url)
    #expect(loaded.exitCode == 0, "\(loaded.errors)")
    return database
  }

  private func score(
    _ policy: String, _ database: TestDatabase, _ more: [String]
  ) throws -> CommandResult {
    try CommandRunner.run(["score", policy, "--data", database.name] + more, in: folder.url)
  }
}
