import ScoringEngine
import ScoringPlan

/// The subjects that two policies score: what each policy makes of them.
///
/// Subjects are counted from 0 in the order in which the baseline's files have them; every array has
/// one element for each.
public struct ComparedSubjects: Sendable {
  /// Their rows in the subject tables.
  let rows: Compared<[Int]>
  /// The value after the gates; the total where a policy has none.
  public let finals: Compared<[Double]>
  /// Competition ranks among all subjects compared, by the published final, largest first.
  public let ranks: Compared<[Int]>
  /// The finals as whole units of each policy's last published decimal.
  let published: Compared<[Int64]>
  /// The rankings that both policies have under the same name.
  public let rankings: [ComparedRanking]
  /// The grades that both policies have under the same name.
  public let grades: [ComparedGrade]
  /// What is paid; nil when it cannot be compared.
  public let pay: ComparedPay?
  /// The subjects' keys and texts are those of the baseline.
  let baseline: Population

  /// The number of subjects.
  public var count: Int { rows.before.count }

  init(_ scored: Compared<ScoredPopulation>, rows: Compared<[Int]>) {
    self.rows = rows
    baseline = scored.before.population
    finals = Compared(
      before: Self.finals(scored.before, rows.before), after: Self.finals(scored.after, rows.after))
    published = Compared(
      before: Self.published(finals.before, scored.before.plan.decimals),
      after: Self.published(finals.after, scored.after.plan.decimals))
    ranks = published.map(CompetitionRanks.of)
    rankings = Self.rankings(scored, rows)
    let others = scored.after.plan.gradings
    grades = scored.before.plan.gradings.compactMap { grading in
      others.first { $0.name == grading.name }.map {
        ComparedGrade(Compared(before: grading, after: $0), scored, rows: rows)
      }
    }
    pay = ComparedPay(scored, rows: rows)
  }

  /// A subject's key.
  public func key(of subject: Int) -> String {
    baseline.pool.text(of: baseline.tables[0].keys[rows.before[subject]])
  }

  /// The names of the text columns of the baseline's subject table.
  public var textNames: [String] {
    baseline.tables[0].columns.filter { $0.type == .text }.map(\.name)
  }

  /// A subject's texts under these names; nil where missing.
  public func texts(of subject: Int) -> [String?] {
    baseline.tables[0].columns.filter { $0.type == .text }.map {
      let code = $0.codes[rows.before[subject]]
      return code < 0 ? nil : baseline.pool.text(of: code)
    }
  }

  /// Whether a subject's rank, grade or pay is not the same.
  func isAffected(_ subject: Int) -> Bool {
    rankings.contains { $0.ranks.before[subject] != $0.ranks.after[subject] }
      || isAwardedOtherwise(subject)
  }

  /// Whether a subject's grade or pay is not the same.
  func isAwardedOtherwise(_ subject: Int) -> Bool {
    grades.contains { $0.isChanged(subject) } || (pay?.change(of: subject) ?? 0) != 0
  }

  /// How much a subject's final changes.
  func change(of subject: Int) -> Double { finals.map { $0[subject] }.change }

  /// By how many ranks a subject falls; below 0 when it rises.
  public func rankChange(of subject: Int) -> Int { ranks.after[subject] - ranks.before[subject] }

  /// Whether the key of one subject comes before that of another by its bytes.
  func isOrderedBefore(_ one: Int, _ other: Int) -> Bool {
    let keys = baseline.tables[0].keys
    return baseline.pool.isOrderedBefore(keys[rows.before[one]], keys[rows.before[other]])
  }

  private static func finals(_ scored: ScoredPopulation, _ rows: [Int]) -> [Double] {
    let layout = scored.plan.layout
    let column = scored.column(layout.final ?? layout.total)
    return rows.map { row in
      guard let final = column?[row] else {
        preconditionFailure("a subject that is not rejected has a final")
      }
      return final
    }
  }

  /// Finals too large for a whole number are the largest of all.
  private static func published(_ finals: [Double], _ decimals: Int) -> [Int64] {
    finals.map { ScoreKey.key(of: $0, decimals: decimals) ?? ($0 < 0 ? .min : .max) }
  }

  private static func rankings(
    _ scored: Compared<ScoredPopulation>, _ rows: Compared<[Int]>
  ) -> [ComparedRanking] {
    let others = scored.after.plan.rankings
    return scored.before.plan.rankings.compactMap { ranking in
      guard let other = others.first(where: { $0.name == ranking.name }) else { return nil }
      return ComparedRanking(
        name: ranking.name,
        ranks: Compared(
          before: ranks(ranking, scored.before, rows.before),
          after: ranks(other, scored.after, rows.after)))
    }
  }

  private static func ranks(
    _ ranking: Ranking, _ scored: ScoredPopulation, _ rows: [Int]
  ) -> [Int?] {
    let column = scored.column(ranking.result)
    return rows.map { row in column?[row].map { Int($0) } }
  }
}
