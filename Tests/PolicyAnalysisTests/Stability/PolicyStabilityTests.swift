import AHP
import Diagnostics
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import PolicyAnalysis

@Suite("How sure ranks and grades are when judgements are uncertain")
struct PolicyStabilityTests {
  /// Everything that an analysis says, as text.
  private static func text(_ stability: PolicyStability) -> String {
    let ranks = stability.rankings.map {
      "\($0.name) \($0.given) \($0.mean) \($0.best) \($0.worst) \($0.quantiles) \($0.firstShares)"
    }
    let grades = stability.grades.map { grade in
      let shares = stability.rows.indices.map { subject in
        grade.labels.indices.map { grade.probability(of: subject, $0) }
      }
      let central = stability.rows.indices.map { stability.centralWeights(of: $0, topOf: 0) }
      return "\(grade.name) \(grade.labels) \(grade.given) \(shares) \(central)"
    }
    return (ranks + grades + ["\(stability.fragile)"]).joined(separator: "\n")
  }

  @Test(
    "weighted sums alone count what running the plan counts, for random policies and drawings",
    arguments: LongTests.rounds(0..<60, long: 0..<2000) as Range<UInt64>)
  func fast(seed: UInt64) throws {
    let policy = try JudgedPolicy(seed: seed)
    let draws = try policy.draws(.steps([0.5, 1, 3][Int(seed % 3)]), seed: seed)
    let fast = try PolicyStability(policy.plan, policy.population, draws: draws, threads: 2)
    let slow = try PolicyStability(policy.plan, policy.population, draws: draws, fast: false)
    #expect(fast.isFast && !slow.isFast)
    #expect(Self.text(fast) == Self.text(slow), "seed \(seed)")
  }

  @Test("The result is the same for any number of threads", arguments: [true, false])
  func threads(fast: Bool) throws {
    let policy = try JudgedPolicy(seed: 5)
    let texts = try [1, 2, 7].map { threads in
      Self.text(
        try PolicyStability(
          policy.plan, policy.population,
          draws: try PolicyDraws(
            policy.weighings, drawing: .steps(1), count: 333, seed: 3, threads: threads),
          threads: threads, fast: fast))
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2])
  }

  @Test(
    "Acceptabilities, probabilities and central weights are those of a plain loop over the draws",
    arguments: 0..<12 as Range<UInt64>)
  func plainLoop(seed: UInt64) throws {
    let policy = try JudgedPolicy(seed: seed)
    let draws = try policy.draws(.steps(1), count: 80, seed: seed)
    let stability = try PolicyStability(policy.plan, policy.population, draws: draws)
    let plan = policy.plan
    let runs = (0..<draws.count).map { draw in
      PlanEngine(plan: plan, values: draws.values(plan.values, draw: draw))
        .score(policy.population, options: ScoringOptions(threads: 1))
    }
    for (index, ranking) in plan.rankings.enumerated() {
      let found = stability.rankings[index]
      for (subject, row) in stability.rows.enumerated() {
        let ranks = runs.compactMap { $0.column(ranking.result)?[row] }
        #expect(
          found.mean[subject] == (ranks.isEmpty ? nil : ranks.reduce(0, +) / Double(ranks.count)))
        #expect(found.best[subject] == ranks.min().map { Int($0) })
        #expect(found.worst[subject] == ranks.max().map { Int($0) })
        let shares = stability.acceptability(of: subject, ranking: index)
        for (rank, share) in shares {
          #expect(share == Double(ranks.count { Int($0) == rank }) / 80)
        }
        #expect(shares.map(\.rank) == Set(ranks.map { Int($0) }).sorted())
        #expect(found.firstShares[subject] == Double(ranks.count { $0 == 1 }) / 80)
        // The smallest rank with at least 5, 50 and 95 of a hundred draws at or below it.
        for (quantile, share) in zip(found.quantiles[subject], RankStability.probabilities) {
          let below = ranks.count { Int($0) <= quantile }
          let less = ranks.count { Int($0) < quantile }
          #expect(Double(below) >= share * 80 && Double(less) < share * 80)
        }
      }
    }
    let grade = stability.grades[0]
    let result = plan.gradings[0].result
    for (subject, row) in stability.rows.enumerated() {
      let labels = runs.map { $0.column(result)?.text(of: row) }
      for (place, label) in grade.labels.enumerated() {
        #expect(grade.probability(of: subject, place) == Double(labels.count { $0 == label }) / 80)
      }
      let tops = labels.indices.filter { labels[$0] == grade.labels[0] }
      let central = stability.centralWeights(of: subject, topOf: 0)
      #expect((central == nil) == tops.isEmpty)
      for (place, weight) in (central ?? []).enumerated() {
        let mean = tops.reduce(0.0) { sum, draw in
          sum + draws.values(plan.values, draw: draw)[draws.slots[place]]
        }
        #expect(abs(weight - mean / Double(tops.count)) < 1e-12)
      }
    }
  }

  @Test("A judgement that is said to flip a grade does, and what keeps it is not in the list")
  func flips() throws {
    var flipped = 0
    for seed in 0..<20 as Range<UInt64> {
      let policy = try JudgedPolicy(seed: seed)
      let draws = try policy.draws(.steps(1), count: 200)
      let stability = try PolicyStability(policy.plan, policy.population, draws: draws, limit: 0.8)
      let grade = stability.grades[0]
      #expect(
        Set(stability.fragile.map(\.subject))
          == Set(stability.rows.indices.filter { grade.keptShare(of: $0) < 0.8 }))
      for one in stability.fragile.prefix(5) {
        guard let flip = one.flip, let input = flip.input, let judgement = flip.judgement else {
          continue
        }
        flipped += 1
        let values = try Self.values(policy, stability.inputs[input], judgement)
        let scored = PlanEngine(plan: policy.plan, values: values).score(policy.population)
        let label = scored.column(policy.plan.gradings[0].result)?.text(
          of: stability.rows[one.subject])
        #expect(label == one.flipLabel.map { grade.labels[$0] })
        #expect(one.flipLabel != grade.given[one.subject])
      }
    }
    #expect(flipped > 10)
  }

  /// The plan's values with one judgement replaced, weights by the library's own way.
  private static func values(
    _ policy: JudgedPolicy, _ input: JudgementInput, _ judgement: Double
  ) throws -> ParameterVector {
    let weighing = try #require(policy.weighings.first { $0.path == input.path })
    let matrix = weighing.declaration.matrix
    let labels = matrix.labels
    let pairs = labels.indices.flatMap { row in
      labels.indices.filter { $0 > row }.map { (labels[row], labels[$0]) }
    }
    let changed = zip(pairs, matrix.upperTriangle).compactMap { pair, given in
      pair.0 == input.row && pair.1 == input.column ? Judgement(value: judgement) : given
    }
    let weights = try PriorityVector(
      PairwiseComparisonMatrix(labels: labels, upperTriangle: changed),
      method: weighing.declaration.method
    ).weights
    var values = policy.plan.values
    for (slot, weight) in zip(weighing.slots, weights) { values[slot] = weight }
    return values
  }

  @Test("Nothing can be drawn where no weights come from judgements, or no panel is there")
  func nothing() throws {
    let plain = try JudgedPolicy(SmallComparison.first, SmallComparison.staff)
    let none = #expect(throws: DiagnosedFailure.self) {
      _ = try PolicyDraws(plain.weighings, drawing: .steps(0.5), count: 10, seed: 1)
    }
    #expect(none?.diagnostics.map(\.code) == ["policy.no-judgements"])
    let judged = try JudgedPolicy(seed: 1)
    let alone = #expect(throws: DiagnosedFailure.self) {
      _ = try PolicyDraws(judged.weighings, drawing: .panel, count: 10, seed: 1)
    }
    #expect(alone?.diagnostics.map(\.code) == ["judgement.no-panel"])
  }

  @Test("A subject is found by its key, and central weights give what they are central for or not")
  func subjects() throws {
    let policy = try JudgedPolicy(seed: 4)
    let stability = try PolicyStability(
      policy.plan, policy.population, draws: try policy.draws(count: 100))
    #expect(stability.subject(withKey: "p0") == 0)
    #expect(stability.subject(withKey: "nobody") == nil)
    for subject in stability.rows.indices.prefix(40) {
      #expect(stability.subject(withKey: stability.key(of: subject)) == subject)
      guard let weights = stability.centralWeights(of: subject, topOf: 0) else { continue }
      let label = stability.label(of: subject, grade: 0, by: weights)
      #expect(label != nil)
    }
  }
}
