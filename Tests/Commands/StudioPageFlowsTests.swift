import Foundation
import TestSupport
import Testing

/// What a designer does on the studio's page, in a real browser: see `Tests/Browser/studio.py`.
@Suite("The studio's page in Chromium", .serialized)
struct StudioPageFlowsTests {
  /// A Python with playwright, where this machine has one and Chromium too: that of `.ci/run`, or the
  /// user's own.
  static let python: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init)
    let isThere = FileManager.default.isExecutableFile(atPath:)
    guard folders.contains(where: { isThere("\($0)/chromium") }) else { return nil }
    let pythons =
      [ProjectFiles.url(".build/browser/bin/python").path] + folders.map { "\($0)/python3" }
    return pythons.filter(isThere).map { URL(fileURLWithPath: $0) }.first { python in
      let asked = try? CommandRunner.run(
        ["-c", "import playwright.sync_api"], executable: python, in: nil)
      return asked?.exitCode == 0
    }
  }()

  @Test(
    "does what the command line does, keeps the draft, and refuses what is no policy",
    .enabled(if: python != nil, "Chromium or playwright is not installed: .ci/run installs them"))
  func flows() throws {
    let scratch = try TemporaryDirectory()
    let policies = ProjectFiles.url("Datasets/policies/customer-manager")
    try FileManager.default.copyItem(
      at: policies.appendingPathComponent("stars.yaml"), to: scratch.file("policy.yaml"))
    try FileManager.default.copyItem(
      at: policies.appendingPathComponent("judgements"), to: scratch.file("judgements"))
    let made = try CommandRunner.run(
      ["generate", "policy.yaml", "--staff", "300", "--seed", "7", "--output", "data"],
      in: scratch.url)
    #expect(made.exitCode == 0, "\(made.errors)")
    let script = ProjectFiles.url("Tests/Browser/studio.py").path
    let result = try CommandRunner.run(
      [script, try CommandRunner.steelyard.path, scratch.path],
      executable: try #require(Self.python), in: scratch.url)
    let lines = result.output.split(separator: "\n")
    for line in lines where !line.hasPrefix("ok ") { Issue.record("\(line)") }
    #expect(result.exitCode == 0 && lines.count >= 13, "\(result.errors)")
  }
}
