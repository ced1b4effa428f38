import ScoringEngine
import ScoringPlan

/// Holds what is going to be timed against slow and simple ways to the same answers.
enum AnswerCheck {
  /// Every thousandth subject's total against the interpreter's, and all ranks against sorting.
  static func check(_ scored: ScoredPopulation) throws {
    let plan = scored.plan
    let population = scored.population
    let interpreter = PlanInterpreter(plan)
    guard let totals = scored.column(plan.layout.total) else {
      throw BenchmarkError("there are no totals")
    }
    for subject in stride(from: 0, to: population.subjectCount, by: 1000)
    where !scored.isRejected(subject) {
      let input = population.interpreterInput(subject)
      let evaluation = interpreter.evaluate(subject: input.subject, details: input.details)
      guard case .number(let total) = evaluation[plan.layout.total], total == totals[subject] else {
        throw BenchmarkError("subject \(subject): the total is not the interpreter's")
      }
    }
    for ranking in plan.rankings { try check(ranking, of: scored) }
  }

  /// Ranks are one more than the number of those above, in the group if there is one.
  private static func check(_ ranking: Ranking, of scored: ScoredPopulation) throws {
    guard let scores = scored.column(ranking.by), let ranks = scored.column(ranking.result) else {
      throw BenchmarkError("\(ranking.name) was not kept")
    }
    let groups = ranking.within.flatMap(scored.column)
    var keys: [Double: [(key: Int64, subject: Int)]] = [:]
    for subject in 0..<scores.count {
      guard !scored.isRejected(subject), let score = scores[subject] else { continue }
      guard let key = ScoreKey.key(of: score, decimals: scored.plan.decimals) else { continue }
      keys[groups?[subject] ?? 0, default: []].append((key, subject))
    }
    for members in keys.values {
      let sorted = members.sorted { $0.key > $1.key }
      var rank = 1
      for (place, member) in sorted.enumerated() {
        if place > 0, sorted[place - 1].key != member.key { rank = place + 1 }
        guard ranks[member.subject] == Double(rank) else {
          throw BenchmarkError("\(ranking.name) of subject \(member.subject) is not \(rank)")
        }
      }
    }
  }
}
