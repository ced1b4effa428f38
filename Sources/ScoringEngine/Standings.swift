import ScorecardPolicy
import ScoringPlan

/// Finds where subjects stand; made once for the results of a population.
///
/// Making it takes time in proportion to subjects times rankings and grades; a question then takes
/// the time of one subject's evaluation.
public struct Standings: Sendable {
  private let scored: ScoredPopulation
  private let trace: PlanTrace
  /// For each ranking how many are ranked in each group.
  private let rankCounts: [[Int32: Int]]
  private let bandings: [Banding]

  /// The standings of all subjects of some results.
  public init(_ scored: ScoredPopulation) {
    self.scored = scored
    trace = PlanTrace(scored.plan)
    rankCounts = scored.plan.rankings.map { ranking in
      guard let ranks = scored.column(ranking.result) else { return [:] }
      var counts: [Int32: Int] = [:]
      for subject in 0..<scored.population.subjectCount
      where !scored.isRejected(subject) && ranks[subject] != nil {
        counts[scored.group(of: subject, ranking.within), default: 0] += 1
      }
      return counts
    }
    bandings = scored.plan.gradings.map { Banding($0, scored) }
  }

  /// The explanation of a subject, ranks, grades and results included; nil when it is rejected.
  public func explanation(of subject: Int) -> Explanation? {
    scored.isRejected(subject)
      ? nil
      : scored.plan.explanation(
        of: scored.evaluation(of: subject), values: scored.values, trace: trace)
  }

  /// Where a subject stands; `explanation` is its own.
  public func standing(of subject: Int, _ explanation: Explanation) -> SubjectStanding {
    let plan = scored.plan
    let row = scored.population.interpreterInput(subject).subject
    let texts = zip(plan.tables[0].columns, row.dropFirst()).compactMap { column, value in
      if case .text(let text) = value { (name: column.name, value: text) } else { nil }
    }
    return SubjectStanding(
      texts: texts,
      places: plan.rankings.indices.map { place(of: subject, $0) },
      grades: bandings.map { $0.place(of: subject, scored, explanation) })
  }

  private func place(of subject: Int, _ index: Int) -> RankPlace {
    let ranking = scored.plan.rankings[index]
    let group = scored.group(of: subject, ranking.within)
    return RankPlace(
      ranking: ranking.name, title: ranking.title,
      rank: scored.column(ranking.result)?[subject].map { Int($0) },
      count: rankCounts[index][group] ?? 0, group: scored.groupText(of: subject, ranking.within))
  }
}

extension ScoredPopulation {
  /// The code of the text that groups a subject; -1 for the group without one, and for all together.
  func group(of subject: Int, _ within: Register?) -> Int32 {
    within.map { population.tables[0].columns[$0.index - 1].codes[subject] } ?? -1
  }

  /// The text that groups a subject; nil without one, and when all are together.
  func groupText(of subject: Int, _ within: Register?) -> String? {
    let code = group(of: subject, within)
    return code < 0 ? nil : population.pool.text(of: code)
  }
}
