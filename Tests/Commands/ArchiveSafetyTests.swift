import Foundation
import SeededRandom
import TestSupport
import Testing

/// `publish` under `kill -9`, beside another one, and on disks that take no more.
@Suite("An archive that is written to")
struct ArchiveSafetyTests {
  private static let rounds = LongTests.rounds(12, long: 100)

  private let folder: ArchivedFolder

  init() throws {
    folder = try ArchivedFolder()
    #expect(try folder.publish("2026Q1", ["--statements", "pages", "--with-data"]).exitCode == 0)
    try folder.score("2026Q2")
  }

  /// How many entries an archive has that nothing is wrong with.
  private func soundCount(_ file: String = "archive.sqlite") throws -> Int {
    let verified = try folder.run(["archive", "verify", file, "--format", "json"])
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    return try #require(try verified.json()["entries"] as? Int)
  }

  @Test("holds an entry wholly or not at all when the publication is killed")
  func killed() throws {
    // Enough to be in the midst of it.
    for number in 0..<400 {
      try folder.scratch.write(
        String(repeating: "statement \(number)\n", count: 2000), to: "many/\(number).html")
    }
    let base = try Data(contentsOf: folder.scratch.file("archive.sqlite"))
    let arguments = ArchivedFolder.arguments("2026Q2") + ["--statements", "many"]
    let start = Date()
    #expect(try folder.run(arguments).exitCode == 0)
    let seconds = Date().timeIntervalSince(start)
    #expect(try soundCount() == 2)
    var generator = SplitMix64(seed: 5)
    var (without, with) = (0, 0)
    for _ in 0..<Self.rounds {
      try base.write(to: folder.scratch.file("archive.sqlite"))
      try? FileManager.default.removeItem(at: folder.scratch.file("archive.sqlite-journal"))
      let run = try StartedCommand(arguments, in: folder.scratch.url)
      usleep(UInt32(Double.random(in: 0.1...1.4, using: &generator) * seconds * 1e6))
      run.kill()
      let isThere = try soundCount() == 2
      if isThere { with += 1 } else { without += 1 }
      // Whatever was left behind, the next one publishes, or finds it done.
      #expect(try folder.run(arguments).exitCode == (isThere ? 3 : 0))
      #expect(try soundCount() == 2)
    }
    print("kill -9 at \(Self.rounds) moments: \(without) left the old archive, \(with) the new one")
    #expect(without > 0)
  }

  @Test("that is new holds the first entry wholly or not at all when it is killed")
  func killedWhileMade() throws {
    let arguments =
      ["publish", "out/2026Q2.csv", "--archive", "new.sqlite", "--by", "x"]
      + ["--statements", "pages"]
    var generator = SplitMix64(seed: 6)
    for _ in 0..<Self.rounds {
      let run = try StartedCommand(arguments, in: folder.scratch.url)
      usleep(UInt32.random(in: 0...60_000, using: &generator))
      run.kill()
      let again = try folder.run(arguments)
      #expect([0, 3].contains(again.exitCode), "\(again.errors)")
      #expect(try soundCount("new.sqlite") == 1)
      try FileManager.default.removeItem(at: folder.scratch.file("new.sqlite"))
    }
  }

  @Test("is not hurt, and nothing is left, when the one who takes an entry out interrupts it")
  func interrupted() throws {
    for number in 0..<1500 {
      try folder.scratch.write("statement \(number)\n", to: "many/\(number % 40)/\(number).html")
    }
    #expect(try folder.publish("2026Q2", ["--statements", "many"]).exitCode == 0)
    let names = try folder.scratch.names
    let extraction = ["archive", "extract", "archive.sqlite", "2", "--output", "taken"]
    #expect(try folder.run(extraction).exitCode == 0)
    let taken = folder.scratch.file("taken")
    let whole = try FileManager.default.subpathsOfDirectory(atPath: taken.path).count
    try FileManager.default.removeItem(at: taken)
    var generator = SplitMix64(seed: 8)
    var interruptions = 0
    for _ in 0..<Self.rounds {
      let run = try StartedCommand(extraction, in: folder.scratch.url)
      usleep(UInt32.random(in: 5_000...150_000, using: &generator))
      run.interrupt()
      if !run.wasDone { interruptions += 1 }
      // Interrupted between its last step and its end, it has taken out everything.
      if FileManager.default.fileExists(atPath: taken.path) {
        #expect(try FileManager.default.subpathsOfDirectory(atPath: taken.path).count == whole)
        try FileManager.default.removeItem(at: taken)
      }
      #expect(try folder.scratch.names == names)
    }
    print("\(interruptions) of \(Self.rounds) extractions were interrupted")
    #expect(interruptions > 0)
    #expect(try soundCount() == 2)
  }

  /// Publishes several results at once; the exit codes in their order.
  private func publish(_ names: [String]) throws -> [Int32?] {
    let runs = try names.map {
      try StartedCommand(ArchivedFolder.arguments($0), in: folder.scratch.url)
    }
    return runs.map { $0.end(within: 60)?.exitCode }
  }

  @Test("by several at once holds all, each chained to the one before")
  func several() throws {
    let periods = (1...6).map { "2027-0\($0)" }
    for period in periods { try folder.score(period) }
    #expect(try publish(periods) == periods.map { _ in 0 })
    #expect(try soundCount() == 1 + periods.count)
  }

  @Test("by two at once for one period holds one, and the other is told")
  func samePeriod() throws {
    for round in 0..<4 {
      try folder.score("203\(round)")
      let codes = try publish(["203\(round)", "203\(round)"])
      #expect(codes.contains(0) && codes.contains(3), "\(codes)")
    }
    #expect(try soundCount() == 5)
  }

  @Test(
    "on a disk that is full or can only be read stays as it was",
    .enabled(if: SmallDisk.isAllowed, "no file system may be mounted here: needs root"))
  func disks() throws {
    let disk = try SmallDisk(kibibytes: 1024)
    let file = disk.url.appendingPathComponent("archive.sqlite")
    try Data(contentsOf: folder.scratch.file("archive.sqlite")).write(to: file)
    try folder.scratch.write(
      (0..<200_000).map { "\($0)\n" }.joined(), to: "pages/large.html")
    let before = try disk.snapshot()
    let arguments = [
      "publish", "out/2026Q2.csv", "--archive", file.path, "--by", "x", "--statements", "pages",
    ]
    let full = try folder.run(arguments)
    #expect(full.exitCode == 3)
    #expect(full.errors.contains("no space is left on the disk"), "\(full.errors)")
    #expect(try soundCount(file.path) == 1)
    #expect(try disk.snapshot() == before)
    try #require(mount("tmpfs", disk.url.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0)
    let readOnly = try folder.run(arguments)
    #expect(readOnly.exitCode == 3)
    #expect(readOnly.errors.contains("can only be read"), "\(readOnly.errors)")
    #expect(try soundCount(file.path) == 1)
  }
}
