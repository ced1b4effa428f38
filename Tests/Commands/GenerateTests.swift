import DelimitedText
import Foundation
import TestSupport
import Testing

@Suite("generate")
struct GenerateTests {
  /// All shipped policies but the one that is there to be refused.
  static let policies: [String] = {
    let files = FileManager.default.enumerator(atPath: Project.policies.path)?.compactMap {
      $0 as? String
    }
    return (files ?? []).filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("printed-form.yaml") }
      .sorted()
  }()

  @Test("makes data that score takes whole, for every shipped policy", arguments: policies)
  func isScored(_ name: String) throws {
    let folder = try TemporaryDirectory()
    let policy = Project.policies.appendingPathComponent(name).path
    let made = try CommandRunner.run(
      ["generate", policy, "--staff", "700", "--output", folder.file("data").path, "--quiet"])
    #expect(made.exitCode == 0 && made.output + made.errors == "", "\(made.errors)")
    let scored = try CommandRunner.run(
      [
        "score", policy, "--data", folder.file("data").path, "--output",
        folder.file("result.csv").path,
      ])
    #expect(scored.exitCode == 0, "\(scored.errors)")
    #expect(scored.errors.contains("700 rows in, 700 scored, 0 rejected"))
    #expect(scored.errors.contains("notice: Synthetic data"))
  }

  @Test(
    "writes dirt that the strict reader rejects row by row as its list says",
    arguments: [
      ("customer-manager/policy", 1), ("customer-manager/policy", 2),
      ("customer-manager/policy", 3),
      ("brokerage-team/monthly", 3), ("level-ladder/quarterly", 3),
      ("settlement-rhythm/monthly", 3),
    ])
  func truthIsTrue(_ name: String, _ level: Int) throws {
    let bank = try DirtyBank(
      policy: Project.policies.appendingPathComponent("\(name).yaml").path, size: 3000,
      level: level, seed: UInt64(level))
    #expect(!bank.truth.isEmpty)
    let (expected, found) = (bank.expectedRejections(), bank.rejections)
    #expect(expected.subtracting(found) == [])
    #expect(found.subtracting(expected) == [])
  }

  @Test("leaves clean rows as they are under the dirt")
  func sameBeneath() throws {
    let policy = Project.policy
    let dirty = try DirtyBank(policy: policy, size: 2000, level: 3, seed: 4)
    let clean = try DirtyBank(policy: policy, size: 2000, level: 0, seed: 4)
    for table in ["staff", "business"] {
      let faulty = Set(dirty.truth.filter { $0.file == "\(table).csv" }.map(\.line))
      let rows = dirty.lines(table).filter {
        !faulty.contains($0.line) && !$0.fields.joined().isEmpty
      }
      let cleanRows = Set(clean.lines(table).map(\.fields))
      #expect(rows.count > 1000)
      #expect(rows.dropFirst().allSatisfy { cleanRows.contains($0.fields) })
    }
  }

  @Test("takes away the truth about earlier dirty data when it writes clean ones")
  func staleTruth() throws {
    let folder = try TemporaryDirectory()
    for (dirt, names) in [
      ("1", ["business.csv", "notice.txt", "staff.csv", "truth.jsonl"]),
      ("0", ["business.csv", "notice.txt", "staff.csv"]),
    ] {
      let made = try CommandRunner.run(
        [
          "generate", Project.policy, "--staff", "10", "--dirt", dirt, "--output",
          folder.file("data").path,
        ])
      #expect(made.exitCode == 0)
      let found = try FileManager.default.contentsOfDirectory(atPath: folder.file("data").path)
      #expect(found.sorted() == names)
    }
  }

  @Test("leaves nothing of a run that is killed")
  func killed() throws {
    let folder = try TemporaryDirectory()
    let old = try folder.write("old", to: "data/staff.csv")
    let process = Process()
    process.executableURL = try CommandRunner.steelyard
    process.arguments = [
      "generate", Project.policy, "--staff", "50000000", "--output", folder.file("data").path,
      "--threads", "1",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.4)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try String(contentsOf: old, encoding: .utf8) == "old")
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.file("data").path)
    #expect(found == ["staff.csv"])
  }

  @Test(
    "says what is wrong with the command line",
    arguments: [
      (["--staff=-1", "--output", "x"], Int32(64), "--staff must be from 0"),
      (["--staff", "10", "--output", ""], 64, "--output needs the name"),
      (["--staff", "10", "--dirt", "5", "--output", "x"], 64, "--dirt must be from 0 to 4"),
      (["--staff", "10", "--threads", "0", "--output", "x"], 64, "--threads must be at least 1"),
      (["--staff", "10", "--output", "/no/such/place"], 64, "/no/such/place"),
    ])
  func wrongArguments(_ arguments: [String], _ code: Int32, _ message: String) throws {
    let result = try CommandRunner.run(["generate", Project.policy] + arguments)
    #expect(result.exitCode == code)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
