import Foundation
import TestSupport
import Testing

@Suite("publish and archive")
struct ArchiveCommandTests {
  private let folder: ArchivedFolder

  init() throws { folder = try ArchivedFolder() }

  private func publishAll() throws {
    let first = try folder.publish("2026Q1", ["--statements", "pages", "--with-data"])
    #expect(first.exitCode == 0, "\(first.errors)")
    try folder.score("2026Q2", ["--rejects", "out/rejects.csv"])
    #expect(try folder.publish("2026Q2").exitCode == 0)
    try folder.edit("policy/data/staff.csv", "1353.22", "1000")
    try folder.score("2026Q1", to: "corrected")
    let corrected = try folder.publish("corrected", ["--corrects", "1", "--reason", "objection 7"])
    #expect(corrected.exitCode == 0, "\(corrected.errors)")
    #expect(corrected.output.contains("corrects entry 1: 3 cells of 1 subject differ: 000201\n"))
  }

  @Test("a period is closed, listed, shown and verified")
  func story() throws {
    try publishAll()
    let list = try folder.archive("list", ["--format", "csv"]).output.split(separator: "\n")
    #expect(list.count == 4)
    #expect(list[1].hasPrefix("1,customer-manager-stars,1,2026-01-01,2026Q1,16,20"))
    #expect(list[3].contains(",Li Wei,1,objection 7,"))
    let head = try #require(list[3].split(separator: ",").last)
    let text = try folder.archive("list").output
    #expect(text.hasSuffix("hash of the last entry: \(head)\n"))
    let shown = try folder.archive("show", ["3"])
    for words in [
      "corrects   entry 1: objection 7", "differences from entry 1: 3 cells of 1 subject",
      "hash       \(head)", "input:staff     policy/data/staff.csv",
    ] {
      #expect(shown.output.contains(words), "\(shown.output)")
    }
    let first = try folder.archive("show", ["1"]).output
    #expect(first.contains("corrected by  entry 3") && first.contains("  3 statements"))
    let verified = try folder.archive("verify", ["--head", head.uppercased()])
    #expect(verified.exitCode == 0, "\(verified.output)")
    #expect(verified.output.contains("made again byte for byte: entry 1;"))
    #expect(verified.output.contains("their data are not archived: entries 2, 3"))
    #expect(verified.output.contains("is that of entry 3 of 3"))
    #expect(verified.errors.isEmpty)
  }

  @Test("sha256sum computes an entry's hash and checks its statements")
  func byHand() throws {
    try publishAll()
    let entry = try #require(
      try folder.archive("show", ["1", "--format", "json"]).json()["entry"] as? [String: Any])
    let hash = try #require(entry["hash"] as? String)
    try folder.scratch.write(
      try folder.archive("show", ["1", "--format", "record"]).output, to: "record.txt")
    #expect(try folder.shell("sha256sum record.txt").output == "\(hash)  record.txt\n")
    #expect(
      try folder.archive("extract", ["1", "--output", "taken"]).output
        == "steelyard verify taken/files/out/2026Q1.csv\n")
    let checked = try folder.shell(
      "cd taken; sha256sum entry.txt; cd statements; sha256sum -c ../statements.sha256")
    #expect(
      checked.output == "\(hash)  entry.txt\n1.html: OK\n2.html: OK\n3.html: OK\n")
  }

  @Test("what is taken out of an archive can be verified as it stands")
  func extraction() throws {
    try publishAll()
    let elsewhere = try TemporaryDirectory()
    let target = elsewhere.file("far/taken").path
    #expect(try folder.archive("extract", ["1", "--output", target]).exitCode == 0)
    let verified = try CommandRunner.run(
      ["verify", "files/out/2026Q1.csv"], in: elsewhere.file("far/taken"))
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    let hint = try folder.archive("extract", ["2", "--output", "second"]).output
    #expect(hint == "steelyard verify second/files/out/2026Q2.csv --data DIR\n")
    try folder.edit("policy/data/staff.csv", ",1000,1000,400,", ",1000,1353.22,400,")
    let second = try folder.run(
      ["verify", "second/files/out/2026Q2.csv", "--data", "policy/data"])
    #expect(second.exitCode == 0, "\(second.output)\(second.errors)")
    let again = try folder.archive("extract", ["1", "--output", "second"])
    #expect(again.exitCode == 64 && again.errors.contains("there is something in it"))
    #expect(try folder.scratch.names.filter { $0.hasPrefix(".unfinished") } == [])
  }

  @Test("corrections of the data are kept, and make the result again", arguments: [true, false])
  func corrections(keepsData: Bool) throws {
    #expect(try folder.publish("2026Q1").exitCode == 0)
    try folder.scratch.write(
      "table,key,row,column,old,new,reason,decided_by,date\n"
        + "staff,000201,,deposit_actual,1353.22,1000,booked twice,Wang Fang,2026-04-20\n",
      to: "decisions/corrections.csv")
    try folder.score("2026Q1", to: "corrected", ["--corrections", "decisions/corrections.csv"])
    let published = try folder.publish(
      "corrected",
      ["--corrects", "1", "--reason", "objection 7"] + (keepsData ? ["--with-data"] : []))
    #expect(published.exitCode == 0, "\(published.errors)")
    #expect(published.output.contains("3 cells of 1 subject differ: 000201"))
    let shown = try folder.archive("show", ["2"]).output
    #expect(shown.contains("corrections     decisions/corrections.csv"))
    try FileManager.default.removeItem(at: folder.scratch.file("decisions"))
    let more = keepsData ? [] : ["--data", "policy/data"]
    let verified = try folder.archive("verify", ["--entry", "2"] + more)
    #expect(verified.exitCode == 0, "\(verified.output)")
    #expect(verified.output.contains("made again byte for byte: entry 2"))
    _ = try folder.archive("extract", ["2", "--output", "taken"])
    let again = try folder.run(["verify", "taken/files/out/corrected.csv"] + more)
    #expect(again.exitCode == 0, "\(again.output)\(again.errors)")
  }

  @Test("data at hand make an entry again that has none, and other data are told")
  func dataAtHand() throws {
    try publishAll()
    let agrees = try folder.archive("verify", ["--entry", "3", "--data", "policy/data"])
    #expect(agrees.exitCode == 0, "\(agrees.output)")
    #expect(agrees.output.contains("made again byte for byte: entry 3"))
    let differs = try folder.archive("verify", ["--entry", "2", "--data", "policy/data"])
    #expect(differs.exitCode == 1)
    #expect(
      differs.output.contains("  entry 2: the data of staff in policy/data/staff.csv have changed"))
    let without = try folder.archive("verify", ["--data", "policy/data"])
    #expect(without.exitCode == 64 && without.errors.contains("--entry"))
  }

  @Test("a hash that is not in the chain is told")
  func otherHead() throws {
    try publishAll()
    let other = String(repeating: "ab", count: 32)
    let result = try folder.archive("verify", ["--head", other, "--format", "json"])
    #expect(result.exitCode == 1)
    let document = try result.json()
    #expect(document["agrees"] as? Bool == false && document["entries"] as? Int == 3)
    let fault = try #require((document["faults"] as? [[String: Any]])?.first)
    #expect(fault["kind"] as? String == "head")
    #expect(try folder.archive("verify", ["--head", "ab"]).exitCode == 64)
  }

  @Test("a closed period stays closed, whoever asks")
  func closed() throws {
    try publishAll()
    let before = try Data(contentsOf: folder.scratch.file("archive.sqlite"))
    let result = try folder.publish("2026Q1")
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("2026Q1 of customer-manager-stars is closed: Li Wei"))
    #expect(result.errors.contains("--corrects 3 --reason"))
    let wrong = try folder.publish("corrected", ["--corrects", "2", "--reason", "x"])
    #expect(wrong.exitCode == 64, "\(wrong.errors)")
    #expect(try folder.publish("corrected", ["--corrects", "3"]).exitCode == 64)
    #expect(try Data(contentsOf: folder.scratch.file("archive.sqlite")) == before)
  }

  @Test("nothing is published that cannot be made again")
  func changedResult() throws {
    try folder.edit("out/2026Q1.csv", "000201,", "000209,")
    let result = try folder.publish()
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("out/2026Q1.csv has changed since it was written"))
    #expect(result.errors.contains("nothing was published"))
    #expect(!FileManager.default.fileExists(atPath: folder.scratch.file("archive.sqlite").path))
  }

  static let refusals: [(more: [String], exitCode: Int32, words: String)] = [
    (["--by", " "], 64, "who publishes cannot stand in an archive"),
    (["--statements", "none"], 64, "there is no such folder"),
    (["--archive", "none/archive.sqlite"], 3, "cannot open none/archive.sqlite"),
    (["--archive", "out/2026Q1.csv"], 3, "is no SQLite database"),
    (["--archive", "pages/archive.sqlite", "--statements", "pages"], 64, "lies in the folder"),
    (["--data", "out"], 3, "cannot read out/staff.csv"),
    (["--corrects", "1", "--reason", "x"], 3, "there is no such archive"),
  ]

  @Test("what cannot be published is said clearly, and nothing is left", arguments: refusals)
  func refused(more: [String], exitCode: Int32, words: String) throws {
    let before = try folder.scratch.snapshot()
    let result = try folder.publish("2026Q1", more)
    #expect(result.exitCode == exitCode)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try folder.scratch.snapshot() == before)
  }

  @Test("a result without a period is refused")
  func withoutPeriod() throws {
    let scored = try folder.run(
      ["score", "policy/stars.yaml", "--data", "policy/data", "--output", "out/plain.csv"])
    #expect(scored.exitCode == 0)
    let result = try folder.publish("plain")
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("out/plain.csv has no period"))
    #expect(result.errors.contains("--period"))
  }

  static let readers = [
    ["list"], ["show", "1"], ["verify"], ["extract", "1", "--output", "x"],
    ["policy", "p", "--on", "2026-01-01", "--output", "x"],
  ]

  @Test("what is no archive is told and left as it is", arguments: readers)
  func noArchive(arguments: [String]) throws {
    try folder.scratch.write("", to: "empty")
    for (name, words) in [
      ("none", "there is no such archive"), ("out/2026Q1.csv", "is no SQLite database"),
      ("empty", "nothing has been published"),
    ] {
      let before = try folder.scratch.snapshot()
      let result = try folder.run(
        ["archive", arguments[0], name] + arguments.dropFirst())
      #expect(result.exitCode == 3, "\(name)")
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(try folder.scratch.snapshot() == before)
    }
  }

  @Test("a folder stands for the archive in it, which a reader does not touch")
  func place() throws {
    #expect(try folder.publish("2026Q1", ["--archive", "."]).exitCode == 0)
    let before = try folder.scratch.snapshot()
    #expect(try folder.run(["archive", "verify", "."]).exitCode == 0)
    #expect(try folder.run(["archive", "list", "./"]).output.contains("2026Q1"))
    #expect(try folder.scratch.snapshot() == before)
  }

  @Test("the policy of a day is written with its files, and can be checked")
  func policy() throws {
    try publishAll()
    let name = "customer-manager-stars"
    let result = try folder.archive("policy", [name, "--on", "2026/3/31", "--output", "then"])
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output == "then/stars.yaml\n")
    #expect(try folder.run(["check", "then/stars.yaml"]).exitCode == 0)
    let early = try folder.archive("policy", [name, "--on", "2025-12-31", "--output", "early"])
    #expect(early.exitCode == 64 && early.errors.contains("no policy \(name) that holds on 2025"))
    #expect(early.errors.contains("; its first version holds from "))
    let unknown = try folder.archive("policy", ["stars", "--on", "2026-03-31", "--output", "x"])
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("no policy stars; its only policy is"), "\(unknown.errors)")
    #expect(try folder.archive("policy", [name, "--on", "soon", "--output", "x"]).exitCode == 64)
  }

  @Test("JSON says the same as the text")
  func json() throws {
    let result = try folder.publish("2026Q1", ["--statements", "pages", "--format", "json"])
    let published = try result.json()
    #expect(published["statements"] as? Int == 3)
    let entry = try #require(published["entry"] as? [String: Any])
    let list = try folder.archive("list", ["--format", "json"]).json()
    #expect(list["head"] as? String == entry["hash"] as? String)
    let shown = try folder.archive("show", ["1", "--format", "json"]).json()
    #expect((shown["statements"] as? [Any])?.count == 3)
    #expect((shown["files"] as? [[String: Any]])?.first?["role"] as? String == "result")
  }
}
