import Foundation
import SeededRandom
import TestSupport
import Testing

/// `kill -9` while a result is made over an older one.
@Suite("A run that is killed")
struct KilledRunTests {
  /// A hundred when the long tests are asked for.
  private static let rounds = LongTests.rounds(12, long: 100)

  /// A result and its manifest.
  private struct Pair: Equatable {
    let result: Data
    let manifest: Data
  }

  /// What killed runs left behind.
  private struct Tally: CustomStringConvertible {
    var (old, new, torn, leftOver, done) = (0, 0, 0, 0, 0)

    var description: String {
      "\(old) left the old pair, \(new) the new one, \(torn) a new result beside the old manifest; "
        + "\(leftOver) an unfinished file; \(done) were done before they could be killed"
    }
  }

  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
    let made = try CommandRunner.run(
      ["generate", Project.policy, "--staff", "1000", "--seed", "7", "--output", "data"],
      in: scratch.url)
    try #require(made.exitCode == 0)
    try scratch.write("", to: "out/.keep")
  }

  private static func arguments(_ period: String) -> [String] {
    ["score", Project.policy, "--data", "data", "--output", "out/result.csv", "--period", period]
  }

  private func pair() throws -> Pair {
    Pair(
      result: try Data(contentsOf: scratch.file("out/result.csv")),
      manifest: try Data(contentsOf: scratch.file("out/result.csv.manifest.json")))
  }

  private func put(_ pair: Pair) throws {
    try pair.result.write(to: scratch.file("out/result.csv"))
    try pair.manifest.write(to: scratch.file("out/result.csv.manifest.json"))
  }

  /// The pair of a run that is let alone, which verification accepts, and how long it took.
  private func undisturbed(_ period: String) throws -> (pair: Pair, seconds: Double) {
    let start = Date()
    let scored = try CommandRunner.run(Self.arguments(period), in: scratch.url)
    let seconds = Date().timeIntervalSince(start)
    #expect(scored.exitCode == 0, "\(scored.errors)")
    let verified = try CommandRunner.run(["verify", "out/result.csv"], in: scratch.url)
    #expect(verified.exitCode == 0, "\(verified.output)")
    return (try pair(), seconds)
  }

  @Test("leaves the old result or the new one, whole, and nothing else")
  func killed() throws {
    var (new, seconds) = try undisturbed("2026-10")
    let old = try undisturbed("2026-09").pair
    try #require(old.result != new.result && old.manifest != new.manifest)
    var generator = SplitMix64(seed: 9)
    var tally = Tally()
    for round in 0..<Self.rounds {
      try put(old)
      // Every other run is killed near the moment, as far as it is known, when files are named.
      let isLate = round % 2 == 1
      let share = Double.random(in: isLate ? 0.97...1.03 : 0...1, using: &generator)
      let run = try StartedCommand(Self.arguments("2026-10"), in: scratch.url)
      usleep(UInt32(share * seconds * 1e6))
      run.kill()
      if run.wasDone { tally.done += 1 }
      let isNew = try pair() == new
      if isLate { seconds *= isNew ? 0.97 : 1.05 }
      try judge(old, new, &tally)
    }
    print("kill -9 at \(Self.rounds) moments: \(tally)")
    #expect(tally.old + tally.new + tally.torn == Self.rounds)
    // The moments between two system calls are known, and short.
    #expect(tally.torn + tally.leftOver <= 1 + Self.rounds / 20)
  }

  private func judge(_ old: Pair, _ new: Pair, _ tally: inout Tally) throws {
    switch try pair() {
    case old: tally.old += 1
    case new: tally.new += 1
    case Pair(result: new.result, manifest: old.manifest):
      tally.torn += 1
      let verified = try CommandRunner.run(["verify", "out/result.csv"], in: scratch.url)
      #expect(verified.exitCode == 1, "a torn pair must not pass: \(verified.output)")
    default: Issue.record("neither the old files nor the new ones")
    }
    let folder = scratch.file("out")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where ![".keep", "result.csv", "result.csv.manifest.json"].contains(name) {
      tally.leftOver += 1
      #expect(name.hasPrefix(".unfinished-"), "\(name)")
      let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect([new.result, new.manifest].contains(bytes), "\(name) is half a file")
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}
