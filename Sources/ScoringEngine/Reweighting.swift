import ScoringPlan

/// A scored population in memory, ready to be scored again and again with other values of some
/// parameters, such as the dimension weights, without touching its tables.
///
/// What does not depend on these parameters stays as it is; the rest, down to ranks and grades, is
/// computed anew. Results are to the bit those of scoring everything with the new values.
public struct Reweighting: Sendable {
  private let scored: ScoredPopulation
  private let slots: Set<ParameterSlot>
  private let options: ScoringOptions
  private let rerun: Plan
  /// The registers that are not computed anew.
  private let columns: [RegisterColumn?]
  /// Who is rejected whatever the parameters.
  private let isRejected: [Bool]
  private let groups = GroupCache()
  /// The least number of rows in a block. The programs are short and read whole columns: longer blocks
  /// than for scoring still stay in the cache, and columns are read from memory in longer stretches.
  private static let leastBlockSize = 8192

  /// Prepares a population for other values of some parameters.
  ///
  /// Who was rejected in the run may be published with other values, and the other way round. Of a
  /// population that was scored while it was read the rows of the latter are not in memory: where
  /// there are such, `counts` and `rejectedRows` of what comes of other values must not be asked for.
  ///
  /// - Parameters:
  ///   - scored: what came of a run with options whose `varying` holds these parameters.
  ///   - slots: the parameters that will vary.
  ///   - options: how to go about it; whether the scores of measures are kept as in the run.
  /// - Returns: nil when detail rows depend on these parameters, or when the run did not keep what
  ///   is needed.
  /// - Complexity: O(subjects), and the interpreter's work for each who was rejected.
  public init?(
    _ scored: ScoredPopulation, varying slots: Set<ParameterSlot>,
    options: ScoringOptions = ScoringOptions()
  ) {
    let outputs = scored.plan.outputs(withMeasures: options.keepsMeasures)
    guard let varying = VaryingStages(scored.plan, slots, outputs: outputs) else { return nil }
    let fileCount = scored.plan.tables[0].columns.count
    var columns = [RegisterColumn?](repeating: nil, count: scored.plan.tables[0].registerCount)
    for register in varying.boundary {
      if register.index <= fileCount {
        // Columns of the file are brought block by block.
        guard scored.population.holds(register) else { return nil }
      } else {
        guard let column = scored.column(register, of: 0) else { return nil }
        columns[register.index] = column
      }
    }
    (self.scored, self.slots, self.columns) = (scored, slots, columns)
    self.options = Self.withLongBlocks(options)
    rerun = scored.plan.with(varying.stages)
    isRejected = Self.rejected(scored, scored.plan.with(varying.otherStages), options.threads)
  }

  /// The results with other parameter values, which may differ from those of the run only in the
  /// parameters that vary.
  ///
  /// - Complexity: a pass over the columns that the varying instructions read, and the stages that
  ///   look at other subjects.
  public func scored(with values: ParameterVector) -> ScoredPopulation {
    precondition(
      values.values.count == scored.values.values.count
        && values.values.indices.allSatisfy {
          values.values[$0] == scored.values.values[$0] || slots.contains(ParameterSlot($0))
        }, "only the parameters that vary may have other values")
    let run = ScoringRun(
      rerun, values, scored.population, options, texts: scored.texts, columns: columns,
      isRejected: isRejected)
    run.groupCache = groups
    run.run { _ in }
    return ScoredPopulation(run, values, plan: scored.plan)
  }

  private static func withLongBlocks(_ options: ScoringOptions) -> ScoringOptions {
    var options = options
    options.blockSize = max(options.blockSize, leastBlockSize)
    return options
  }

  /// For each subject whether it is rejected on reading or by a requirement of some stages.
  private static func rejected(
    _ scored: ScoredPopulation, _ others: Plan, _ threads: Int
  ) -> [Bool] {
    let population = scored.population
    let interpreter = PlanInterpreter(others, values: scored.values)
    let inQuestion = scored.isRejected.indices.filter {
      scored.isRejected[$0] && !population.isRejected[$0]
    }
    let found = RowRanges.map(of: inQuestion.count, threads: threads) { range in
      inQuestion[range].filter { subject in
        let input = population.interpreterInput(subject)
        return interpreter.evaluate(subject: input.subject, details: input.details).rejection != nil
      }
    }
    var isRejected = population.isRejected
    for subject in found.joined() { isRejected[subject] = true }
    return isRejected
  }
}
