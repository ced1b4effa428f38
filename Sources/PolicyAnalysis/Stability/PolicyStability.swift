import ScoringEngine
import ScoringPlan

/// How sure ranks and grades are when all judgements of a policy are uncertain, by seeded draws.
///
/// Rank acceptability indices and central weights as in stochastic multicriteria acceptability analysis:
/// Lahdelma, R., Salminen, P. (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group
/// decision making, Operations Research 49(3), 444-454, doi:10.1287/opre.49.3.444.11220. Here weights
/// come from drawn judgements and not evenly from all weights, ranks are those of the policy with its
/// gates and groups, and grades are counted like ranks.
///
/// The results are whole numbers of draws: the same for any number of threads. In memory are the draws, for
/// each ranking four bytes for each subject and draw (of some of the draws, beyond 67 million), and for each
/// ranking one and each grade two bits.
public struct PolicyStability: Sendable {
  /// The run by the judgements as they are.
  public let scored: ScoredPopulation
  /// The rows of the subjects that it scores; everything else counts subjects by their places here.
  public let rows: [Int]
  /// The draws.
  public let draws: PolicyDraws
  /// The rankings, in the policy's order.
  public let rankings: [RankStability]
  /// The grades, in the policy's order.
  public let grades: [GradeStability]
  /// Below what share of draws a grade is not safe.
  public let limit: Double
  /// The grades that are not safe, the least sure first.
  public let fragile: [FragileSubject]
  /// Whether the plan was run by the weighted sums alone.
  public let isFast: Bool
  let records: DrawRecords
  private let runs: PolicyRuns

  /// What is drawn.
  public var inputs: [JudgementInput] { draws.inputs }

  /// Runs a plan for each draw.
  ///
  /// - Parameters:
  ///   - plan: the plan of the policy that the draws are of.
  ///   - population: loaded for it.
  ///   - limit: below what share of draws a grade is not safe, above 0 and at most 1.
  ///   - threads: how many threads to use, at least 1; it does not change the result.
  ///   - fast: whether a plan that allows it is run by its weighted sums alone, which gives the same.
  ///   - progress: told from any thread how many draws are done.
  /// - Throws: a `LinearAlgebraError`.
  /// - Complexity: one run of what depends on the weights for each draw, and eight for each judgement where
  ///   grades are not safe.
  public init(
    _ plan: Plan, _ population: Population, draws: PolicyDraws, limit: Double = 0.9,
    threads: Int = 1, fast: Bool = true, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws {
    precondition(limit > 0 && limit <= 1, "a share of draws lies between 0 and 1")
    let runs = PolicyRuns(plan, population, varying: Set(draws.slots), threads: threads)
    let scored = runs.base
    let drawPlan = DrawPlan(scored, drawCount: draws.count)
    let counter = drawPlan.counter(draws, runs, fast: fast)
    isFast = counter is SummedDraws
    let (tally, records) = counter.countAll(drawPlan, threads: threads, progress: progress)
    rankings = drawPlan.rankings.indices.map { index in
      RankStability(
        drawPlan.rankings[index], drawPlan, scored, tally.ranks[index], records.samples[index],
        first: records.first[index], threads: threads)
    }
    let grades = drawPlan.gradings.indices.map { index in
      GradeStability(
        drawPlan.gradings[index], labels: drawPlan.labels[index], given: drawPlan.given[index],
        tally.grades[index], drawCount: draws.count)
    }
    self.grades = grades
    let search = FragileSearch(
      plan: drawPlan, draws: draws, runs: runs, records: records, threads: threads)
    fragile = try search.fragile(grades, limit: limit)
    (self.scored, rows, self.draws) = (scored, drawPlan.rows, draws)
    (self.limit, self.records, self.runs) = (limit, records, runs)
  }

  // MARK: One subject

  /// The key of a subject.
  public func key(of subject: Int) -> String {
    let population = scored.population
    return population.pool.text(of: population.tables[0].keys[rows[subject]])
  }

  /// The place of the subject with a key; nil when nobody scored has it. O(subjects).
  public func subject(withKey key: String) -> Int? {
    scored.population.subject(withKey: key).flatMap { row in
      let place = rows.partitioningIndex { $0 >= row }
      return place < rows.count && rows[place] == row ? place : nil
    }
  }

  /// In what share of draws a subject has each rank that it ever has, the smallest first: its rank
  /// acceptability indices; from the draws whose ranks are kept. O(draws log draws).
  public func acceptability(
    of subject: Int, ranking: Int
  ) -> [(rank: Int, share: Double)] {
    let samples = records.samples[ranking]
    var shares: [(rank: Int, share: Double)] = []
    for rank in samples.sorted(subject) {
      if shares.last?.rank == Int(rank) {
        shares[shares.count - 1].share += 1
      } else {
        shares.append((Int(rank), 1))
      }
    }
    return shares.map { ($0.rank, $0.share / Double(samples.count)) }
  }

  /// The central weights of a subject for being first in a ranking: the mean weights of the draws in which
  /// it is; nil where it never is. Weighing after weighing. O(draws).
  public func centralWeights(of subject: Int, firstIn ranking: Int) -> [Double]? {
    centralWeights(of: subject, records.first[ranking])
  }

  /// The mean weights of the draws in which a subject has the highest grade; nil where it never has.
  public func centralWeights(of subject: Int, topOf grade: Int) -> [Double]? {
    centralWeights(of: subject, records.top[grade])
  }

  /// The label that a subject has by some weights, weighing after weighing, by its place among the labels:
  /// whether central weights do give what they are central for. One run.
  public func label(of subject: Int, grade: Int, by weights: [Double]) -> Int? {
    let scored = runs.scored(with: values(weights))
    let column = scored.column(scored.plan.gradings[grade].result)
    let text = scored.isRejected(rows[subject]) ? nil : column?.text(of: rows[subject])
    return text.flatMap { text in
      grades[grade].labels.firstIndex { $0.utf8.elementsEqual(text.utf8) }
    }
  }

  /// The rank that a subject has by some weights, weighing after weighing. One run.
  public func rank(of subject: Int, ranking: Int, by weights: [Double]) -> Int? {
    let scored = runs.scored(with: values(weights))
    if scored.isRejected(rows[subject]) { return nil }
    return scored.column(scored.plan.rankings[ranking].result)?[rows[subject]].map { Int($0) }
  }

  private func values(_ weights: [Double]) -> ParameterVector {
    var values = scored.values
    for (slot, weight) in zip(draws.slots, weights) { values[slot] = weight }
    return values
  }

  private func centralWeights(of subject: Int, _ marks: DrawMarks) -> [Double]? {
    let some = (0..<draws.count).filter { marks.isMarked(subject, in: $0) }
    if some.isEmpty { return nil }
    return draws.slots.indices.map { place in
      Moments.mean(some.map { draws.weight(place, of: $0) })
    }
  }
}

extension [Int] {
  /// The first place from which on something holds of all elements, which are in such an order.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if holds(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
