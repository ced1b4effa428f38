import ScoringEngine
import ScoringPlan

/// A population in memory that is given other dimension weights, with and without ranks.
struct Reweight {
  private let plan: Plan
  private let population: Population
  /// The plan's own parameter values with the weights to change to.
  let values: ParameterVector
  private let whole: ScoredPopulation
  private let withoutRanks: ScoredPopulation

  init(_ bank: Bank, _ population: Population) throws {
    (plan, self.population) = (bank.plan, population)
    values = try Self.values(bank.plan)
    var options = ScoringOptions()
    options.varying = bank.plan.dimensionWeights
    whole = PlanEngine(plan: bank.plan).score(population, options: options)
    withoutRanks = PlanEngine(plan: bank.planWithoutRanks).score(population, options: options)
  }

  /// Weighs and ranks anew, on so many threads.
  func withRanks(threads: Int) throws -> Reweighting { try Self.prepared(whole, threads) }

  /// Weighs anew only.
  func sumsOnly(threads: Int) throws -> Reweighting { try Self.prepared(withoutRanks, threads) }

  /// The columns that a weighted sum moves: one for each dimension and one of totals.
  var movedBytes: Int {
    (plan.layout.dimensions.count + 1) * population.subjectCount * MemoryLayout<Double>.size
  }

  /// The results with the new weights, after all totals and ranks were held, to the bit, against
  /// scoring the tables with these weights.
  func checked(threads: Int) throws -> ScoredPopulation {
    let expected = PlanEngine(plan: plan, values: values).score(population)
    let ranked = try withRanks(threads: threads).scored(with: values)
    let summed = try sumsOnly(threads: threads).scored(with: values)
    let total = plan.layout.total
    try Self.compare(ranked, expected, [total] + plan.rankings.map(\.result))
    try Self.compare(summed, expected, [total])
    return ranked
  }

  private static func prepared(_ scored: ScoredPopulation, _ threads: Int) throws -> Reweighting {
    let slots = scored.plan.dimensionWeights
    let options = ScoringOptions(threads: threads)
    guard let reweighting = Reweighting(scored, varying: slots, options: options) else {
      throw BenchmarkError("the policy cannot be weighed anew")
    }
    return reweighting
  }

  private static func values(_ plan: Plan) throws -> ParameterVector {
    var values = plan.values
    let weights = Exchange.descendingWeights(plan.layout.dimensions)
    for (dimension, weight) in zip(plan.layout.dimensions, weights) {
      guard case .slot(let slot) = dimension.weight else {
        throw BenchmarkError("the weight of \(dimension.name) is not one number for everybody")
      }
      values[slot] = weight
    }
    return values
  }

  private static func compare(
    _ scored: ScoredPopulation, _ expected: ScoredPopulation, _ registers: [Register]
  ) throws {
    for register in registers {
      guard let found = scored.column(register), let wanted = expected.column(register) else {
        throw BenchmarkError("a column was not kept")
      }
      for subject in 0..<found.count {
        guard scored.isRejected(subject) == expected.isRejected(subject),
          found[subject]?.bitPattern == wanted[subject]?.bitPattern
        else { throw BenchmarkError("subject \(subject) differs when it is weighed anew") }
      }
    }
  }
}

extension Kernels {
  /// The weighted sum alone, which is re-weighting by a plan without ranks, and all of it.
  func reweight(_ reweight: Reweight, threads: Int) throws -> [StepTiming] {
    let sums = time(try reweight.sumsOnly(threads: threads), reweight.values)
    let rate = Double(reweight.movedBytes) / sums.median
    table.add(
      "re-weight, without ranks", threads: threads, sums,
      rate: String(
        format: "%.1f GB/s moved, %.0f %% of memory bandwidth", rate / 1e9,
        100 * rate / bandwidth(threads)))
    let whole = time(try reweight.withRanks(threads: threads), reweight.values)
    table.add(
      "re-weight and rank", threads: threads, whole,
      rate: Self.people(population.subjectCount, whole.median))
    return [
      StepTiming(step: "weighted sum", threads: threads, timing: sums),
      StepTiming(step: "re-weight and rank", threads: threads, timing: whole),
    ]
  }

  private func time(_ reweighting: Reweighting, _ values: ParameterVector) -> Timing {
    // These take milliseconds, so that more runs are cheap and steady the median.
    Stopwatch.time(10 * repetitions) { _ = reweighting.scored(with: values) }
  }
}
