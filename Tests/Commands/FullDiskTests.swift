import Foundation
import TestSupport
import Testing

@Suite(
  "A disk that is full",
  .enabled(if: SmallDisk.isAllowed, "no file system may be mounted here: needs root"))
struct FullDiskTests {
  /// Scores onto older files on a disk of that size; whether it succeeded.
  private func score(_ branch: String, kibibytes: Int) throws -> Bool {
    let disk = try SmallDisk(kibibytes: kibibytes)
    for name in ["result.csv", "result.csv.manifest.json"] {
      try Data("old\n".utf8).write(to: disk.url.appendingPathComponent(name))
    }
    let before = try disk.snapshot()
    let result = try CommandRunner.run(
      ["score", Project.policy, "--data", Project.branch(branch), "--measures"]
        + ["--output", "result.csv", "--rejects", "rejects.csv"], in: disk.url)
    if result.exitCode == 0 {
      let verified = try CommandRunner.run(["verify", "result.csv"], in: disk.url)
      #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
      return true
    }
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("no space is left on the disk"), "\(result.errors)")
    #expect(try disk.snapshot() == before)
    return false
  }

  @Test("gives an error and leaves the old files, whichever file it cannot hold")
  func everyFile() throws {
    // A page more each time: the result fits, then its manifest, then the rejected rows.
    let succeeded = try stride(from: 8, through: 40, by: 4).map {
      try score("worked-example", kibibytes: $0)
    }
    #expect(succeeded.first == false && succeeded.last == true)
    #expect(succeeded == succeeded.sorted { !$0 && $1 })
  }

  @Test("in the middle of a result, gives an error and leaves the old files")
  func largeResult() throws {
    #expect(try !score("demo-bank", kibibytes: 128))
    #expect(try score("demo-bank", kibibytes: 4096))
  }

  @Test("that is full while tables are made gives an error, and neither a table nor a new folder")
  func tables() throws {
    let input = try TemporaryDirectory()
    try input.write(
      """
      import: full
      sources: {ledger: {columns: {staff_id: {header: 工号, type: id}, deposit: {header: 存款, type: number}}}}
      tables: {business: {}}

      """, to: "map.yaml")
    let rows = (0..<2_000).map { "\(100_000 + $0),\"1,\(100 + $0 % 900)\"\n" }
    try input.write("工号,存款\n" + rows.joined(), to: "ledger.csv")
    let disk = try SmallDisk(kibibytes: 64)
    let old = disk.url.appendingPathComponent("old")
    try FileManager.default.createDirectory(at: old, withIntermediateDirectories: true)
    for name in ["business.csv", "repairs.csv"] {
      try Data("old\n".utf8).write(to: old.appendingPathComponent(name))
    }
    let before = try disk.snapshot()
    for folder in ["old", "new"] {
      let result = try CommandRunner.run(
        ["import", "map.yaml", "ledger.csv", "--output"]
          + [disk.url.appendingPathComponent(folder).path], in: input.url)
      #expect(result.exitCode == 3)
      #expect(result.errors.contains("no space is left on the disk"), "\(result.errors)")
      #expect(try disk.snapshot() == before)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path) == ["old"])
  }
}
