import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// A policy's run over a population, prepared so that its weights can be varied and every answer tried.
public struct FlipLaboratory: Sendable {
  /// The run with the weights as they are.
  public let scored: ScoredPopulation
  /// The weighings of the dimensions.
  public let weighings: [Weighing]
  let contests: [Contest]
  private let reweighting: Reweighting

  /// Scores a population with all that is needed.
  ///
  /// - Parameters:
  ///   - resolved: the policy that `plan` is compiled from.
  ///   - options: how to go about it; measures and what varies are kept whatever they say.
  /// - Complexity: a run, then O(n log n) for each grade.
  public init(
    _ resolved: ResolvedPolicy, _ plan: Plan, _ population: Population,
    options: ScoringOptions = ScoringOptions(), progress: ((WorkProgress) -> Void)? = nil
  ) {
    weighings = Weighing.ofDimensions(resolved, in: plan)
    let slots = Set(weighings.flatMap(\.slots))
    var options = options
    options.keepsMeasures = true
    options.varying = slots
    scored = PlanEngine(plan: plan).score(population, options: options, progress: progress)
    contests = Contest.all(scored)
    guard let reweighting = Reweighting(scored, varying: slots, options: options) else {
      preconditionFailure("weights of dimensions stand behind all detail rows")
    }
    self.reweighting = reweighting
  }

  /// The run with other weights, those of each weighing.
  func run(_ weights: [[Double]]) -> ScoredPopulation {
    var values = scored.values
    for (weighing, weights) in zip(weighings, weights) {
      values = weighing.setting(weights, in: values)
    }
    return reweighting.scored(with: values)
  }

  /// How the published values of a contest follow the weights.
  func scores(of contest: Contest) throws(FlipObstacle) -> LinearScores {
    let dependent = scored.plan.registers(dependingOn: Set(weighings.flatMap(\.slots)))
    if let obstacle = contest.obstacle(dependent, scored.plan) { throw obstacle }
    return try LinearScores(scored, weighings, by: contest.by, name: contest.name)
  }

  /// A subject's key.
  public func key(of subject: Int) -> String {
    let population = scored.population
    return population.pool.text(of: population.tables[0].keys[subject])
  }
}
