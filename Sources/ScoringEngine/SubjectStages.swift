import ColumnStore
import DelimitedText
import ScoringPlan

/// Some stages of a plan, one after another, that each look at one subject alone: run over as many
/// subjects at a time as one likes, from their rows or from registers that earlier stages wrote.
public struct SubjectStages: Sendable {
  private let plan: Plan
  /// The stages alone, before them what is the same for all subjects.
  private let part: Plan
  private let values: ParameterVector
  private let options: ScoringOptions
  /// The registers that must be given; empty when the stages begin with rows.
  private let inputs: [Register]
  private let texts: TextPool

  /// Prepares stages.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - values: its parameter values.
  ///   - range: the stages, by their index in `Plan.stages`; none may look at other subjects.
  ///   - inputs: the registers that subjects are given with, where stages before have written them.
  ///   - outputs: the registers of the subject table that are kept.
  ///   - options: how to go about it.
  public init(
    _ plan: Plan, values: ParameterVector, stages range: Range<Int>, from inputs: [Register] = [],
    keeping outputs: [Register], options: ScoringOptions = ScoringOptions(threads: 1)
  ) {
    precondition(
      !plan.stages[range].contains(where: \.looksAtPopulation), "the stages look at one subject")
    (self.plan, self.values, self.inputs) = (plan, values, inputs)
    let constants = plan.constants(before: range.lowerBound)
    part = plan.with([.subjectRows(constants)] + plan.stages[range])
    var options = options
    options.kept = outputs
    self.options = options
    var texts = TextPool()
    for text in plan.texts { _ = texts.code(for: text) }
    self.texts = texts
  }

  /// Runs the stages, the first of the plan being among them, over rows.
  ///
  /// - Parameters:
  ///   - sources: for the name of each table its files.
  ///   - keys: the subjects of whom all that is read stays in memory.
  /// - Returns: what the stages find; of a plan that has only these stages.
  /// - Throws: `TableReadError` when a text cannot be read as the table; faulty rows do not throw.
  public func score(
    sources: [String: [TextSource]], lookingAt keys: Set<String> = []
  ) throws(TableReadError) -> ScoredPopulation {
    try PlanEngine(plan: part, values: values)
      .score(sources: sources, options: options, lookingAt: keys)
  }

  /// Room for the registers of that many subjects.
  public func registers(count: Int) -> SubjectRegisters {
    SubjectRegisters(inputs, count: count, texts: texts)
  }

  /// Runs the stages over subjects whose registers are given.
  ///
  /// Who is rejected is known afterwards, but not why: `rejectedRows` must not be asked for.
  ///
  /// - Returns: what the stages find, of the whole plan.
  public func score(_ registers: SubjectRegisters) -> ScoredPopulation {
    let run = ScoringRun(
      part, values, registers.population(plan), options,
      columns: registers.columns(of: plan.tables[0].registerCount))
    run.run { _ in }
    return ScoredPopulation(run, values, plan: plan)
  }
}
