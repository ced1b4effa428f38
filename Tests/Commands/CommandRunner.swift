import Foundation
import TestSupport
import Testing

/// What a finished program left behind.
struct CommandResult {
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String
  let exitCode: Int32
}

/// Runs the program of this package as a user would, from the directory it was built in.
enum CommandRunner {
  /// Runs `steelyard` and waits for its end.
  static func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> CommandResult {
    try run(arguments, executable: try steelyard, in: directory, environment: environment)
  }

  /// Runs any program and waits for its end; `environment` holds what its variables have besides those of
  /// the tests.
  static func run(
    _ arguments: [String], executable: URL, in directory: URL?, environment: [String: String] = [:]
  ) throws -> CommandResult {
    let scratch = try TemporaryDirectory()
    let files = ["output", "errors"].map(scratch.file)
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: nobody has to empty them while the program runs.
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    try #require(
      process.terminationReason == .exit, "\(executable.path) ended by a signal: \(arguments)")
    return CommandResult(
      output: String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      exitCode: process.terminationStatus)
  }

  /// The program; it lies beside the test bundle.
  static var steelyard: URL {
    get throws {
      try #require(Bundle.main.executableURL).deletingLastPathComponent()
        .appendingPathComponent("steelyard")
    }
  }
}
