import PolicyAnalysis
import ResultRecords
import ScoringEngine

/// The runs of several plans; tables that several read alike from the same data are loaded once.
struct CompareRuns {
  /// One for each job.
  private(set) var runs: [ScoredPopulation] = []
  /// The corrections that were laid over the data of the first job that has any.
  private(set) var corrections: AppliedCorrections?
  /// What was read for them, each once.
  private(set) var files: [HashedFile] = []

  init(
    _ jobs: [CompareJob], _ options: ScoringOptions, progress: @escaping (WorkProgress) -> Void
  ) throws {
    for (index, job) in jobs.enumerated() {
      let loaded = jobs[..<index].firstIndex { $0.readsSameData(as: job) }
      let population = try loaded.map { runs[$0].population } ?? load(job, options, progress)
      runs.append(
        PlanEngine(plan: job.plan).score(population, options: options, progress: progress))
    }
  }

  private mutating func load(
    _ job: CompareJob, _ options: ScoringOptions, _ progress: @escaping (WorkProgress) -> Void
  ) throws -> Population {
    let loaded = try Population.load(
      job.plan, job.data, threads: options.threads, progress: progress)
    corrections = corrections ?? loaded.corrections
    for file in loaded.files where !files.contains(file) { files.append(file) }
    return loaded.population
  }
}
