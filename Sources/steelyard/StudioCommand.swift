import ArgumentParser
import Dispatch
import Foundation
import PolicyStudio
import ScoringEngine
import Synchronization

struct StudioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "studio",
    abstract:
      "Opens a page on which a policy is changed and its effect on people and pay is seen at once.",
    discussion: """
      The page is served to browsers on this machine only, at the address that is printed; it needs no \
      network. Nothing on disk changes until a new version of the policy is saved from the page. Ctrl-C \
      ends it.

      Examples:
        steelyard studio policy.yaml --data DIR
        steelyard studio policy.yaml --data DIR --port 8080
      """)

  @Argument(help: "The policy file.")
  var policy: String

  @OptionGroup var data: DataOptions

  @Option(
    parsing: .unconditional,
    help: "The port of this machine on which the page is served; any that is free by default.")
  var port: UInt16 = 0

  @OptionGroup var work: WorkOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    try Outcome.report {
      let (plan, _, _) = try PolicyFile.plan(policy)
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let population = try data.population(
        for: plan, threads: ScoringOptions(threads: work.threads).threads, progress: progress.show)
      progress.finish()
      let page = "\(population.subjectCount) people"
      try serve { request in
        StudioResponse(
          status: request.path == "/" ? 200 : 404,
          headers: ["Content-Type": "text/plain; charset=utf-8"], body: Data(page.utf8))
      }
    }
  }

  /// Serves the page until the program is interrupted.
  private func serve(_ handler: @escaping StudioServer.Handler) throws {
    let port = port
    let started = Self.waiting { () async -> Result<StudioServer, StudioServerError> in
      do throws(StudioServerError) {
        return .success(try await StudioServer.start(port: port, handler: handler))
      } catch {
        return .failure(error)
      }
    }
    switch started {
    case .success(let server):
      Terminal.print(server.address)
      Terminal.note("open this address in a browser on this machine; Ctrl-C ends the studio")
      Self.waiting { await server.wait() }
    case .failure(let error): throw ValidationError("--port: \(error)")
    }
  }

  /// Waits for asynchronous work on this thread, on which none of it runs.
  private static func waiting<Answer: Sendable>(
    _ work: @escaping @Sendable () async -> Answer
  ) -> Answer {
    let answers = SingleAnswer<Answer>()
    Task { answers.give(await work()) }
    return answers.take()
  }
}

/// What one thread gives and another waits for.
private final class SingleAnswer<Answer: Sendable>: Sendable {
  private let isThere = DispatchSemaphore(value: 0)
  private let answer = Mutex<Answer?>(nil)

  func give(_ answer: Answer) {
    self.answer.withLock { $0 = answer }
    isThere.signal()
  }

  func take() -> Answer {
    while true {
      isThere.wait()
      if let answer = answer.withLock({ $0 }) { return answer }
    }
  }
}
