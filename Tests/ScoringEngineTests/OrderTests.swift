import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Detail rows in order")
struct OrderTests {
  /// Subjects with months: a number that orders them, an amount, a word, and whether it was reached.
  private struct Months {
    let plan: Plan
    let firstAmount: Register
    let lastWord: Register
    let streak: Register

    init() {
      var sketch = PlanSketch(details: ["months"])
      let month = sketch.column("month", allowsMissing: false, of: 1)
      let amount = sketch.column("amount", of: 1)
      let word = sketch.column("word", .text, of: 1)
      let reached = sketch.column("reached", .truth, of: 1)
      sketch.order(1, by: month)
      firstAmount = sketch.aggregate(.first, amount, of: 1)
      lastWord = sketch.aggregate(.last, word, of: 1)
      streak = sketch.aggregate(.streak, reached, of: 1)
      let empty = sketch.add(.text("none"))
      let shown = sketch.add(.ifMissing(lastWord, empty))
      sketch.result("word", .text, shown)
      sketch.result("first", .number, firstAmount)
      sketch.result("last", .text, lastWord)
      plan = sketch.plan(total: streak)
    }

    func score(_ rows: String) throws -> ScoredPopulation {
      let population = try Conformance.population(
        plan, ["staff": "id\na\nb\nc\n", "months": "id,month,amount,word,reached\n" + rows])
      try Conformance.check(plan, population)
      return PlanEngine(plan: plan).score(population)
    }
  }

  @Test("first, last and streak go by the order's column, whatever the order in the file")
  func anyOrder() throws {
    let months = Months()
    let rows = [
      "a,3,30,x,TRUE", "b,12,1,y,FALSE", "a,1,10,y,FALSE", "a,2,20,z,TRUE", "b,2,2,z,TRUE",
    ]
    for rows in [rows, rows.reversed(), rows.sorted()] {
      let scored = try months.score(rows.joined(separator: "\n"))
      #expect((0..<3).map { scored.column(months.firstAmount)?[$0] } == [10, 2, nil])
      #expect((0..<3).map { scored.column(months.lastWord)?.text(of: $0) } == ["x", "y", nil])
      #expect((0..<3).map { scored.column(months.streak)?[$0] } == [2, 0, nil])
      let details = scored.population.interpreterInput(0).details[0].map { $0[1] }
      #expect(details == [.number(1), .number(2), .number(3)])
      let shown = scored.column(scored.plan.layout.results[0].register)
      #expect((0..<3).map { shown?.text(of: $0) } == ["x", "y", "none"])
    }
  }

  @Test("a state counts only where the row does")
  func states() throws {
    let months = Months()
    let scored = try months.score(
      """
      a,1,,x,
      a,2,5,,FALSE
      a,3,6,,TRUE
      b,1,7,x,TRUE
      b,2,8,y,
      c,1,1,,TRUE
      """)
    #expect((0..<3).map { scored.column(months.firstAmount)?[$0] } == [nil, 7, 1])
    #expect((0..<3).map { scored.column(months.lastWord)?.text(of: $0) } == [nil, "y", nil])
    #expect((0..<3).map { scored.column(months.streak)?[$0] } == [1, nil, 1])
  }

  @Test("two rows of a subject with one place in the order reject it, naming both")
  func repetitions() throws {
    let months = Months()
    let scored = try months.score(
      "a,2,1,x,TRUE\nb,2,1,x,TRUE\na,1,1,x,TRUE\na,2,1,x,FALSE\na,1,0,x,TRUE\n")
    #expect((0..<3).map { scored.isRejected($0) } == [true, false, false])
    let rejected = scored.rejectedRows()
    #expect(rejected.map(\.line) == [2])
    #expect(
      rejected.map(\.reason) == [
        "two rows of the table months have the same month: lines 4 and 6"
      ])
  }
}
