import Foundation
import SeededRandom
import TestSupport
import Testing

@Suite("explain --all that is stopped")
struct StoppedExplanationTests {
  @Test("leaves whole pages only, at whatever moment")
  func stopped() throws {
    let scratch = try TemporaryDirectory()
    let policy = ProjectFiles.url("Datasets/policies/customer-manager/stars.yaml").path
    let made = try CommandRunner.run(
      ["generate", policy, "--staff", "500", "--seed", "3", "--output", "data"], in: scratch.url)
    #expect(made.exitCode == 0)
    let arguments = [
      "explain", policy, "--data", "data", "--all", "--format", "html", "--output", "pages",
    ]
    let start = Date()
    let whole = try CommandRunner.run(arguments, in: scratch.url)
    let seconds = Date().timeIntervalSince(start)
    #expect(whole.exitCode == 0, "\(whole.errors)")
    let expected = try scratch.snapshot().filter { $0.key.hasPrefix("pages/") }
    #expect(expected.count > 500)
    var generator = SplitMix64(seed: 4)
    for round in 0..<4 {
      // Every other time the files of a whole run are there to be replaced.
      if round % 2 == 0 {
        try FileManager.default.removeItem(at: scratch.file("pages"))
      }
      let run = try StartedCommand(arguments, in: scratch.url)
      usleep(UInt32(Double.random(in: 0.3...0.95, using: &generator) * seconds * 1e6))
      run.kill()
      let left = try scratch.snapshot().filter { $0.key.hasPrefix("pages/") }
      for (name, bytes) in left where !name.contains("/.unfinished-") {
        #expect(bytes == expected[name], "\(name) is not whole")
      }
      #expect(left.count { $0.key.contains("/.unfinished-") } <= 1)
      for name in left.keys where name.contains("/.unfinished-") {
        try FileManager.default.removeItem(at: scratch.file(name))
      }
    }
  }
}
