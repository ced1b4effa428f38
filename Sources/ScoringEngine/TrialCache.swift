import ScoringPlan
import Synchronization

/// The standings and statistics of a run, each made when it is asked for first: they are the same whatever
/// column is tried.
final class TrialCache: Sendable {
  private let standings = Mutex<[Register: TrialStandings]>([:])
  private let statistics = Mutex<[Register: TrialStatistic]>([:])

  /// The standings of the ranking or grade that writes a register.
  func standings(_ result: Register, make: () -> TrialStandings) -> TrialStandings {
    if let known = standings.withLock({ $0[result] }) { return known }
    let made = make()
    standings.withLock { $0[result] = made }
    return made
  }

  /// A statistic.
  func statistic(_ result: Register, make: () -> TrialStatistic) -> TrialStatistic {
    if let known = statistics.withLock({ $0[result] }) { return known }
    let made = make()
    statistics.withLock { $0[result] = made }
    return made
  }
}
