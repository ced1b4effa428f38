import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Results")
struct ResultWriterTests {
  private static let staff = """
    id,branch,a,b
    007,"x, north",1,2
    003,y,3,
    005,,5,0.5
    001,y,5.5,0
    bad,y,,1
    002,y,5.5,
    """

  private static func scored(
    _ options: ScoringOptions = ScoringOptions(keepsMeasures: true)
  ) throws -> (ScoredPopulation, [Ranking]) {
    var sketch = PlanSketch()
    let branch = sketch.column("branch", .text)
    let a = sketch.column("a")
    let b = sketch.column("b")
    let terms = [a, b].map {
      WeightedTerm(value: $0, weight: .slot(sketch.slot(0.5)), excludesMissing: $0 == b)
    }
    let customer = sketch.add(.weightedSum(terms, rescales: true))
    sketch.dimension("customer", customer, measures: [("deposit", a), ("loan", b)])
    sketch.dimension("bonus", a)
    let total = sketch.add(.arithmetic(.add, customer, a))
    let final = sketch.add(.negate(total))
    sketch.require([(total, true)])
    let rankings = [
      sketch.rank("overall", by: total), sketch.rank("branch_rank", by: total, within: branch),
    ]
    let plan = sketch.plan(total: total, final: final)
    let population = try Conformance.population(plan, ["staff": staff])
    return (PlanEngine(plan: plan).score(population, options: options), rankings)
  }

  private static func text(_ writer: ResultWriter) -> String {
    var bytes: [UInt8] = []
    writer.write { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("key, texts, dimensions, total, final and ranks stand in input order, without the rejected")
  func plain() throws {
    #expect(
      Self.text(ResultWriter(try Self.scored().0)) == """
        id,branch,customer,bonus,total,final,overall,branch_rank
        007,"x, north",1.5,1,2.5,-2.5,5,1
        003,y,3,3,6,-6,4,3
        005,,2.75,5,7.75,-7.75,3,1
        001,y,2.75,5.5,8.25,-8.25,2,2
        002,y,5.5,5.5,11,-11,1,1

        """)
  }

  @Test("measures stand before their dimension, excluded ones empty; the period after the key")
  func measures() throws {
    let (scored, rankings) = try Self.scored()
    let writer = ResultWriter(
      scored, period: "2026Q3", writesMeasures: true, order: .ranking(rankings[0]))
    #expect(
      Self.text(writer) == """
        id,period,branch,customer.deposit,customer.loan,customer,bonus,total,final,overall,branch_rank
        002,2026Q3,y,5.5,,5.5,5.5,11,-11,1,1
        001,2026Q3,y,5.5,0,2.75,5.5,8.25,-8.25,2,2
        005,2026Q3,,5,0.5,2.75,5,7.75,-7.75,3,1
        003,2026Q3,y,3,,3,3,6,-6,4,3
        007,2026Q3,"x, north",1,2,1.5,1,2.5,-2.5,5,1

        """)
  }

  @Test("a ranking within groups sorts by group, then rank, then key")
  func groups() throws {
    let (scored, rankings) = try Self.scored()
    let text = Self.text(ResultWriter(scored, order: .ranking(rankings[1])))
    let keys = text.split(separator: "\n").dropFirst().map { $0.prefix(3) }
    #expect(keys == ["005", "007", "002", "001", "003"])
  }

  @Test("neither threads nor blocks change a byte")
  func sameBytes() throws {
    let expected = Self.text(ResultWriter(try Self.scored().0, writesMeasures: true))
    for options in Conformance.options {
      let writer = ResultWriter(
        try Self.scored(options).0, writesMeasures: true, threads: options.threads)
      #expect(Self.text(writer) == expected)
    }
  }

  @Test("results of many pieces are the same for any number of threads, in any order")
  func manyPieces() throws {
    var sketch = PlanSketch()
    let branch = sketch.column("branch", .text)
    let score = sketch.column("score")
    sketch.require([(score, true)])
    let ranking = sketch.rank("within", by: score, within: branch)
    let plan = sketch.plan(total: score)
    let rows = (0..<5000).map {
      "k\($0 * 7919 % 5000),\($0 % 13),\($0 % 11 == 0 ? "" : "\($0 % 97)")"
    }
    let population = try Conformance.population(
      plan, ["staff": "id,branch,score\n" + rows.joined(separator: "\n")])
    let scored = PlanEngine(plan: plan).score(population)
    for order in [ResultOrder.input, .ranking(ranking)] {
      let expected = Self.text(ResultWriter(scored, order: order))
      #expect(expected.split(separator: "\n").count == 1 + 5000 - 455)
      for threads in [2, 3, 8] {
        #expect(Self.text(ResultWriter(scored, order: order, threads: threads)) == expected)
      }
    }
  }

  @Test("a table without subjects has a header")
  func nobody() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let ranking = sketch.rank("overall", by: score)
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(plan, ["staff": "id,score\n"])
    let scored = PlanEngine(plan: plan).score(population)
    for order in [ResultOrder.input, .ranking(ranking)] {
      #expect(Self.text(ResultWriter(scored, order: order, threads: 2)) == "id,total,overall\n")
    }
  }

  @Test("subjects of equal rank are sorted by the bytes of their keys")
  func ties() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let ranking = sketch.rank("overall", by: score)
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(
      plan, ["staff": "id,score\nb,1\n行,1\nZ,1\na,1\nc,2\n"])
    let text = Self.text(
      ResultWriter(PlanEngine(plan: plan).score(population), order: .ranking(ranking)))
    #expect(text == "id,total,overall\nc,2,1\nZ,1,2\na,1,2\nb,1,2\n行,1,2\n")
  }

  @Test("grades come after ranks, then results as what they are; missing ones are empty cells")
  func results() throws {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let day = sketch.column("day", .date)
    let month = sketch.column("month", .period)
    let barred = sketch.column("barred", .truth)
    let ranking = sketch.rank("rank", by: score, ineligible: [barred])
    let bands: [(String, Grading.Limit)] = [("a, b", .seats(sketch.slot(1))), ("none", .rest)]
    let grading = sketch.grade("star", by: score, bands: bands, ineligible: [barred])
    let ten = sketch.add(.number(10))
    sketch.result("paid", .number, sketch.add(.arithmetic(.divide, ten, ranking.result)))
    sketch.result("barred_too", .truth, barred)
    sketch.result("star_too", .text, grading.result)
    sketch.result("since", .date, day)
    sketch.result("until", .period, month)
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(
      plan,
      [
        "staff": """
        id,score,day,month,barred
        k,7,2026-01-31,2026-10,FALSE
        l,8,2025/2/1,2026Q3,
        m,9,,,TRUE
        """
      ])
    try Conformance.check(plan, population)
    let scored = PlanEngine(plan: plan).score(population)
    #expect(
      Self.text(ResultWriter(scored)) == """
        id,total,rank,star,paid,barred_too,star_too,since,until
        k,7,2,none,5,FALSE,none,2026-01-31,2026-10
        l,8,1,"a, b",10,,"a, b",2025-02-01,2026Q3
        m,9,,,,TRUE,,,

        """)
  }
}
