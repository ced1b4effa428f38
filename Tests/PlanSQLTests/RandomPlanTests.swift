import ScoringPlan
import TestSupport
import Testing

@testable import PlanSQL

@Suite("Random plans as SQL")
struct RandomPlanTests {
  @Test(
    "SQLite gives the bits of the reference, or the plan is refused",
    arguments: 0..<24 as Range<UInt64>)
  func sameBits(seed: UInt64) throws {
    let random = RandomPolicy(seed: seed, allowsDirt: false, forSQL: true)
    do {
      let comparison = try SQLComparison(try random.plan(), random.tables)
      #expect(comparison.differences == [])
    } catch let error as UnsupportedPlan {
      #expect(!error.reasons.isEmpty)
    }
  }

  @Test("Most random plans without logarithms and powers can be written as SQL")
  func mostAreWritten() throws {
    let refused = try (0..<60 as Range<UInt64>).filter { seed in
      let plan = try RandomPolicy(seed: seed, allowsDirt: false, forSQL: true).plan()
      do throws(UnsupportedPlan) {
        _ = try SQLPlan(plan, dialect: .sqlite)
        return false
      } catch {
        #expect(!error.reasons.isEmpty)
        return true
      }
    }
    #expect(refused.count < 20, "\(refused)")
  }
}
