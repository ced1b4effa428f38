import ScoringPlan
import Synchronization

/// The groups that the subjects of one population make by texts of their file, each made once.
final class GroupCache: Sendable {
  private let groups = Mutex<[Register?: SubjectGroups]>([:])

  /// The groups by a register, which are made when they are asked for first.
  func groups(by register: Register?, make: () -> SubjectGroups) -> SubjectGroups {
    if let known = groups.withLock({ $0[register] }) { return known }
    let made = make()
    groups.withLock { $0[register] = made }
    return made
  }
}
