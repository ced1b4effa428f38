import Foundation
import TestSupport
import Testing

/// A run of `steelyard studio` that serves its page.
final class StartedStudio {
  /// The demo's policy and data.
  static let demo = [
    "Datasets/policies/customer-manager/stars.yaml", "--data",
    "Datasets/policies/customer-manager/data",
  ]

  let address: URL
  private let process = Process()
  private let scratch: TemporaryDirectory

  /// Starts it by a shell, after commands that set the shell's limits, and waits for its address.
  init(_ arguments: [String] = demo, after limits: String = "true") throws {
    let scratch = try TemporaryDirectory()
    self.scratch = scratch
    let files = try ["output", "errors"].map { try scratch.write("", to: $0) }
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      ["-c", "\(limits); exec \"$@\"", "bash", try CommandRunner.steelyard.path, "studio"]
      + arguments
    process.currentDirectoryURL = ProjectFiles.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    // The threads that tests run on block signals, and a program inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    try process.run()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let deadline = Date(timeIntervalSinceNow: 120)
    var output = ""
    while !output.hasSuffix("\n"), process.isRunning, Date() < deadline {
      usleep(10_000)
      output = try scratch.read("output")
    }
    let errors = try scratch.read("errors")
    address = try #require(
      URL(string: output.trimmingCharacters(in: .whitespacesAndNewlines)), "\(errors)")
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// What it said besides its address.
  var errors: String { (try? scratch.read("errors")) ?? "" }

  /// Whether what it says besides its address ends so in time: the address comes first.
  func says(_ end: String) -> Bool {
    let deadline = Date(timeIntervalSinceNow: 60)
    while !errors.hasSuffix(end), process.isRunning, Date() < deadline { usleep(5_000) }
    return errors.hasSuffix(end)
  }

  /// Interrupts it, as Ctrl-C does; whether that ended it in time.
  func interrupt() -> Bool {
    kill(process.processIdentifier, SIGINT)
    let deadline = Date(timeIntervalSinceNow: 60)
    while process.isRunning, Date() < deadline { usleep(5_000) }
    return !process.isRunning && process.terminationReason == .uncaughtSignal
      && process.terminationStatus == SIGINT
  }

  /// What the system says of the process under a name, such as `VmHWM`, in its unit.
  func status(_ name: String) throws -> Int {
    let text = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(name):") })
    return try #require(Int(line.split(separator: ":")[1].filter(\.isNumber)))
  }

  /// The seconds of processor time that it has taken.
  func seconds() throws -> Double {
    let text = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    let fields = text.split(separator: " ")
    return Double((Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0))
      / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The status of what is answered to a request with curl's options; `000` without an answer.
  func answer(_ path: String, _ options: [String] = []) throws -> String {
    let place = "http://127.0.0.1:\(address.port ?? 0)\(path)"
    return try CommandRunner.run(
      ["-s", "-o", "/dev/null", "-w", "%{http_code}", "--max-time", "60"] + options + [place],
      executable: URL(fileURLWithPath: "/usr/bin/curl"), in: nil
    ).output
  }

  /// The cookie that opens the page.
  var cookie: [String] {
    let token = address.query?.replacing("token=", with: "") ?? ""
    return ["-H", "Cookie: steelyard-\(address.port ?? 0)=\(token)"]
  }
}
