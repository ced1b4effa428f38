import Foundation
import ResultRecords
import SQLiteAccess
import TestSupport
import Testing

@testable import ResultArchive

@Suite("Publishing")
struct PublishingTests {
  private func error(_ body: () throws -> Void) -> ArchiveError? {
    do {
      try body()
      return nil
    } catch {
      return error as? ArchiveError
    }
  }

  @Test("chains each entry to the one before")
  func chain() throws {
    let small = try SmallArchive()
    try small.fill()
    let entries = try small.open().entries()
    #expect(entries.map(\.number) == [1, 2, 3])
    #expect(entries.map(\.period) == ["2026Q1", "2026Q2", "2026Q1"])
    #expect(entries.map(\.correction?.entry) == [nil, nil, 1])
    #expect(entries.map(\.effectiveFrom) == ["2026-01-01", "2026-01-01", "2026-01-01"])
    #expect(entries[0].previous == ArchiveEntry.noHash)
    #expect(entries[1].previous == entries[0].hash && entries[2].previous == entries[1].hash)
    #expect(try small.faults() == [])
  }

  @Test("keeps every file as it was, and lists it")
  func contents() throws {
    let small = try SmallArchive()
    let before = try small.folder.snapshot()
    let entry = try small.publish(small.publication())
    #expect(
      entry.files.map { "\($0.role) \($0.path)" } == [
        "result out/result.csv", "manifest out/result.csv.manifest.json", "policy policy.yaml",
        "input:staff data/staff.csv", "statements statements.sha256",
      ])
    let taken = try small.extracted()
    for name in ["policy.yaml", "data/staff.csv", "out/result.csv", "out/result.csv.manifest.json"]
    {
      #expect(try taken["1/files/\(name)"] == small.folder.snapshot()[name], "\(name)")
    }
    for name in ["1.html", "2.html", "3.html", "style/page.css"] {
      #expect(taken["1/statements/\(name)"] == before["pages/\(name)"], "\(name)")
    }
    #expect(taken["1/entry.txt"] == Data(entry.record.utf8))
  }

  @Test("stores the same bytes once, and large ones in pieces")
  func sharing() throws {
    let small = try SmallArchive()
    let large = (0..<(3 << 20) + 5).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    try small.folder.write(large, to: "pages/large.bin")
    try small.folder.write(large, to: "pages/large again.bin")
    try small.folder.write([], to: "pages/empty")
    try small.publish(small.publication())
    try small.publish(small.publication("2026Q2"))
    let size = try Data(contentsOf: small.folder.file("archive.sqlite")).count
    #expect(size < large.count * 3 / 2)
    let taken = try small.extracted()
    #expect(taken["2/statements/large again.bin"] == Data(large))
    #expect(taken["2/statements/empty"] == Data())
    #expect(try small.faults() == [])
  }

  @Test("closes a period of a policy once")
  func closed() throws {
    let small = try SmallArchive()
    try small.fill()
    let before = try Data(contentsOf: small.folder.file("archive.sqlite"))
    let again = try small.publication()
    guard case .closed(let entry) = error({ try small.publish(again) }) else {
      Issue.record("a closed period was published again")
      return
    }
    #expect(entry.number == 3)
    #expect(try Data(contentsOf: small.folder.file("archive.sqlite")) == before)
  }

  @Test("corrects the last word on the same period of the same policy, and nothing else")
  func corrections() throws {
    let small = try SmallArchive()
    try small.fill()
    for (number, words) in [(1, "entry 3 corrects it already"), (2, "it is 2026Q2 of small")] {
      let correction = try small.correction(of: number)
      let found = error { try small.publish(correction) }
      #expect(found?.description.contains(words) == true, "\(number)")
      #expect(found?.isOfTheCommandLine == true)
    }
    let absent = try small.correction(of: 9)
    #expect(error { try small.publish(absent) }?.description.contains("no entry 9") == true)
    #expect(try small.publish(small.correction(of: 3, staff: "id,a\n1,1\n")).number == 4)
    let archive = try small.open()
    let differences = try archive.differences(of: archive.entry(4))
    #expect(
      differences == [
        ArchivedDifference(
          key: "1", period: "", column: "total", old: "90", new: "91", change: 1)
      ])
    #expect(try archive.differences(of: archive.entry(1)) == nil)
  }

  @Test("refuses a result without a period, and texts that would break lines")
  func refusals() throws {
    let small = try SmallArchive()
    let without = try small.publication(nil)
    #expect(error { try small.publish(without) }?.description.contains("period") == true)
    var broken = try small.publication()
    broken.publishedBy = "Li\nWei"
    #expect(error { try small.publish(broken) }?.isOfTheCommandLine == true)
    for name in ["back\\slash", "two\nlines", " blank"] {
      let file = small.folder.file("pages/\(name)")
      try Data().write(to: file)
      let publication = try small.publication()
      #expect(error { try small.publish(publication) } == .unusableName(file: file.path))
      try FileManager.default.removeItem(at: file)
    }
    #expect(error { _ = try small.open() } == .empty(file: small.file))
  }

  @Test(
    "refuses files that are no longer what was verified", arguments: ["result.csv", "manifest"])
  func changed(name: String) throws {
    let small = try SmallArchive()
    try small.publish(small.publication())
    let publication = try small.publication("2026Q2")
    let other = try small.publication("2026Q3", staff: "id,a\n1,1\n")
    // The manifest alone, or both with what they were first.
    let changed = name == "manifest" ? publication : other
    if name != "manifest" { try small.folder.write("id\n", to: "out/result.csv") }
    guard case .changed = error({ try small.publish(changed) }) else {
      Issue.record("a file changed unseen")
      return
    }
    #expect(try small.open().entries().count == 1)
    #expect(try small.faults() == [])
  }

  @Test("gives the policy that was in force on a day")
  func policies() throws {
    let small = try SmallArchive()
    try small.publish(small.publication())
    let later = SmallArchive.policy.replacing("2026-01-01", with: "2026-07-01")
      .replacing("\"7\"", with: "\"8\"")
    try small.folder.write(later, to: "policy.yaml")
    try small.publish(small.publication("2026Q3"))
    // Published last, but in force first.
    try small.folder.write(SmallArchive.policy, to: "policy.yaml")
    try small.publish(small.correction(of: 1))
    let archive = try small.open()
    for (date, number) in [("2026-01-01", 3), ("2026-06-30", 3), ("2026-07-01", 2)] {
      #expect(try archive.policy("small", on: date).number == number, "\(date)")
    }
    let faults = [
      ("small", "2025-12-31", "its first version holds from 2026-01-01"),
      ("other", "2026-07-01", "its only policy is small"),
    ]
    for (name, date, words) in faults {
      let found = error { _ = try archive.policy(name, on: date) }
      #expect(found?.description.contains(words) == true)
    }
    let target = try TemporaryDirectory()
    let file = try archive.extractPolicy(of: archive.entry(2), into: target.path)
    #expect(file == "policy.yaml")
    #expect(try target.read(file) == later)
  }

  @Test(
    "refuses to change or take away what is there", arguments: ["entries", "contents", "pieces"])
  func triggers(table: String) throws {
    let small = try SmallArchive()
    try small.fill()
    let database = try Database(small.file, access: .writing)
    for statement in [
      "DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid + 9",
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
    ] {
      #expect(throws: DatabaseError.self, "\(statement)") { try database.execute(statement) }
    }
    #expect(try small.faults() == [])
  }

  @Test("is refused by other databases and by archives of a newer format")
  func foreign() throws {
    let small = try SmallArchive()
    let database = try Database(small.file, access: .writing)
    try database.execute("CREATE TABLE t (a)")
    let publication = try small.publication()
    #expect(error { try small.publish(publication) } == .notAnArchive(file: small.file))
    #expect(error { _ = try small.open() } == .notAnArchive(file: small.file))
    let other = try SmallArchive()
    try other.fill()
    try Database(other.file, access: .writing).execute("PRAGMA user_version = 2")
    #expect(error { _ = try other.open() } == .newerFormat(file: other.file, found: 2))
    let more = try other.publication("2026Q4")
    #expect(error { try other.publish(more) } == .newerFormat(file: other.file, found: 2))
  }
}
