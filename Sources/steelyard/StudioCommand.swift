import ArgumentParser
import Dispatch
import PolicyAnalysis
import PolicyStudio
import Reports
import ResultRecords
import ScorecardPolicy
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
      let (plan, policyFiles, _) = try PolicyFile.plan(policy)
      let variable = try VariablePolicy(PolicyTuning(contentsOf: policy))
      let jobData = try data.jobData(for: plan)
      let threads = ScoringOptions(threads: work.threads).threads
      let progress = ProgressLine(isQuiet: quiet)
      defer { progress.finish() }
      let loaded = try Population.load(
        plan, jobData, threads: threads, progress: progress.show)
      let options = Studio.Options(
        program: ProgramVersion.current, threads: threads,
        sources: try sources(policyFiles, loaded))
      let studio = Studio(policy, variable, loaded.population, options: options)
      progress.finish()
      try serve(studio)
    }
  }

  /// The files that it all rests on, with their hashes.
  private func sources(
    _ policyFiles: [String], _ loaded: LoadedPopulation
  ) throws -> ReportSources {
    let files = { (files: [HashedFile]) in
      files.map { ReportFile(name: $0.file, sha256: "\($0.digest.sha256)") }
    }
    return ReportSources(
      policyFiles: files(try policyFiles.map(HashedFile.init)), inputFiles: files(loaded.files),
      notice: data.notice)
  }

  /// Serves the page until the program is interrupted.
  private func serve(_ studio: Studio) throws {
    let port = port
    // What is asked for while the hand moves does not wait for what takes longer.
    let (scoring, analysis) = (StudioQueue(), StudioQueue())
    let handler: StudioServer.Handler = { request in
      switch Studio.work(for: request) {
      case .none: studio.respond(to: request)
      case .scoring: await scoring.run { studio.respond(to: request) }
      case .analysis: await analysis.run { studio.respond(to: request) }
      }
    }
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
