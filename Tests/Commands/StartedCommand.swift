import Foundation
import TestSupport
import Testing

/// A run of `steelyard` that the test goes on beside.
final class StartedCommand {
  private let process = Process()
  private let errorFile: URL
  private let scratch: TemporaryDirectory

  /// Starts the command.
  init(_ arguments: [String], in directory: URL? = nil) throws {
    scratch = try TemporaryDirectory()
    errorFile = try scratch.write("", to: "errors")
    process.executableURL = try CommandRunner.steelyard
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
  }

  /// Kills it (`kill -9`), wherever it is, and waits for its end; a run that was over stays so.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Interrupts it, as Ctrl-C does, and waits for its end.
  func interrupt() {
    Foundation.kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
  }

  /// Whether it came to its own end; only after `kill` or `end`.
  var wasDone: Bool { process.terminationReason == .exit }

  /// Its exit code and its messages, if it ends by itself in time; nil when it hangs, is then killed,
  /// or ended by a signal.
  func end(within seconds: Double) -> (exitCode: Int32, errors: String)? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < deadline { usleep(5_000) }
    if process.isRunning { kill() }
    guard wasDone else { return nil }
    return (process.terminationStatus, (try? scratch.read("errors")) ?? "")
  }
}
