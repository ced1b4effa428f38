import ScoringEngine
import ScoringPlan

/// The expected, the best and the worst rank of everybody over draws, and nothing else: for many draws of
/// many people. Arrays have one element for each row; nil stands for who has no rank.
public struct ExpectedRanks: Sendable, Equatable {
  /// The name of the ranking.
  public let name: String
  /// The mean of the ranks.
  public let mean: [Double?]
  /// The smallest.
  public let best: [Int?]
  /// The largest.
  public let worst: [Int?]

  /// The ranks of every ranking of a plan, in its order, over draws of its weights.
  ///
  /// - Parameters:
  ///   - scored: a run of the plan with options that keep measures and let the weights vary that are drawn.
  ///   - threads: how many threads to use, at least 1; it does not change the result.
  ///   - fast: whether a plan that allows it is run by its weighted sums alone, which gives the same.
  public static func all(
    _ scored: ScoredPopulation, draws: PolicyDraws, threads: Int = 1, fast: Bool = true
  ) -> [ExpectedRanks] {
    let plan = DrawPlan(scored, drawCount: draws.count, keepsRecords: false)
    let counter = plan.counter(draws, PolicyRuns(scored, varying: Set(draws.slots)), fast: fast)
    let (tally, _) = counter.countAll(plan, threads: threads) { _ in }
    return plan.rankings.indices.map { index in
      ExpectedRanks(plan.rankings[index], plan, tally.ranks[index], scored)
    }
  }

  private init(
    _ ranking: Ranking, _ plan: DrawPlan, _ tally: RankTally, _ scored: ScoredPopulation
  ) {
    name = ranking.name
    let count = scored.population.subjectCount
    var mean = [Double?](repeating: nil, count: count)
    var best = [Int?](repeating: nil, count: count)
    var worst = best
    for (subject, row) in plan.rows.enumerated() where tally.counts[subject] > 0 {
      mean[row] = Double(tally.sums[subject]) / Double(tally.counts[subject])
      (best[row], worst[row]) = (Int(tally.best[subject]), Int(tally.worst[subject]))
    }
    (self.mean, self.best, self.worst) = (mean, best, worst)
  }
}
