import Foundation
import SeededRandom
import TestSupport
import Testing

/// `kill -9` while tables are made over older ones.
@Suite("An import that is killed")
struct KilledImportTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["STEELYARD_LONG"] == nil ? 6 : 100
  private static let command = ["import", "map.yaml", "ledger.csv", "--quiet", "--output"]

  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    try scratch.write(
      """
      import: killed
      sources:
        ledger:
          columns: {staff_id: {header: 工号, type: id}, deposit: {header: 存款, type: number}}
      tables:
        staff: {one_row_for: staff_id, columns: [staff_id]}
        business: {}

      """, to: "map.yaml")
    let rows = (0..<8_000).map { "\(100_000 + $0 / 2),\"1,\(100 + $0 % 900)\"\n" }
    try scratch.write("工号,存款\n" + rows.joined(), to: "ledger.csv")
  }

  private func files(_ folder: String) throws -> [String: Data] {
    let url = scratch.file(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        (name, try Data(contentsOf: url.appendingPathComponent(name)))
      })
  }

  @Test("leaves no table or whole ones in a new folder, and old or whole ones in an old one")
  func killed() throws {
    let start = Date()
    let whole = try CommandRunner.run(Self.command + ["whole"], in: scratch.url)
    let seconds = Date().timeIntervalSince(start)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    let new = try files("whole")
    try #require(new.count == 4 && new["business.csv"].map { $0.count > 80_000 } == true)
    var generator = SplitMix64(seed: 5)
    for round in 0..<Self.rounds {
      let folder = "out\(round)"
      let hasOld = round % 2 == 0
      if hasOld { for name in new.keys { try scratch.write("old\n", to: "\(folder)/\(name)") } }
      let run = try StartedCommand(Self.command + [folder], in: scratch.url)
      // All moments up to the end, and every third one near it.
      let share = Double.random(in: round % 3 == 2 ? 0.9...1.05 : 0...1, using: &generator)
      usleep(UInt32(share * seconds * 1e6))
      run.kill()
      for (name, bytes) in try files(folder) {
        if name.hasPrefix(".unfinished-") {
          #expect(new.values.contains(bytes), "\(name) is half a file")
        } else {
          #expect(bytes == new[name] || hasOld && bytes == Data("old\n".utf8), "\(name)")
        }
      }
      let again = try CommandRunner.run(Self.command + [folder], in: scratch.url)
      #expect(again.exitCode == 0, "what a killed run leaves stands in nobody's way")
      #expect(try files(folder).filter { !$0.key.hasPrefix(".unfinished-") } == new)
    }
  }

  @Test("whose files may not grow says so, and leaves nothing")
  func limited() throws {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", "ulimit -f 16; exec \"$@\"", "sh", try CommandRunner.steelyard.path] + Self.command
      + ["limited"]
    process.currentDirectoryURL = scratch.url
    process.standardError = errors
    try process.run()
    let words = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 3)
    #expect(words.contains("larger than is allowed"), "\(words)")
    #expect(try !scratch.names.contains("limited"))
  }
}
