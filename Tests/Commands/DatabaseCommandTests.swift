import Databases
import Foundation
import TestSupport
import Testing

@Suite("Tables in databases", .serialized)
struct DatabaseCommandTests {
  @Test("give the bytes that files of the same rows give", arguments: TestEngine.present)
  func sameBytes(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    let fromFiles = try branch.run(
      "score", "policy.yaml", "--data", "files", "--output", "files.csv", "--measures")
    #expect(fromFiles.exitCode == 0, "\(fromFiles.errors)")
    let scored = try branch.run(
      "score", "policy.yaml", "--data", "DATABASE", "--output", "result.csv", "--measures")
    #expect(scored.exitCode == 0, "\(scored.errors)")
    #expect(try branch.folder.read("result.csv") == branch.folder.read("files.csv"))
    let verified = try branch.run("verify", "result.csv")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    let mixed = try branch.run(
      "score", "policy.yaml", "--data", "files", "--table", "sales=DATABASE", "--output",
      "mixed.csv", "--measures")
    #expect(mixed.exitCode == 0, "\(mixed.errors)")
    #expect(try branch.folder.read("mixed.csv") == branch.folder.read("files.csv"))
    try branch.change("UPDATE sales SET amount = 13 WHERE id = '9'")
    let changed = try branch.run("verify", "result.csv")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains("the data of sales in "))
  }

  @Test("serve every command alike", arguments: TestEngine.present)
  func otherCommands(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    for command in [
      ["explain", "policy.yaml", "--id", "10", "--format", "json"],
      ["compare", "policy.yaml", "policy.yaml", "--format", "json"],
      ["analyze", "sensitivity", "policy.yaml", "--format", "json", "--quiet"],
    ] {
      let files = try CommandRunner.run(command + ["--data", "files"], in: branch.folder.url)
      let tables = try CommandRunner.run(
        command + ["--data", branch.database.name], in: branch.folder.url)
      #expect(files.exitCode == tables.exitCode, "\(command) \(tables.errors)")
      #expect(!tables.output.isEmpty)
      let lines = { (text: String) in
        text.split(separator: "\n").filter { !$0.contains("sha256") && !$0.contains("\"name\"") }
      }
      #expect(
        lines(files.output).count == lines(tables.output).count, "\(command) \(tables.output)")
    }
  }

  @Test(
    "that are missing, or lack a column, are told with a suggestion", arguments: TestEngine.present)
  func missing(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    let table = try branch.run(
      "score", "policy.yaml", "--data", "DATABASE", "--table", "sales=DATABASE#sale", "--output",
      "r.csv")
    #expect(table.exitCode == 3)
    #expect(table.errors.contains("no table \"sale\"; did you mean \"sales\"?"), "\(table.errors)")
    try branch.change("ALTER TABLE staff RENAME COLUMN points TO point_s")
    let column = try branch.run("score", "policy.yaml", "--data", "DATABASE", "--output", "r.csv")
    #expect(column.exitCode == 3)
    #expect(
      column.errors.contains("points: no header is \"points\"; is it \"point_s\"?"),
      "\(column.errors)")
    #expect(try !branch.folder.names.contains("r.csv"))
  }

  @Test("tell a row at fault by table and key", arguments: TestEngine.present)
  func faultyRow(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    try branch.change("UPDATE staff SET points = NULL WHERE id = 'A1'")
    let scored = try branch.run("score", "policy.yaml", "--data", "DATABASE", "--output", "r.csv")
    #expect(scored.exitCode == 3)
    #expect(
      scored.errors.contains("#staff:5: points: expected a number, found a blank cell (row A1)"))
    let rest = try branch.run(
      "score", "policy.yaml", "--data", "DATABASE", "--output", "DATABASE#scores", "--rejects",
      "DATABASE#scores_rejects")
    #expect(rest.exitCode == 1, "\(rest.errors)")
    #expect(try branch.database.rows("SELECT id FROM scores ORDER BY place").count == 3)
    #expect(
      try branch.database.rows("SELECT line, \"column\" FROM scores_rejects")
        == [[.integer(5), .text("points")]])
    let verified = try branch.run("verify", "DATABASE#scores")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("hold a result, which is verified and replaced as a whole", arguments: TestEngine.present)
  func result(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    for period in ["2026Q1", "2026Q2"] {
      let scored = try branch.run(
        "score", "policy.yaml", "--data", "DATABASE", "--output", "DATABASE#scores", "--period",
        period, "--sort", "rank")
      #expect(scored.exitCode == 0, "\(scored.errors)")
      let verified = try branch.run("verify", "DATABASE#scores")
      #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
      #expect(
        try branch.database.rows("SELECT place, period FROM scores ORDER BY place").first
          == [.integer(1), .text(period)])
      #expect(try branch.database.rows("SELECT json FROM scores_manifest").count == 1)
    }
    try branch.change("UPDATE scores SET total = total + 1 WHERE place = 2")
    let changed = try branch.run("verify", "DATABASE#scores")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains("#scores has changed since it was written"))
  }

  @Test("are not replaced when they are data or no result", arguments: TestEngine.present)
  func protected(_ engine: TestEngine) throws {
    let branch = try DatabaseBranch(engine)
    let input = try branch.run(
      "score", "policy.yaml", "--data", "DATABASE", "--output", "DATABASE#staff")
    #expect(input.exitCode == 64)
    #expect(input.errors.contains("#staff is an input of this job"))
    let other = try branch.run(
      "score", "policy.yaml", "--data", "files", "--output", "DATABASE#staff")
    #expect(other.exitCode == 3)
    #expect(other.errors.contains("the table \"staff\" is no result"))
    #expect(try branch.database.rows("SELECT id FROM staff").count == 4)
  }

  @Test("are named whole, and with the options that go with them")
  func options() throws {
    let branch = try DatabaseBranch(.sqlite)
    for (options, message) in [
      (["--output", "sqlite:x.db"], "--output names the table too"),
      (
        ["--output", "sqlite:x.db#a", "--rejects", "x.csv"], "write --rejects sqlite:x.db#a_rejects"
      ),
      (["--output", "r.csv", "--rejects", "sqlite:x.db#a"], "--rejects names a file"),
      (["--output", "sqlite:x.db#a", "--encoding", "gb18030"], "--encoding is for files"),
    ] {
      let result = try CommandRunner.run(
        ["score", "policy.yaml", "--data", "files"] + options, in: branch.folder.url)
      #expect(result.exitCode == 64)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }
}
