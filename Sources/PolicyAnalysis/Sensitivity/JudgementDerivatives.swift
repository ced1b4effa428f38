import Dispatch
import LinearAlgebra
import ScoringEngine
import ScoringPlan
import Synchronization

/// How the total, the final and the pay of each person move with each judgement: exact derivatives.
///
/// The derivatives of weights are those of `WeightDerivatives`; the rest is the chain rule, carried through
/// the plan at each person's values. A total is a sum of weights times scores and always has them. A final
/// or an amount paid has none where it is rounded, where it comes of a grade or a rank, or where it stands
/// exactly at a cap, a gate's threshold or a point of a curve: then the reason is given and no number.
public struct JudgementDerivatives: Sendable {
  /// One person's.
  public struct Person: Sendable {
    /// The row in the subject table.
    public let subject: Int
    /// The key.
    public let key: String
    /// Of the total by each judgement, in the order of `judgements`.
    public let total: [Double]
    /// Of the value after the gates.
    public let final: JudgementSlope
    /// Of what is paid; nil where the policy has no payroll.
    public let pay: JudgementSlope?
  }

  /// The judgements by which derivatives are taken: by how much a number rises when the judgement does by 1.
  public let judgements: [PolicyNumber]
  /// The weights that come of judgements otherwise, with the reason why there are no derivatives.
  public let excluded: [(path: String, reason: String)]
  /// Those who are published, in the order of the files.
  public let people: [Person]

  /// Derivatives for everybody whom a run publishes.
  ///
  /// - Parameters:
  ///   - policy: the policy of the run.
  ///   - scored: the run, of a population in memory.
  /// - Throws: `LinearAlgebraError` when an eigenvector is not found.
  /// - Complexity: for each person the interpreter's work, and judgements times the instructions after the
  ///   weights; once more for each stage of sums or means over people that depend on judgements.
  public init(
    _ policy: VariablePolicy, _ scored: ScoredPopulation, threads: Int = 1
  ) throws(LinearAlgebraError) {
    let weights = try WeightSlopes(policy)
    (judgements, excluded) = (weights.judgements, weights.excluded)
    let program = SlopeProgram(scored.plan, scored.values, slots: weights.slopes)
    let subjects = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let statistics = StatisticSlopes(program, scored, subjects, threads)
    let count = judgements.count
    let (layout, payroll) = (scored.plan.layout, scored.plan.payroll)
    people = Self.map(subjects, threads) { subject in
      let evaluation = scored.evaluation(of: subject)
      let slopes = program.slopes(evaluation) { statistics.slope(of: $0, for: evaluation) }
      let total = slopes[layout.total] ?? .constant
      let pool = scored.population.pool
      return Person(
        subject: subject, key: pool.text(of: scored.population.tables[0].keys[subject]),
        total: total.derivatives(count: count) ?? [],
        final: slopes[layout.final ?? layout.total] ?? .constant,
        pay: payroll.map { slopes[$0.register] ?? .constant })
    }
  }

  /// Of what is paid to all by each judgement, rounded once; nil where the policy has no payroll, or where
  /// somebody's pay has no derivative.
  public var payroll: [Double]? {
    var sums = judgements.map { _ in ExactSum() }
    for person in people {
      guard let own = person.pay?.derivatives(count: sums.count) else { return nil }
      for index in sums.indices { sums[index].add(own[index]) }
    }
    return people.isEmpty ? nil : sums.map { $0.rounded() }
  }

  /// For each reason how many people's pay has no derivative for it, in the order of the reasons; those
  /// that nobody has are left out.
  public var payObstacles: [(obstacle: JudgementSlope.Obstacle, people: Int)] {
    count(people.compactMap(\.pay?.obstacle))
  }

  /// The same of finals.
  public var finalObstacles: [(obstacle: JudgementSlope.Obstacle, people: Int)] {
    count(people.compactMap(\.final.obstacle))
  }

  private func count(
    _ found: [JudgementSlope.Obstacle]
  ) -> [(obstacle: JudgementSlope.Obstacle, people: Int)] {
    JudgementSlope.Obstacle.allCases.map { obstacle in
      (obstacle, found.count { $0 == obstacle })
    }.filter { $0.1 > 0 }
  }

  /// What a function gives for each element, in order, on some threads.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ threads: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let size = 64
    let pieces = (elements.count + size - 1) / size
    let results = Mutex([[Result]](repeating: [], count: pieces))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(threads, 1)) { _ in
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < pieces else { return }
        let own = elements[(piece * size)..<min((piece + 1) * size, elements.count)].map(transform)
        results.withLock { $0[piece] = own }
      }
    }
    return results.withLock { $0.flatMap { $0 } }
  }
}
