import ColumnStore
import ScoringPlan

/// The order in which results are written.
public enum ResultOrder: Sendable, Equatable {
  /// As the subjects stand in their files.
  case input
  /// By a ranking: by the bytes of the group's text if it ranks within groups (missing first), then
  /// by rank (those without one last), then by the bytes of the key.
  case ranking(Ranking)

  /// The subjects that are published, in this order; nil when that is the order of all subjects.
  /// O(n log n).
  func subjects(of scored: ScoredPopulation, threads: Int) -> [Int32]? {
    guard case .ranking(let ranking) = self else { return nil }
    let published = (0..<scored.population.subjectCount).filter { !scored.isRejected($0) }
    let (pool, table) = (scored.population.pool, scored.population.tables[0])
    let groups = Self.groupPlaces(ranking, table, pool)
    let ranks = scored.column(ranking.result)
    let places = published.map { subject in
      (group: groups.map { $0[subject] } ?? 0, rank: ranks?[subject] ?? .infinity, subject: subject)
    }
    return places.sorted { one, other in
      if one.group != other.group { return one.group < other.group }
      if one.rank != other.rank { return one.rank < other.rank }
      return pool.isOrderedBefore(table.keys[one.subject], table.keys[other.subject])
    }.map { Int32($0.subject) }
  }

  /// For each subject the place of its group's text among all by their bytes, 0 where missing; nil
  /// when the ranking has no groups.
  private static func groupPlaces(
    _ ranking: Ranking, _ table: Table, _ pool: TextPool
  ) -> [Int]? {
    guard let within = ranking.within else { return nil }
    let codes = within == .key ? table.keys : table.columns[within.index - 1].codes
    let sorted = Set(codes).filter { $0 >= 0 }.sorted { pool.isOrderedBefore($0, $1) }
    var places = [Int](repeating: 0, count: pool.count)
    for (place, code) in sorted.enumerated() { places[Int(code)] = place + 1 }
    return codes.map { $0 < 0 ? 0 : places[Int($0)] }
  }
}
