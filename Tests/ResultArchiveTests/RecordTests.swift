import ResultRecords
import Testing

@testable import ResultArchive

@Suite("The record of an entry")
struct RecordTests {
  private static func digest(_ text: String) -> ContentDigest {
    ContentDigest(of: Array(text.utf8))
  }

  private static let files = [
    EntryFile(role: .result, digest: digest("r"), isKept: true, path: "out/result 1.csv"),
    EntryFile(role: .manifest, digest: digest("m"), isKept: true, path: "out/m.json"),
    EntryFile(role: .policy, digest: digest("p"), isKept: true, path: "政策/policy.yaml"),
    EntryFile(role: .input(table: "staff"), digest: digest(""), isKept: false, path: "staff.csv"),
  ]

  private static func entry(
    effectiveFrom: String? = "2026-01-01", correction: ArchiveEntry.Correction? = nil
  ) -> ArchiveEntry {
    ArchiveEntry(
      number: 2, previous: ArchiveEntry.noHash, publishedAt: "2026-04-05T06:07:08Z",
      publishedBy: "李 伟", program: "1.2.3", policy: "managers", version: "1 b",
      effectiveFrom: effectiveFrom, period: "2026Q1", rows: 16, correction: correction, files: files
    )
  }

  static let entries = [
    entry(), entry(effectiveFrom: nil),
    entry(correction: .init(entry: 1, reason: "an account: 3 > 2")),
  ]

  @Test("is read back as it was written", arguments: entries)
  func roundTrip(entry: ArchiveEntry) {
    #expect(ArchiveEntry(record: entry.record) == entry)
  }

  @Test("has files of tables with spaces in their names")
  func spaces() {
    for (table, path) in [("new accounts", "a b.csv"), ("a  b", "c  d"), ("1 2 3", "4 5")] {
      let file = EntryFile(
        role: .input(table: table), digest: Self.digest("s"), isKept: true, path: path)
      #expect(EntryFile(line: file.line) == file)
    }
  }

  @Test("is these lines")
  func lines() {
    // Hashes by sha256sum.
    let expected = """
      steelyard-archive-entry 1
      number 2
      previous 0000000000000000000000000000000000000000000000000000000000000000
      published-at 2026-04-05T06:07:08Z
      published-by 李 伟
      program 1.2.3
      policy managers
      version 1 b
      effective-from 2026-01-01
      period 2026Q1
      rows 16
      corrects 1
      reason late
      kept result 454349e422f05297191ead13e21d3db520e5abef52055e4964b82fb213f593a1 1 out/result 1.csv
      kept manifest 62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a 1 out/m.json
      kept policy 148de9c5a7a44d19e56cd9ae1a554bf67847afb0c58f6e12fa29ac7ddfca9940 1 政策/policy.yaml
      seen input:staff e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 staff.csv

      """
    #expect(Self.entry(correction: .init(entry: 1, reason: "late")).record == expected)
  }

  static let changes = [
    ("number 2", "number 02"), ("number 2", "number +2"), ("period 2026Q1\n", ""),
    ("rows 16", "rows x"), ("\n", "\r\n"), ("entry 1", "entry 2"), ("out/", "../"),
    ("out/", "/out/"), ("out/", "out//"), ("kept result", "seen result"), ("seen", "lost"),
    ("input:staff", "input:"), ("staff.csv\n", "staff.csv"), ("staff.csv\n", "staff.csv\nmore\n"),
    ("previous 0", "previous x"), ("kept policy", "kept polish"), ("454349e4", "454349E4"),
  ]

  @Test("that would be written otherwise is none", arguments: changes)
  func damaged(old: String, new: String) {
    let record = Self.entry().record
    let changed = record.replacing(old, with: new)
    #expect(changed != record)
    #expect(ArchiveEntry(record: changed) == nil)
  }

  @Test("holds no text that would break its lines")
  func texts() {
    for text in ["", " a", "a ", "a\nb", "a\tb", "a\u{0}", "a\u{2028}b", "\u{85}", "\u{301}a"] {
      #expect(RecordText.fault(of: text) != nil)
    }
    for text in ["a", "李 伟", "a: b, c"] { #expect(RecordText.fault(of: text) == nil) }
    for path in ["../a", "/a", "a//b", "a/./b", "a\\b", "a/", "", "\u{301}a", "a/\u{301}b"] {
      #expect(!RecordText.isInnerPath(path), "\(path)")
    }
  }

  @Test("names files as seen from the folder that holds them all")
  func tree() {
    let tree = JobTree(result: "/no/such/q1/out/r.csv", others: ["../data/s.csv", "../p/p.yaml"])
    #expect(tree.path(of: "r.csv") == "out/r.csv")
    #expect(tree.path(of: "../data/s.csv") == "data/s.csv")
    let far = JobTree(result: "/no/q1/r.csv", others: ["../../mnt/s.csv", "policy.yaml"])
    #expect(far.path(of: "../../mnt/s.csv") == "mnt/s.csv")
    #expect(far.path(of: "r.csv") == "no/q1/r.csv")
    let near = JobTree(result: "/no/q1/r.csv", others: ["s.csv"])
    #expect(near.path(of: "s.csv") == "s.csv")
  }

  @Test("the list of statements is that of sha256sum, and nothing else is read as one")
  func statements() {
    let hash = Self.digest("").sha256
    let list = StatementList([.init(name: "a/一.html", hash: hash), .init(name: "b  c", hash: hash)])
    #expect(String(decoding: list.bytes, as: UTF8.self) == "\(hash)  a/一.html\n\(hash)  b  c\n")
    #expect(StatementList(list.bytes)?.statements == list.statements)
    #expect(StatementList([])?.statements == [])
    for text in ["\(hash) a\n", "\(hash)  a", "\(hash)  ../a\n", "x\n", "\(hash)  a\n\n"] {
      #expect(StatementList(Array(text.utf8)) == nil)
    }
  }
}
