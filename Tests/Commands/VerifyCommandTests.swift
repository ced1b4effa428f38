import Foundation
import TestSupport
import Testing

/// A result of the worked example, with copies of policy and data in one folder.
private struct VerifiedFolder {
  let scratch: TemporaryDirectory

  init(_ more: [String] = [], branch: String = "worked-example") throws {
    scratch = try TemporaryDirectory()
    try scratch.copy(Project.policies.appendingPathComponent("customer-manager"), to: "policy")
    try scratch.copy(Project.branches.appendingPathComponent(branch), to: "data")
    try scratch.write("", to: "out/.keep")
    let scored = try CommandRunner.run(
      ["score", "policy/policy.yaml", "--data", "data", "--output", "out/result.csv"] + more,
      in: scratch.url)
    #expect([0, 1].contains(scored.exitCode), "\(scored.errors)")
  }

  func verify(_ more: [String] = []) throws -> CommandResult {
    try CommandRunner.run(["verify", "out/result.csv"] + more, in: scratch.url)
  }

  /// Replaces a text that stands in a file.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try scratch.read(name)
    #expect(text.contains(old), "\(name)")
    try scratch.write(text.replacing(old, with: new), to: name)
  }
}

@Suite("verify")
struct VerifyCommandTests {
  private static let manifest = "out/result.csv.manifest.json"

  static let options: [[String]] = [
    [], ["--period", "2026-10", "--sort", "branch_rank", "--measures"],
    ["--rejects", "out/rejects.csv"],
  ]

  @Test("a result that nobody touched agrees, in one line", arguments: options)
  func agrees(options: [String]) throws {
    let folder = try VerifiedFolder(options)
    let result = try folder.verify()
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("OK: out/result.csv: 3 rows made again byte for byte from "))
    #expect(result.output.contains("customer-manager 1 and 2 files of data"))
    #expect(result.output.contains("the weights solved now agree to 1e-12"))
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.errors.isEmpty)
  }

  @Test("other data sets agree too", arguments: ["chinese-branch", "demo-bank"])
  func branches(branch: String) throws {
    let result = try VerifiedFolder(branch: branch).verify(["--threads", "2"])
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
  }

  @Test("the manifest has no absolute path and is the same bytes whatever the threads")
  func manifest() throws {
    let texts = try [1, 2, 5].map { threads in
      try VerifiedFolder(["--threads", "\(threads)"]).scratch.read(Self.manifest)
    }
    #expect(Set(texts).count == 1)
    #expect(texts[0].contains("\"path\" : \"../data/staff.csv\""))
    #expect(texts[0].contains("\"path\" : \"../policy/judgements/internal.csv\""))
    #expect(!texts[0].contains("\"/"))
  }

  @Test("a folder that moves as a whole still agrees, from whatever folder one asks")
  func moved() throws {
    let folder = try VerifiedFolder()
    let other = try TemporaryDirectory()
    try other.copy(folder.scratch.url, to: "archive")
    let result = try CommandRunner.run(
      ["verify", "result.csv"], in: other.file("archive/out"))
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
  }

  @Test("a result and its manifest that are renamed together still agree")
  func renamed() throws {
    let folder = try VerifiedFolder()
    let files = FileManager.default
    for ending in ["", ".manifest.json"] {
      try files.moveItem(
        at: folder.scratch.file("out/result.csv\(ending)"),
        to: folder.scratch.file("out/2026.csv\(ending)"))
    }
    let result = try CommandRunner.run(["verify", "out/2026.csv"], in: folder.scratch.url)
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
  }

  @Test("a changed cell is named with line, key, column and both values")
  func changedCell() throws {
    let folder = try VerifiedFolder()
    let line = try folder.scratch.read("out/result.csv").split(separator: "\n")[2]
    let rank = try #require(line.split(separator: ",").last)
    try folder.edit("out/result.csv", String(line), line.dropLast(rank.count) + "77")
    let result = try folder.verify()
    #expect(result.exitCode == 1)
    #expect(result.output.hasPrefix("DISAGREES: out/result.csv\n"))
    #expect(result.output.contains("out/result.csv has changed since it was written: SHA-256 was "))
    #expect(
      result.output.contains(
        "out/result.csv:3: \"000002\", overall_rank: \"77\" stands there, computed was \"\(rank)\""),
      "\(result.output)")
  }

  static let changes: [(file: String, old: String, new: String, words: [String])] = [
    (
      "data/staff.csv", "000002", "000009",
      ["the data of staff in out/../data/staff.csv have changed", "--table staff=FILE"]
    ),
    (
      "policy/policy.yaml", "decimals: 2", "decimals: 3",
      ["the policy file out/../policy/policy.yaml has changed", "--policy FILE"]
    ),
    (
      "policy/judgements/internal.csv", "\n", "\r\n",
      ["the policy file out/../policy/judgements/internal.csv has changed", "--policy FILE"]
    ),
  ]

  @Test("a changed input is named, and how to name another copy", arguments: changes)
  func changedInput(file: String, old: String, new: String, words: [String]) throws {
    let folder = try VerifiedFolder()
    try folder.edit(file, old, new)
    let result = try folder.verify()
    #expect(result.exitCode == 1)
    for word in words + ["not made again"] {
      #expect(result.output.contains(word), "\(result.output)")
    }
  }

  @Test("copies elsewhere are used when they are named")
  func copies() throws {
    let folder = try VerifiedFolder()
    for name in ["data", "policy"] {
      try FileManager.default.moveItem(
        at: folder.scratch.file(name), to: folder.scratch.file("kept-\(name)"))
    }
    let policy = ["--policy", "kept-policy/policy.yaml"]
    let table = ["--table", "staff=kept-data/staff.csv"]
    let all = try folder.verify(policy + ["--data", "kept-data"])
    #expect(all.exitCode == 0, "\(all.output)\(all.errors)")
    let one = try folder.verify(policy + table + ["--table", "business=kept-data/business.csv"])
    #expect(one.exitCode == 0, "\(one.output)\(one.errors)")
    for arguments in [[], policy + table, ["--data", "kept-data"]] {
      let result = try folder.verify(arguments)
      #expect(result.exitCode == 3, "\(result.output)")
      #expect(result.errors.contains("cannot read out/../"), "\(result.errors)")
      #expect(result.errors.contains("try: name other copies by --data DIR"))
    }
  }

  @Test("a copy of the policy that refers to other judgements is found out, also behind a link")
  func linkedJudgements() throws {
    let folder = try VerifiedFolder()
    let (files, scratch) = (FileManager.default, folder.scratch)
    try files.moveItem(at: scratch.file("policy/judgements"), to: scratch.file("kept"))
    try files.createSymbolicLink(
      at: scratch.file("policy/judgements"), withDestinationURL: scratch.file("kept"))
    let scored = try CommandRunner.run(
      ["score", "policy/policy.yaml", "--data", "data", "--output", "out/result.csv"],
      in: scratch.url)
    #expect(scored.exitCode == 0)
    #expect(try scratch.read(Self.manifest).contains("\"../kept/internal.csv\""))
    #expect(try folder.verify().exitCode == 0)
    try scratch.write(try scratch.read("policy/policy.yaml"), to: "copy/policy.yaml")
    let judgements = try scratch.read("kept/internal.csv").replacing("\n", with: "\r\n")
    try scratch.write(judgements, to: "copy/judgements/internal.csv")
    let other = try folder.verify(["--policy", "copy/policy.yaml"])
    #expect(other.exitCode == 1)
    #expect(
      other.output.contains("the policy file copy/judgements/internal.csv has changed"),
      "\(other.output)")
  }

  @Test("a scenario is recorded with the policy that it extends")
  func scenario() throws {
    let folder = try VerifiedFolder()
    try folder.scratch.write(
      "extend: ../policy/policy.yaml\nparameters:\n  tenure_rate: 0.4\n", to: "scenarios/more.yaml")
    let scored = try CommandRunner.run(
      ["score", "scenarios/more.yaml", "--data", "data", "--output", "out/result.csv"],
      in: folder.scratch.url)
    #expect(scored.exitCode == 0, "\(scored.errors)")
    let result = try folder.verify()
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    try folder.edit("policy/policy.yaml", "decimals: 2", "decimals: 3")
    #expect(try folder.verify().output.contains("the policy file out/../policy/policy.yaml has"))
  }

  @Test("weights that were edited are told apart from what they change")
  func editedWeights() throws {
    let folder = try VerifiedFolder()
    let line = try #require(
      folder.scratch.read(Self.manifest).split(separator: "\n").first {
        $0.contains("scorecard.weights.financial")
      })
    try folder.edit(Self.manifest, String(line), "\"scorecard.weights.financial\" : 0.5,")
    let result = try folder.verify()
    #expect(result.exitCode == 1)
    #expect(result.output.contains("out/result.csv:2: \"000001\", total: "), "\(result.output)")
    #expect(
      result.output.contains(
        "the manifest records 0.5 for scorecard.weights.financial, but the policy gives 0.48"))
  }

  @Test("a rejects file is made again too, and both are replaced by another run")
  func rejects() throws {
    let folder = try VerifiedFolder(["--rejects", "out/rejects.csv"])
    try folder.edit("data/staff.csv", "000002,", "000002,\"\"")
    let stale = try folder.verify()
    #expect(stale.exitCode == 1)
    let again = try CommandRunner.run(
      [
        "score", "policy/policy.yaml", "--data", "data", "--output", "out/result.csv", "--rejects",
        "out/rejects.csv",
      ], in: folder.scratch.url)
    #expect(again.exitCode == 1)
    let result = try folder.verify()
    #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("out/rejects.csv with "))
    try folder.edit("out/rejects.csv", "000002", "000003")
    #expect(try folder.verify().exitCode == 1)
  }

  @Test("JSON holds the verdict and each disagreement in parts")
  func json() throws {
    let folder = try VerifiedFolder()
    let good = try Self.object(folder.verify(["--format", "json"]))
    #expect(good["agrees"] as? Bool == true)
    #expect(good["rows"] as? Int == 3)
    #expect((good["weights"] as? [String: Any])?["agree"] as? Bool == true)
    #expect((good["disagreements"] as? [Any])?.isEmpty == true)
    let text = try folder.scratch.read("out/result.csv")
    try folder.scratch.write(text + "000004,x\n", to: "out/result.csv")
    let bad = try folder.verify(["--format", "json"])
    #expect(bad.exitCode == 1)
    let found = try #require(try Self.object(bad)["disagreements"] as? [[String: Any]])
    #expect(found.map { $0["kind"] as? String } == ["output-changed", "computed-otherwise"])
    #expect(found[1]["line"] as? Int == 5)
    #expect(found[1]["key"] as? String == "000004")
    #expect(found[1]["standing"] as? String == "000004,x")
    #expect(found[1]["computed"] == nil)
  }

  private static func object(_ result: CommandResult) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("what is missing or damaged is exit code 3, with what and where")
  func unusable() throws {
    let cases: [(change: (VerifiedFolder) throws -> Void, words: [String])] = [
      (
        { try FileManager.default.removeItem(at: $0.scratch.file(Self.manifest)) },
        ["there is no manifest out/result.csv.manifest.json", "steelyard score"]
      ),
      (
        { try FileManager.default.removeItem(at: $0.scratch.file("out/result.csv")) },
        ["cannot read out/result.csv: there is no such file"]
      ),
      (
        { try $0.scratch.write("{\"format\": ", to: Self.manifest) },
        ["out/result.csv.manifest.json:1:12: the manifest cannot be used: expected a value"]
      ),
      (
        { try $0.edit(Self.manifest, "\"formatVersion\" : 1", "\"formatVersion\" : 4") },
        ["the manifest has format 4, this program reads formats 1 to 3"]
      ),
      (
        { try $0.edit(Self.manifest, "\"rows\" : 3", "\"rows\" : -3") },
        ["result.rows: expected a count, found -3"]
      ),
      (
        { try $0.edit(Self.manifest, "../data/staff.csv", "/dev/zero") },
        ["cannot read /dev/zero: it is a pipe or a device"]
      ),
      (
        { try $0.edit(Self.manifest, "parameters.tenure_rate", "parameters.tenure_ratio") },
        ["it has no parameter parameters.tenure_ratio"]
      ),
    ]
    for (change, words) in cases {
      let folder = try VerifiedFolder()
      try change(folder)
      let result = try folder.verify()
      #expect(result.exitCode == 3, "\(result.output)")
      #expect(result.output.isEmpty)
      for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
    }
  }

  @Test(
    "a command line at fault is exit code 64",
    arguments: [
      (["--table", "stuff=x.csv"], "did you mean \"staff\""),
      (["--table", "staff=a.csv", "--table", "staff=b.csv"], "made from 1 file of"),
      (["--threads", "0"], "--threads must be at least 1"),
    ])
  func commandLine(arguments: [String], words: String) throws {
    let result = try VerifiedFolder().verify(arguments)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test("naming the manifest is told how to name the result")
  func namedManifest() throws {
    let result = try CommandRunner.run(["verify", "r.csv.manifest.json"])
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("name the result that it stands beside, r.csv"))
  }

  @Test("data from a pipe are recorded by what was read, and verified from a file that is named")
  func pipe() throws {
    let folder = try VerifiedFolder()
    let program = try CommandRunner.steelyard.path
    let scored = try CommandRunner.run(
      [
        "-c",
        "cat data/staff.csv | \(program) score policy/policy.yaml --data data "
          + "--table staff=/dev/stdin --output out/result.csv",
      ], executable: URL(fileURLWithPath: "/bin/bash"), in: folder.scratch.url)
    #expect(scored.exitCode == 0, "\(scored.errors)")
    let plain = try folder.verify()
    #expect(plain.exitCode == 3)
    #expect(plain.errors.contains("the table staff: it came from a pipe"), "\(plain.errors)")
    #expect(try folder.verify(["--table", "staff=data/staff.csv"]).exitCode == 0)
  }

  @Test("neither result nor manifest is written where the other cannot be")
  func together() throws {
    let folder = try VerifiedFolder()
    let old = try folder.scratch.read("out/result.csv")
    try FileManager.default.removeItem(at: folder.scratch.file(Self.manifest))
    try FileManager.default.createDirectory(
      at: folder.scratch.file(Self.manifest), withIntermediateDirectories: false)
    let result = try CommandRunner.run(
      [
        "score", "policy/policy.yaml", "--data", "data", "--output", "out/result.csv", "--measures",
      ], in: folder.scratch.url)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("result.csv.manifest.json: it is a folder"))
    #expect(try folder.scratch.read("out/result.csv") == old)
  }

  @Test("a manifest never takes the place of an input or of the rejects file")
  func protected() throws {
    let folder = try VerifiedFolder()
    let rejects = try CommandRunner.run(
      [
        "score", "policy/policy.yaml", "--data", "data", "--output", "out/result.csv", "--rejects",
        Self.manifest,
      ], in: folder.scratch.url)
    #expect(rejects.exitCode == 64)
    #expect(rejects.errors.contains("--rejects names the manifest of the result"))
    try FileManager.default.copyItem(
      at: folder.scratch.file("data/staff.csv"),
      to: folder.scratch.file("out/r.csv.manifest.json"))
    let input = try CommandRunner.run(
      [
        "score", "policy/policy.yaml", "--data", "data", "--output", "out/r.csv", "--table",
        "staff=out/r.csv.manifest.json",
      ], in: folder.scratch.url)
    #expect(input.exitCode == 64)
    #expect(input.errors.contains("is an input of this job"))
  }
}
