import ScoringEngine
import ScoringPlan

/// What some subjects are given, or how they are ordered, held against other runs.
struct SteadyStanding {
  private let kept: SteadyInterval.Kept
  private let contests: [Contest]
  /// For each contest those watched, group by group, in their order.
  private let watched: [[[Int]]]
  private let awards: [[String]]
  private let keys: [[[Int64]]]

  init(
    _ kept: SteadyInterval.Kept, _ contests: [Contest], _ scored: ScoredPopulation,
    isWatched: [Bool]
  ) {
    self.kept = kept
    self.contests = contests
    let by = contests.map { Self.keys($0, scored) }
    watched = zip(contests, by).map { contest, keys in
      contest.groups.map { group in
        group.filter { isWatched[$0] }.sorted { (keys($0), $0) > (keys($1), $1) }
      }
    }
    keys = zip(watched, by).map { groups, keys in groups.map { $0.map(keys) } }
    awards =
      kept == .grades
      ? zip(contests, watched).map { contest, groups in
        groups.joined().map { contest.award($0, in: scored) }
      } : []
  }

  /// Whether all is the same in another run.
  func isSame(in scored: ScoredPopulation) -> Bool {
    switch kept {
    case .grades:
      contests.indices.allSatisfy { index in
        let contest = contests[index]
        return zip(watched[index].joined(), awards[index]).allSatisfy {
          contest.award($0, in: scored) == $1
        }
      }
    case .order:
      contests.indices.allSatisfy { index in
        let key = Self.keys(contests[index], scored)
        return zip(watched[index], keys[index]).allSatisfy { Self.isSameOrder($0, $1, key) }
      }
    }
  }

  /// Whether people in the order of their old keys are in the same with new ones: it is enough to look
  /// at neighbours.
  private static func isSameOrder(
    _ group: [Int], _ old: [Int64], _ key: (Int) -> Int64
  ) -> Bool {
    group.indices.dropFirst().allSatisfy { place in
      (old[place - 1] == old[place]) == (key(group[place - 1]) == key(group[place]))
        && key(group[place - 1]) >= key(group[place])
    }
  }

  private static func keys(_ contest: Contest, _ scored: ScoredPopulation) -> (Int) -> Int64 {
    let column = scored.column(contest.by)
    let scale = ScoreKey.scale(scored.plan.decimals)
    return { subject in column?[subject].flatMap { ScoreKey.key(of: $0, scale: scale) } ?? .min / 2
    }
  }
}
