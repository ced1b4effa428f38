import ColumnStore
import ScoringEngine
import ScoringPlan

extension Population {
  /// Reads a plan's tables with corrections laid over them, if there are any.
  ///
  /// - Parameters:
  ///   - plan: the plan whose tables are read.
  ///   - data: where they are, and the corrections.
  ///   - threads: on how many threads corrected rows are looked for; does not change anything.
  ///   - progress: called every few megabytes.
  /// - Throws: `TableReadError`, or `CorrectionFaults`; faulty rows do not throw.
  public static func load(
    _ plan: Plan, _ data: JobData, threads: Int, progress: ((WorkProgress) -> Void)? = nil
  ) throws -> LoadedPopulation {
    let opening = JobInputs(plan, data.files, progress: progress)
    defer { opening.finish() }
    guard let file = data.corrections else {
      var inputs: [[JobInput]] = []
      let population = try load(plan, progress: progress) { table throws(TableReadError) in
        inputs.append(try opening.inputs(ofTable: table))
        return inputs[table].map(\.source)
      }
      return LoadedPopulation(population: population, inputs: inputs, corrections: nil)
    }
    let inputs = try plan.tables.indices.map { try opening.inputs(ofTable: $0) }
    guard let corrections = try JobInput.open(file, of: AppliedCorrections.table) else {
      preconditionFailure("a file that is wanted whatever it holds is opened")
    }
    let corrected = try CorrectedInputs(
      corrections, plan, inputs, threads: threads, progress: progress)
    let population = try load(plan, progress: progress) { table in
      corrected.inputs[table].map(\.source)
    }
    return LoadedPopulation(
      population: population, inputs: inputs, corrections: corrected.corrections)
  }
}
