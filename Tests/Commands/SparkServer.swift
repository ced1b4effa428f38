import Foundation
import TestSupport
import Testing

/// One application of Spark that runs the scripts of many jobs, for starting Spark takes longer than a small
/// job: jobs find in place of `spark-sql` a program that hands their scripts over.
final class SparkServer: Sendable {
  /// The one of all tests; it ends with them.
  static let shared = Result { try SparkServer() }
  /// The master; nil where the environment names none.
  static let master = ProcessInfo.processInfo.environment["STEELYARD_TEST_SPARK"]

  /// Closed when the tests end, which it takes for its own end.
  private let input = Pipe()
  private let folder: TemporaryDirectory

  /// Starts the application, and waits until it takes scripts.
  init() throws {
    folder = try TemporaryDirectory()
    let home = try #require(ProcessInfo.processInfo.environment["SPARK_HOME"])
    let python = "\(home)/../../../../bin/python"
    let script = ProjectFiles.url("Tests/Engines/spark_scripts.py").path
    let socket = folder.file("socket").path
    let standIn = try folder.write(
      "#!/bin/sh\nexec '\(python)' '\(script)' run '\(socket)' \"$@\"\n", to: "bin/spark-sql")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: standIn.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script, "serve", try #require(Self.master), socket]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while !FileManager.default.fileExists(atPath: socket) {
      try #require(process.isRunning && Date() < deadline, "Spark does not start")
      usleep(50_000)
    }
  }

  /// What a command has in its environment that is to run jobs on it.
  var environment: [String: String] { ["SPARK_HOME": folder.path] }

  /// Runs a job on it: what follows `score`, but for the engine.
  func score(_ arguments: [String], in directory: URL) throws -> CommandResult {
    try CommandRunner.run(
      ["score"] + arguments + ["--engine", "spark", "--master", Self.master ?? ""], in: directory,
      environment: environment)
  }
}
