import Foundation
import SQLiteAccess
import SeededRandom
import TestSupport
import Testing

@Suite("A result in a file of SQLite", .serialized)
struct DatabaseFaultTests {
  private static let command = [
    "score", "policy.yaml", "--data", "files", "--output", "DATABASE#scores", "--period",
  ]

  private func score(_ branch: DatabaseBranch, _ period: String) throws -> CommandResult {
    branch.database.close()
    return try CommandRunner.run(
      arguments(branch, period), in: branch.folder.url)
  }

  private func arguments(_ branch: DatabaseBranch, _ period: String) -> [String] {
    Self.command.map { $0.replacingOccurrences(of: "DATABASE", with: branch.database.name) }
      + [period]
  }

  private func file(_ branch: DatabaseBranch) throws -> String {
    try #require(branch.database.location.file)
  }

  @Test("stays as it was when a run is killed")
  func killed() throws {
    let branch = try DatabaseBranch(.sqlite)
    let rows = (1...8000).map { "\($0),name,TRUE,2020-01-01,\($0).5,,\n" }.joined()
    try branch.folder.write(
      "id,姓名,active,since,points,extra,unused\n" + rows, to: "files/staff.csv")
    try branch.folder.write("id,amount\n", to: "files/sales.csv")
    let start = Date()
    #expect(try score(branch, "2026Q1").exitCode == 0)
    let seconds = Date().timeIntervalSince(start)
    var random = SplitMix64(seed: 10)
    var (old, new) = (0, 0)
    for round in 0..<LongTests.rounds(5, long: 60) {
      let share = Double.random(in: round % 2 == 0 ? 0.3...1 : 0.8...1.05, using: &random)
      let run = try StartedCommand(arguments(branch, "2026Q2"), in: branch.folder.url)
      usleep(UInt32(share * seconds * 1e6))
      run.kill()
      let periods = try branch.database.rows(
        "SELECT DISTINCT period FROM scores"
      ).map { $0[0] }
      try #require(periods.count == 1)
      if periods == [.text("2026Q1")] { old += 1 } else { new += 1 }
      branch.database.close()
      let verified = try branch.run("verify", "DATABASE#scores")
      #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
      if new > 0 { #expect(try score(branch, "2026Q1").exitCode == 0) }
    }
    print("kill -9 while a table was written: \(old) left the old result, \(new) the new one")
  }

  @Test("stays as it was when its disk or folder takes nothing more")
  func unwritable() throws {
    let branch = try DatabaseBranch(.sqlite)
    let nowhere = try branch.run(
      "score", "policy.yaml", "--data", "files", "--output", "sqlite:/nosuch/x.db#scores")
    #expect(nowhere.exitCode == 3)
    #expect(nowhere.errors.contains("the folder /nosuch is not there"))
    guard SmallDisk.isAllowed else { return }
    let disk = try SmallDisk(kibibytes: 64)
    let place = "sqlite:\(disk.url.path)/x.db#scores"
    let small = try branch.run("score", "policy.yaml", "--data", "files", "--output", place)
    #expect(small.exitCode == 0, "\(small.errors)")
    let large = try CommandRunner.run(
      [
        "score", Project.policy, "--data", Project.branch("demo-bank"), "--measures", "--output",
        place,
      ], in: branch.folder.url)
    #expect(large.exitCode == 3)
    #expect(large.errors.contains("no space is left on the disk"), "\(large.errors)")
    let verified = try branch.run("verify", place)
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
  }

  @Test(
    "is told to be held by another program",
    .enabled(if: LongTests.areAskedFor, "it is waited for, half a minute"))
  func held() throws {
    let branch = try DatabaseBranch(.sqlite)
    let file = try file(branch)
    let holder = try Database(file, access: .writing)
    try holder.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
    let run = try StartedCommand(
      ["score", "policy.yaml", "--data", "sqlite:\(file)", "--output", "r.csv"],
      in: branch.folder.url)
    let held = try #require(run.end(within: 60))
    #expect(held.exitCode == 3)
    #expect(held.errors.contains("another program is using it"), "\(held.errors)")
    try holder.execute("COMMIT")
  }

  @Test("and tables are told to be damaged")
  func damaged() throws {
    let branch = try DatabaseBranch(.sqlite)
    let file = try file(branch)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    try branch.folder.write(Array(bytes.prefix(5000)), to: "cut.db")
    try branch.folder.write("id,amount\n", to: "none.db")
    for (name, message) in [("cut.db", "is damaged"), ("none.db", "is no SQLite database")] {
      let result = try branch.run(
        "score", "policy.yaml", "--data", "sqlite:\(name)", "--output", "r.csv")
      #expect(result.exitCode == 3)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    let names = try branch.folder.names
    #expect(!names.contains("r.csv"))
  }

  @Test("and a table or column that an engine lacks is named")
  func lacking() throws {
    let branch = try DatabaseBranch(.sqlite)
    let run = {
      try branch.run(
        "score", "policy.yaml", "--data", "DATABASE", "--engine", "sqlite", "--output", "r.csv")
    }
    // Files may call the column name 姓名, and the table does; no SQL knows that.
    let column = try run()
    #expect(column.exitCode == 3)
    #expect(column.errors.contains("the table staff lacks name; its columns are id, 姓名, "))
    try branch.change("DROP TABLE staff")
    let table = try run()
    #expect(table.exitCode == 3)
    #expect(table.errors.contains("the database has no table \"staff\""), "\(table.errors)")
  }
}
