import Foundation
import TestSupport
import Testing

@Suite("import makes tables of messy exports")
struct ImportTests {
  private static let maps = Project.invalid.appendingPathComponent("maps")

  @Test(
    "A map with one fault is refused with the words it must say, in one message",
    arguments: try Expectation.all("maps"))
  func faultyMaps(expectation: Expectation) throws {
    let scratch = try TemporaryDirectory()
    let result = try CommandRunner.run(
      ["import", "\(expectation.name).yaml", "x.csv", "--output", scratch.file("out").path],
      in: Self.maps)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty)
    #expect(try scratch.names.isEmpty)
    let faults = result.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(faults.count == 1, "one fault, one message: \(result.errors)")
  }

  @Test("Every faulty map has its expectation")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.maps.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(files) == Set(try Expectation.all("maps").map(\.name)))
  }

  /// A folder with a map and two files.
  private func folder(_ roster: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      import: trial
      sources:
        roster: {file: "r*", columns: {staff_id: {header: 工号, type: id}, branch: 机构}}
        ledger: {file: "l*", columns: {staff_id: {header: 工号, type: id}, deposit: {header: 存款, type: number}}}
      tables:
        staff: {from: roster, key: staff_id}
        business: {from: ledger}

      """, to: "map.yaml")
    try folder.write("工号,机构\n" + roster, to: "r.csv")
    try folder.write("工号,存款\n001,\"1,200\"\n002,近5\n003,4\n", to: "l.csv")
    return folder
  }

  private static let command = ["import", "map.yaml", "r.csv", "l.csv", "--output", "out"]

  @Test("Repairs, rejected rows and what is set aside are counted, and the exit code is 1")
  func findings() throws {
    let folder = try folder("001,海港\n002,海港\n003,河畔\n")
    let result = try CommandRunner.run(Self.command, in: folder.url)
    #expect(result.exitCode == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("r.csv: 3 rows in, 2 used, 0 rejected, 1 set aside"))
    #expect(result.errors.contains("l.csv: 3 rows in, 2 used, 1 rejected"))
    #expect(try folder.read("out/business.csv") == "staff_id,deposit\n001,1200\n003,4\n")
    #expect(try folder.read("out/staff.csv") == "staff_id,branch\n001,海港\n003,河畔\n")
    // What was written is written again as it stands.
    try folder.write(
      try folder.read("map.yaml").replacing("工号", with: "staff_id").replacing("机构", with: "branch")
        .replacing("存款", with: "deposit").replacing("r*", with: "s*").replacing("l*", with: "b*"),
      to: "again.yaml")
    let again = try CommandRunner.run(
      ["import", "again.yaml", "out/staff.csv", "out/business.csv", "--output", "again"],
      in: folder.url)
    #expect(again.exitCode == 0)
    for name in ["staff.csv", "business.csv"] {
      #expect(try folder.read("again/\(name)") == folder.read("out/\(name)"))
    }
    #expect(try folder.read("again/repairs.csv") == "file,row,column,before,after,rule\n")
  }

  @Test("Questions are listed with their answers, and nothing is written")
  func questions() throws {
    let folder = try folder("001,海港\n002,海港\n001,河畔\n")
    let result = try CommandRunner.run(Self.command, in: folder.url)
    #expect(result.exitCode == 3)
    #expect(
      result.errors == """
        r.csv: the same staff_id stands in rows with another branch, as after a transfer
          line 4: staff_id 001, as on line 2
          answer in the map, under sources.roster:
            transfers: reject                                  rejects all rows of such a staff_id
            transfers: last                                    takes the last row, and logs that the others are left out
            transfers: {split: branch, from: ..., until: ...}  makes each row a subject of its own, by the days between two columns
        1 question to answer in the map; nothing was written

        """)
    #expect(try !folder.names.contains("out"))
  }

  @Test("Faults of files are listed together, and an old result stays as it was")
  func faults() throws {
    let folder = try folder("001,海港\n")
    try folder.write("工 号,余额\n1,2\n", to: "l.csv")
    try folder.write("old", to: "out/staff.csv")
    try folder.write("old", to: "out/repairs.csv")
    let result = try CommandRunner.run(
      Self.command + ["other.csv"], in: folder.url)
    #expect(result.exitCode == 3)
    for word in ["other.csv belongs to no source", "no header is \"存款\", for column deposit"] {
      #expect(result.errors.contains(word), "\(result.errors)")
    }
    #expect(try folder.read("out/staff.csv") == "old")
  }

  @Test(
    "A file that no import wrote is not written over, and a folder that is none is told at once")
  func others() throws {
    let folder = try folder("001,海港\n")
    try folder.write("an export", to: "out/staff.csv")
    let other = try CommandRunner.run(Self.command, in: folder.url)
    #expect(other.exitCode == 64)
    #expect(other.errors.contains("out/staff.csv is there already, and no import wrote it"))
    #expect(try folder.read("out/staff.csv") == "an export")
    let map = ["import", "map.yaml", "r.csv", "l.csv", "--output", "l.csv"]
    let wrong = try CommandRunner.run(map, in: folder.url)
    #expect(wrong.exitCode == 64)
    #expect(wrong.errors.contains("part of the path is a file"))
  }

  @Test("An output that is an input is refused")
  func inPlace() throws {
    let folder = try folder("001,海港\n")
    try folder.copy(folder.file("r.csv"), to: "rejects.csv")
    let result = try CommandRunner.run(
      ["import", "map.yaml", "rejects.csv", "l.csv", "--output", "."], in: folder.url)
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("rejects.csv is an input of this job"))
  }
}
