import PolicyAnalysis
import Testing

@Suite("What a change of policy does, in a few numbers")
struct PolicyEffectTests {
  @Test("is what is worked out by hand")
  func byHand() throws {
    // The finals stand in PolicyComparisonTests: 102 95 92 71 92 before, 87.5 95 70 72.5 90 after; the
    // ranks 1 2 3 5 3 and 3 1 5 4 2. Gold a, silver b and c before; gold b, silver e after, and c out.
    let effect = PolicyEffect(
      before: try SmallComparison.run(SmallComparison.first),
      after: try SmallComparison.run(SmallComparison.second))
    #expect([effect.compared, effect.unmatched] == [5, 0])
    #expect([effect.gradeChanges, effect.gradesUp, effect.gradesDown] == [4, 2, 2])
    #expect(effect.rankMovers == 5 && abs(effect.meanRankShift - 1.4) < 1e-12)
    #expect(effect.scoreChanges == 4)
    #expect(effect.payroll == Compared(before: 2000, after: 3000))
    #expect([effect.paidMore, effect.paidLess] == [2, 2])
  }

  @Test("counts whom only one policy scores, and says nothing of grades and pay that one lacks")
  func unlike() throws {
    let other = """
      policy: other
      tables: {staff: {key: id, columns: {review: {type: number, maximum: 90}}}}
      scorecard: {dimensions: {review: {measures: {review: {score: review}}}}}
      """
    let effect = PolicyEffect(
      before: try SmallComparison.run(SmallComparison.first), after: try SmallComparison.run(other))
    #expect([effect.compared, effect.unmatched] == [4, 1])
    #expect(effect.gradeChanges == nil && effect.payroll == nil)
  }
}
