import TestSupport
import Testing

@Suite("Messages on a terminal")
struct TerminalTests {
  @Test("hold nothing that steers it, whatever a file holds")
  func harmless() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("\"\\e]0;title\\a\": 1\n", to: "policy.yaml")
    let result = try CommandRunner.run(["check", "policy.yaml"], in: scratch.url)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("\u{FFFD}]0;title\u{FFFD}"), "\(result.errors)")
    #expect(!result.errors.utf8.contains(0x1B) && !result.errors.utf8.contains(0x07))
  }
}
