import ColumnStore
import DelimitedText
import ScoringPlan

/// Runs a plan over whole populations: blocks of columns on every core.
///
/// The results are those of `PopulationInterpreter` to the bit, whatever the number of threads, the size of
/// blocks or the order of rows.
public struct PlanEngine: Sendable {
  /// The plan.
  public let plan: Plan
  /// The parameter values it is run with.
  public let values: ParameterVector

  /// An engine for a plan with its own or with other parameter values.
  public init(plan: Plan, values: ParameterVector? = nil) {
    self.plan = plan
    self.values = values ?? plan.values
  }

  /// Scores a population that was loaded for this plan, or for one with the same tables.
  ///
  /// - Parameters:
  ///   - population: the subjects and their detail rows.
  ///   - options: how to go about it.
  ///   - progress: called before each stage and at the end.
  /// - Complexity: linear in rows times instructions, and once more from the first stage that looks
  ///   at other subjects on for each time that subjects who had counted are rejected; memory for
  ///   the columns that outlive a stage.
  public func score(
    _ population: Population, options: ScoringOptions = ScoringOptions(),
    progress: ((WorkProgress) -> Void)? = nil
  ) -> ScoredPopulation {
    let run = ScoringRun(plan, values, population, options)
    run.run { number in
      progress?(WorkProgress(activity: "scoring", done: number, total: plan.stages.count))
    }
    progress?(
      WorkProgress(activity: "scoring", done: plan.stages.count, total: plan.stages.count))
    return ScoredPopulation(run, values)
  }

  /// Scores a population while its files are read, in memory that grows with subjects and not with
  /// detail rows (but for tables whose rows have an order).
  ///
  /// The results are those of loading the files and scoring them, to the bit; see `Population` for
  /// what is in memory afterwards.
  ///
  /// - Parameters:
  ///   - sources: for the name of each table its files, in the order in which their rows count.
  ///   - options: how to go about it.
  ///   - keys: the subjects of whom all that is read stays in memory, to be explained.
  ///   - progress: called every few megabytes, and before each stage that looks at other subjects.
  /// - Throws: `TableReadError` when a file cannot be read as the table; faulty rows do not throw.
  /// - Complexity: linear in the size of the files; the subject table is read twice, and all files
  ///   once more where subjects are rejected.
  public func score(
    sources: [String: [TextSource]], options: ScoringOptions = ScoringOptions(),
    lookingAt keys: Set<String> = [], progress: ((WorkProgress) -> Void)? = nil
  ) throws(TableReadError) -> ScoredPopulation {
    try score(options: options, lookingAt: keys, progress: progress) {
      sources[plan.tables[$0].name] ?? []
    }
  }

  /// Scores a population while its files are read, each table's files being asked for when their turn
  /// comes; otherwise like scoring sources.
  ///
  /// - Parameter sourcesOf: called once for each table, by its index in `Plan.tables`, in order.
  public func score(
    options: ScoringOptions = ScoringOptions(), lookingAt keys: Set<String> = [],
    progress: ((WorkProgress) -> Void)? = nil,
    sourcesOf: (Int) throws(TableReadError) -> [TextSource]
  ) throws(TableReadError) -> ScoredPopulation {
    var streamed = StreamedScoring(plan, values, options, report: progress)
    return try streamed.run(lookingAt: keys, sourcesOf) { number in
      progress?(WorkProgress(activity: "scoring", done: number, total: plan.stages.count))
    }
  }
}
