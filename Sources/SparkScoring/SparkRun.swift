import DelimitedText
import Glibc
import ScoringEngine
import Synchronization

/// Runs scripts with `spark-sql`, one after the other.
final class SparkRun: Sendable {
  private let installation: SparkInstallation
  private let settings: [String]
  private let folder: StagingFolder
  private let running = Mutex<pid_t?>(nil)

  /// - Parameters:
  ///   - master: the URL of the cluster's master.
  ///   - settings: Spark's, each as `KEY=VALUE`; a later one counts.
  init(
    _ installation: SparkInstallation, master: String, settings: [String], in folder: StagingFolder
  ) {
    self.installation = installation
    self.settings =
      ["--master", master, "--name", "steelyard"] + settings.flatMap { ["--conf", $0] }
    self.folder = folder
  }

  /// Runs a script; what it printed for the driver.
  ///
  /// - Parameters:
  ///   - name: what its file is called.
  ///   - output: what it printed so far, as it is filled.
  ///   - progress: called when a step begins.
  /// - Throws: `failed` when `spark-sql` does not exit with 0.
  func run(
    _ script: SparkScript, named name: String, output: inout SparkOutput,
    progress: ((WorkProgress) -> Void)?
  ) throws {
    let file = folder.file("scripts/\(name).sql")
    try Self.write(script.text, to: file)
    let child = try ChildProcess([installation.program] + settings + ["-f", file])
    running.withLock { $0 = child.id }
    var words = LastWords()
    func show(_ title: String, _ step: Int) {
      progress?(
        WorkProgress(activity: "Spark: \(title)", done: step, total: script.steps.count))
    }
    show("starting", 0)
    let ending = child.wait(
      output: { line in
        if output.take(line), script.steps.indices.contains(output.step) {
          show(script.steps[output.step].title, output.step)
        }
      }, errors: { words.take($0) })
    running.withLock { $0 = nil }
    guard ending == .code(0) else {
      let step = script.steps.indices.contains(output.step) ? script.steps[output.step].title : name
      throw SparkFault.failed(step: step, ending: ending.text, lastWords: words.lines)
    }
  }

  /// Ends the program that runs now, if one does; any thread may call.
  func end() { if let id = running.withLock({ $0 }) { ChildProcess.end(id) } }

  private static func write(_ text: String, to file: String) throws(SparkFault) {
    let descriptor = open(file, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .storage(path: file, reason: SystemReason.last)
    }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .storage(path: file, reason: SystemReason.last) }
      rest = rest.dropFirst(count)
    }
  }
}
