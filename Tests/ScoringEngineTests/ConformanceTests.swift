import Testing

@testable import ScoringEngine

@Suite("The engine is the interpreter, faster")
struct ConformanceTests {
  @Test(
    "random plans over random tables give the interpreter's states and bits in every register",
    arguments: UInt64(0)..<60)
  func randomPlans(seed: UInt64) throws {
    var random = RandomPlan(seed: seed)
    let plan = random.plan()
    let tables = random.tables(subjects: seed % 20 == 19 ? 1100 : Int(seed % 20) * 9)
    let population = try Conformance.population(plan, tables)
    #expect(population.rejectedRows.joined().isEmpty)
    try Conformance.check(plan, population)
  }
}
