import AnalysisReport
import Diagnostics
import PolicyAnalysis
import Reports
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import Synchronization

/// A policy and the people it is tried on, in memory, and what drafts of the policy do to them.
///
/// Nothing of a draft is kept but what makes the next answer quicker: whoever asks brings the draft along.
/// May be asked from any thread.
public final class Studio: Sendable {
  /// What a studio is made of, besides policy and people.
  public struct Options: Sendable {
    /// The program's version.
    public var program: String
    /// How many threads to use; it changes no answer.
    public var threads: Int
    /// How many draws of the judgements tell how safe grades are.
    public var draws: Int
    /// The files that it all rests on, and the notice of the data.
    public var sources: ReportSources

    /// Options; a thousand draws tell a share to about a hundredth.
    public init(
      program: String, threads: Int, draws: Int = 1000, sources: ReportSources = ReportSources()
    ) {
      (self.program, self.threads, self.draws, self.sources) = (program, threads, draws, sources)
    }
  }

  /// What the draws depend on.
  static let seed: UInt64 = 1

  let file: String
  let policy: VariablePolicy
  let population: Population
  let options: Options
  let scoring: DraftScoring
  let maker: BoardMaker
  let titles: GradeTitles
  private let recent = Mutex<[ScoredDraft]>([])
  let sensitivities: SensitivityKeeper

  /// A draft with its run.
  struct ScoredDraft: Sendable {
    let draft: Draft
    let results: SubjectResults
    let milliseconds: (policy: Double, scoring: Double)

    var scored: ScoredPopulation { results.scored }
  }

  /// Scores everybody by the policy as it stands.
  ///
  /// - Parameters:
  ///   - file: where the policy stands; new versions are written beside it.
  ///   - policy: the policy of that file.
  ///   - population: loaded for its plan.
  public init(_ file: String, _ policy: VariablePolicy, _ population: Population, options: Options)
  {
    (self.file, self.policy, self.population) = (file, policy, population)
    self.options = options
    scoring = DraftScoring(
      policy.plan, population,
      weights: Set(Weighing.all(of: policy.resolved, in: policy.plan).flatMap(\.slots)),
      options: ScoringOptions(threads: options.threads, keepsMeasures: true))
    maker = BoardMaker(scoring.baseline, threads: options.threads)
    titles = GradeTitles(policy.plan.gradings)
    sensitivities = SensitivityKeeper(policy, population, threads: options.threads)
  }

  /// Everybody by a draft; of the last few drafts it is remembered.
  ///
  /// - Throws: `DiagnosedFailure` where the draft is no policy; `LinearAlgebraError`.
  func scored(_ changes: DraftChanges) throws -> ScoredDraft {
    let known = recent.withLock { recent in recent.first { $0.draft.changes == changes } }
    if let known { return known }
    let clock = ContinuousClock()
    let start = clock.now
    let draft = try Draft(changes, of: policy)
    guard draft.plan.readsSameTables(as: policy.plan) else {
      preconditionFailure("changes of numbers leave the tables as they are")
    }
    let read = clock.now
    let scored = scoring.scored(draft.plan)
    let results =
      changes.isEmpty ? maker.baseline : SubjectResults(scored, threads: options.threads)
    let made = ScoredDraft(
      draft: draft, results: results,
      milliseconds: ((read - start).milliseconds, (clock.now - read).milliseconds))
    recent.withLock { $0 = [made] + $0.prefix(1) }
    return made
  }
}

extension Duration {
  /// As milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
