import ScoringEngine
import ScoringPlan

/// Where a subject stands among the others: the text columns, and each ranking.
struct Standing {
  struct Place {
    let ranking: String
    let rank: Int
    let count: Int
    /// The group that is ranked, when not all are.
    let group: String?
  }

  let texts: [(name: String, value: String)]
  let places: [Place]

  init(_ subject: Int, _ scored: ScoredPopulation, _ row: [Value]) {
    let plan = scored.plan
    texts = zip(plan.tables[0].columns, row.dropFirst()).compactMap { column, value in
      if case .text(let text) = value { (column.name, text) } else { nil }
    }
    places = plan.rankings.compactMap { ranking in
      guard let rank = scored.column(ranking.result)?[subject] else { return nil }
      var group: String?
      if let within = ranking.within, case .text(let text) = row[within.index] { group = text }
      return Place(
        ranking: ranking.name, rank: Int(rank),
        count: Self.count(like: subject, ranking, scored), group: group)
    }
  }

  /// How many subjects are ranked together with one.
  private static func count(like subject: Int, _ ranking: Ranking, _ scored: ScoredPopulation)
    -> Int
  {
    let subjects = (0..<scored.population.subjectCount).lazy.filter { !scored.isRejected($0) }
    guard let within = ranking.within else { return subjects.count { _ in true } }
    let column = scored.population.tables[0].columns[within.index - 1]
    return subjects.count { column.codes[$0] == column.codes[subject] }
  }
}
