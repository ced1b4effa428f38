import Foundation
import ResultRecords
import SQLiteAccess
import SeededRandom
import TestSupport
import Testing

@testable import ResultArchive

@Suite("An archive that somebody has changed")
struct TamperingTests {
  private static let rounds = LongTests.rounds(150, long: 20_000)

  private let small: SmallArchive
  private let bytes: [UInt8]

  init() throws {
    small = try SmallArchive()
    try small.fill()
    bytes = Array(try Data(contentsOf: small.folder.file("archive.sqlite")))
  }

  private func place(of text: String) throws -> Int {
    let found = try #require(Data(bytes).range(of: Data(text.utf8)), "\(text)")
    return found.lowerBound
  }

  static let places: [(text: String, kind: ArchiveFault.Kind, entry: Int, words: String)] = [
    ("policy: small", .content, 1, "policy policy.yaml: its content has changed"),
    ("1,90\n2,85.1", .content, 1, "input:staff data/staff.csv: its content has changed"),
    ("statement 2", .content, 1, "statement 2.html: its content has changed"),
    ("  style/page.css", .content, 1, "statements statements.sha256: its content has changed"),
    ("period\" : \"2026Q2", .content, 2, "manifest out/result.csv.manifest.json: its content"),
    ("number 1\nprevious", .record, 1, "its record has changed"),
    ("reason an objection", .record, 3, "its record has changed"),
    ("1,,total,90,91", .content, 3, "differences differences.csv: its content has changed"),
  ]

  @Test("by one byte is told, with entry and file", arguments: places)
  func oneByte(text: String, kind: ArchiveFault.Kind, entry: Int, words: String) throws {
    var bytes = bytes
    bytes[try place(of: text) + text.utf8.count - 1] ^= 1
    try small.folder.write(bytes, to: "archive.sqlite")
    let first = try #require(try small.faults().first)
    #expect(first.kind == kind && first.entry == entry)
    #expect(first.message.contains(words), "\(first.message)")
  }

  @Test("by any one byte is told, or it was none that anything is read from")
  func anyByte() throws {
    let whole = try small.extracted()
    var generator = SplitMix64(seed: 31)
    var unread = 0
    for _ in 0..<Self.rounds {
      var changed = bytes
      let place = generator.next(below: bytes.count)
      changed[place] ^= UInt8(1 + generator.next(below: 255))
      try small.folder.write(changed, to: "archive.sqlite")
      let isTold = (try? !small.faults().isEmpty) ?? true
      if isTold { continue }
      unread += 1
      #expect(try small.extracted() == whole, "byte \(place)")
    }
    print("\(unread) of \(Self.rounds) bytes were in places that nothing is read from")
    #expect(unread < Self.rounds)
  }

  /// Runs statements after taking away what refuses them, and puts that back.
  private func change(_ statements: String) throws {
    let database = try Database(small.file, access: .writing)
    var triggers: [(name: String, text: String)] = []
    try database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") { row in
      triggers.append((row.value(0).text ?? "", row.value(1).text ?? ""))
    }
    for trigger in triggers { try database.execute("DROP TRIGGER \(trigger.name)") }
    try database.execute(statements)
    for trigger in triggers { try database.execute(trigger.text) }
  }

  static let changes: [(statements: String, kind: ArchiveFault.Kind, words: String)] = [
    ("DELETE FROM entries WHERE number = 2", .chain, "so one is missing"),
    ("DELETE FROM entries WHERE number = 1", .chain, "so one is missing"),
    ("UPDATE entries SET hash = upper(hash)", .record, "its record has changed"),
    ("DELETE FROM contents WHERE id = 1", .content, "its content is not there"),
    ("DELETE FROM pieces WHERE content = 2", .content, "its content has changed"),
    ("UPDATE contents SET size = size + 1 WHERE id = 3", .content, "its content has changed"),
    ("INSERT INTO pieces VALUES (1, 1, x'00')", .content, "its content has changed"),
    ("INSERT INTO pieces VALUES (99, 0, x'00')", .content, "belong to no content"),
    ("INSERT INTO contents (sha256, size) VALUES ('0', 0)", .content, "belong to no entry"),
    ("DROP TRIGGER IF EXISTS none; CREATE TABLE more (a)", .database, "that no archive has"),
    (
      "UPDATE entries SET record = (SELECT record FROM entries WHERE number = 1), "
        + "hash = (SELECT hash FROM entries WHERE number = 1) WHERE number = 2",
      .record, "its record is that of entry 1"
    ),
  ]

  @Test("by statements is told", arguments: changes)
  func statements(statements: String, kind: ArchiveFault.Kind, words: String) throws {
    try change(statements)
    let faults = try small.faults()
    #expect(
      faults.contains { $0.kind == kind && $0.message.contains(words) }, "\(faults.map(\.message))")
  }

  @Test("by taking away a trigger is told")
  func triggers() throws {
    try Database(small.file, access: .writing).execute("DROP TRIGGER entries_update")
    let faults = try small.faults()
    #expect(faults.map(\.kind) == [.database])
    #expect(faults.first?.message.contains("entries_update") == true)
  }

  /// Puts another record in the place of an entry's, with the hash that fits.
  private func replace(_ number: Int, _ edit: (String) -> String) throws {
    let record = edit(try small.open().entry(number).record)
    let hash = ContentDigest(of: Array(record.utf8)).sha256
    try change(
      "UPDATE entries SET record = '\(record)', hash = '\(hash)' WHERE number = \(number)")
  }

  @Test("by a record with its hash is told by the entry after it")
  func forgedRecord() throws {
    try replace(2) { $0.replacing("by Li Wei", with: "by Wang Fang") }
    let faults = try small.faults()
    #expect(faults.map(\.entry) == [3] && faults.map(\.kind) == [.chain])
  }

  @Test("by its last record with its hash is told only by the hash written down elsewhere")
  func forgedHead() throws {
    let head = try small.open().entry(3).hash
    try replace(3) { $0.replacing("by Li Wei", with: "by Wang Fang") }
    let verification = try ArchiveVerification(of: small.open())
    #expect(verification.faults == [])
    #expect(!verification.entries.map(\.hash).contains(head))
  }

  @Test("by a record that disagrees with its manifest or closes a period twice is told")
  func otherFacts() throws {
    try replace(3) { $0.replacing("period 2026Q1", with: "period 2026Q2") }
    #expect(Set(try small.faults().map(\.kind)) == [.manifest, .closing])
    try replace(3) {
      $0.replacing("period 2026Q2", with: "period 2026Q1").replacing("rows 2", with: "rows 3")
    }
    #expect(try small.faults().map(\.kind) == [.manifest])
  }
}
