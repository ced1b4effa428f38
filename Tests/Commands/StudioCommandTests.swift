import Foundation
import TestSupport
import Testing

@Suite("studio", .serialized)
struct StudioCommandTests {
  private static let hasCurl = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

  @Test("prints the address on one line and ends at once when interrupted")
  func address() throws {
    let studio = try StartedStudio()
    #expect(
      "\(studio.address)".wholeMatch(of: /http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{32}/) != nil)
    #expect(studio.says("Ctrl-C ends the studio\n"), "\(studio.errors)")
    #expect(studio.interrupt())
  }

  @Test("opens for its token only", .enabled(if: hasCurl, "curl is not installed"))
  func token() throws {
    let studio = try StartedStudio()
    #expect(try studio.answer("/?\(studio.address.query ?? "")") == "303")
    #expect(try studio.answer("/", studio.cookie) == "200")
    #expect(try studio.answer("/") == "403")
    #expect(try studio.answer("/?token=0") == "403")
    #expect(try studio.answer("/", studio.cookie + ["-H", "Host: evil.example"]) == "403")
    for path in [
      "/../../../etc/passwd", "/scripts/../../etc/passwd", "/etc/passwd", "/scripts/none",
    ] {
      #expect(try studio.answer(path, studio.cookie + ["--path-as-is"]) == "404", "\(path)")
    }
    let forged = ["-H", "Origin: http://evil.example", "-d", "{}"]
    #expect(try studio.answer("/api/save", studio.cookie + forged) == "403")
    #expect(studio.interrupt())
  }

  @Test(
    "reads 100 MB away without keeping them, and rests when nobody asks",
    .enabled(if: hasCurl, "curl is not installed"))
  func large() throws {
    let studio = try StartedStudio()
    #expect(try studio.answer("/", studio.cookie) == "200")
    let before = try studio.status("VmHWM")
    let scratch = try TemporaryDirectory()
    let file = try scratch.write("", to: "large")
    try FileHandle(forWritingTo: file).truncate(atOffset: 100_000_000)
    let origin = "Origin: http://127.0.0.1:\(studio.address.port ?? 0)"
    let json = ["-H", origin, "-H", "Content-Type: application/json", "-H", "Expect:"]
    #expect(
      try studio.answer("/api/draft", studio.cookie + json + ["--data-binary", "@\(file.path)"])
        == "413")
    // In kilobytes.
    #expect(try studio.status("VmHWM") - before < 30_000)
    #expect(try studio.answer("/", studio.cookie) == "200")
    let seconds = try studio.seconds()
    usleep(1_500_000)
    #expect(try studio.seconds() - seconds < 0.5)
    #expect(studio.interrupt())
  }

  @Test(
    "listens again when it had no descriptor left for one more connection",
    .enabled(if: hasCurl, "curl is not installed"))
  func descriptors() throws {
    let studio = try StartedStudio(after: "ulimit -n 40")
    let crowd = (0..<100).map { _ in knock(studio.address.port ?? 0) }
    for descriptor in crowd { close(descriptor) }
    var answer = ""
    for _ in 0..<50 where answer != "200" { answer = try studio.answer("/", studio.cookie) }
    #expect(answer == "200")
    #expect(studio.interrupt())
  }

  /// A connection that says nothing.
  private func knock(_ port: Int) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return descriptor
  }

  @Test("says in a sentence that a port is taken or is none")
  func port() throws {
    let studio = try StartedStudio()
    let port = "\(studio.address.port ?? 0)"
    let second = try CommandRunner.run(
      ["studio"] + StartedStudio.demo + ["--port", port], in: ProjectFiles.root)
    #expect(second.exitCode == 64 && second.output.isEmpty)
    #expect(
      second.errors
        == "error: --port: another program listens on port \(port) of this machine; "
        + "choose another port\n")
    for port in ["65536", "-1", "x"] {
      let none = try CommandRunner.run(
        ["studio"] + StartedStudio.demo + ["--port", port], in: ProjectFiles.root)
      #expect(none.exitCode == 64 && none.output.isEmpty, "\(port)")
    }
    #expect(studio.interrupt())
  }

  @Test("says what is wrong with the policy or the data before it serves anything")
  func faults() throws {
    let policy = StartedStudio.demo[0]
    for (arguments, code) in [
      (["none.yaml", "--data", "x"], 2), ([policy, "--data", "none"], 3), ([policy], 64),
    ] {
      let result = try CommandRunner.run(["studio"] + arguments, in: ProjectFiles.root)
      #expect(result.exitCode == Int32(code) && result.output.isEmpty, "\(arguments)")
      #expect(result.errors.contains("error: "))
    }
  }
}
