import ScoringPlan
import TestSupport
import Testing

@testable import PlanSQL

@Suite("Random plans as SQL")
struct RandomPlanSQLTests {
  @Test("Trial")
  func trial() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<300 as Range<UInt64> {
      let random = RandomPolicy(seed: seed, allowsDirt: false)
      let plan = try random.plan()
      do {
        let comparison = try SQLComparison(plan, random.tables)
        counts["\(comparison.end)", default: 0] += 1
        for difference in comparison.differences.prefix(2) {
          print("DIFF \(seed) \(difference)")
        }
      } catch let error as UnsupportedPlan {
        counts["refused", default: 0] += 1
        for reason in error.reasons { counts[reason.problem, default: 0] += 1 }
      } catch {
        print("ERR \(seed) \(error)")
      }
    }
    print("COUNTS", counts)
  }
}
