import ColumnStore
import ScoringPlan

/// The order in which results are written.
public enum ResultOrder: Sendable, Equatable {
  /// As the subjects stand in their files.
  case input
  /// By a ranking: by the bytes of the group's text if it ranks within groups (missing first), then
  /// by rank (those without one last), then by the bytes of the key.
  case ranking(Ranking)

  /// The subjects, those that are rejected among them, in this order; nil when that is the order of all
  /// subjects. O(n), and O(m log m) for each m subjects of equal rank.
  public func subjects(of scored: ScoredPopulation, threads: Int) -> [Int32]? {
    guard case .ranking(let ranking) = self else { return nil }
    let (pool, table) = (scored.population.pool, scored.population.tables[0])
    let groups = ranking.within.map { within in
      let codes = within == .key ? table.keys : table.columns[within.index - 1].codes
      return SubjectGroups(subjectCount: codes.count) { codes[$0] }
    }
    let order = RankOrder(
      keys: Self.keys(ranking, scored, threads), groups: groups, threads: threads)
    var sorted = [[Int32]](repeating: [], count: groups?.count ?? 1)
    sorted.withUnsafeMutableBufferPointer { sorted in
      order.forEachGroup { group in
        group.forEachRun { run in
          if run.count == 1 { return }
          group.sort(places: run) { pool.isOrderedBefore(table.keys[$0], table.keys[$1]) }
        }
        let number = groups.map { Int($0.numbers[group.subject(at: 0)]) } ?? 0
        sorted[number] = (0..<group.count).map { Int32(group.subject(at: $0)) }
      }
    }
    guard let groups, let within = ranking.within else { return sorted[0] }
    return Self.byText(groups, within, scored).flatMap { sorted[$0] }
  }

  /// Keys of which the largest is that of the first rank, the least that of those without.
  private static func keys(
    _ ranking: Ranking, _ scored: ScoredPopulation, _ threads: Int
  ) -> RankKeys {
    let count = scored.population.subjectCount
    let (ranks, isRejected) = (scored.column(ranking.result), scored.isRejected)
    return RankKeys(count: count, threads: threads) { subject in
      if isRejected[subject] { return RankKeys.none }
      return -(ranks?[subject].map { Int64($0) } ?? Int64(count) + 1)
    }
  }

  /// The groups by the bytes of their texts, the one without a text first.
  private static func byText(
    _ groups: SubjectGroups, _ within: Register, _ scored: ScoredPopulation
  ) -> [Int] {
    let (pool, table) = (scored.population.pool, scored.population.tables[0])
    let codes = within == .key ? table.keys : table.columns[within.index - 1].codes
    func code(_ group: Int) -> Int32 { codes[Int(groups.members[groups.starts[group]])] }
    return (0..<groups.count).sorted { one, other in
      let (first, second) = (code(one), code(other))
      return first >= 0 && second >= 0 ? pool.isOrderedBefore(first, second) : first < second
    }
  }
}
