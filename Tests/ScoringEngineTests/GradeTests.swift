import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine
import SeededRandom

@Suite("Grades")
struct GradeTests {
  private typealias Bands = (inout PlanSketch) -> [(String, Grading.Limit)]

  /// The grades of scores, one subject each, in one group.
  private static func grades(_ scores: [String], _ bands: Bands) throws -> [String?] {
    var sketch = PlanSketch()
    let score = sketch.column("score")
    let grading = sketch.grade("star", by: score, bands: bands(&sketch))
    let plan = sketch.plan(total: score)
    let rows = scores.enumerated().map { "k\($0),\($1)" }.joined(separator: "\n")
    let population = try Conformance.population(plan, ["staff": "id,score\n" + rows])
    try Conformance.check(plan, population)
    let column = PlanEngine(plan: plan).score(population).column(grading.result)
    return scores.indices.map { column?.text(of: $0) }
  }

  @Test("seats are filled from the top; fewer people than seats fill from the top too")
  func seats() throws {
    let bands: Bands = {
      [
        ("A", .seats($0.slot(1.9))), ("B", .seats($0.slot(-2))), ("C", .seats($0.slot(2))),
        ("D", .rest),
      ]
    }
    #expect(try Self.grades(["1", "5", "3", "4"], bands) == ["D", "A", "C", "C"])
    #expect(try Self.grades(["1", "2"], bands) == ["C", "A"])
    #expect(try Self.grades([], bands) == [])
  }

  @Test("shares are cumulative: of n the first bands hold floor(n * sum + 0.5)")
  func shares() throws {
    let bands: Bands = {
      [("A", .share($0.slot(0.2))), ("B", .share($0.slot(0.7))), ("C", .rest)]
    }
    let counts = try (1...12).map { count -> [Int] in
      let grades = try Self.grades((0..<count).map { "\($0)" }, bands)
      return ["A", "B", "C"].map { grade in grades.count { $0 == grade } }
    }
    for (count, found) in zip(1...12, counts) {
      // In tenths, so that nothing is rounded.
      let (first, second) = ((2 * count + 5) / 10, (9 * count + 5) / 10)
      #expect(found == [first, second - first, count - second])
    }
  }

  @Test("minima compare as published, and bands of all kinds follow each other")
  func minima() throws {
    let bands: Bands = {
      [
        ("A", .seats($0.slot(1))), ("B", .minimum($0.slot(90))), ("C", .share($0.slot(0.5))),
        ("D", .minimum($0.slot(-1e300))), ("E", .rest),
      ]
    }
    let scores = ["95", "90", "89.996", "89.994", "50", "40"]
    #expect(try Self.grades(scores, bands) == ["A", "B", "B", "D", "D", "D"])
    #expect(try Self.grades(Array(scores.suffix(3)), bands) == ["A", "C", "D"])
  }

  /// By branch and score, then the larger amount, then the word, then the key.
  private static let staff = """
    id,branch,score,amount,word,barred
    g,x,5,1,b,FALSE
    f,x,5,1,b,FALSE
    e,x,5,1,a,FALSE
    d,x,5,,a,FALSE
    c,x,5,2,b,FALSE
    b,x,9,,,TRUE
    a,y,1,,,FALSE
    h,,2,,,FALSE
    i,,3,,,
    """

  @Test(
    "equals are told apart by ties, missing last, then by the key; the ineligible stand aside",
    arguments: 0...7)
  func ties(seats: Int) throws {
    var sketch = PlanSketch()
    let branch = sketch.column("branch", .text)
    let score = sketch.column("score")
    let amount = sketch.column("amount")
    let word = sketch.column("word", .text)
    let barred = sketch.column("barred", .truth)
    let ties = [
      Grading.Tie(register: amount, isText: false, isDescending: true, name: "amount"),
      Grading.Tie(register: word, isText: true, isDescending: false, name: "word"),
    ]
    let bands: [(String, Grading.Limit)] = [
      ("top", .seats(sketch.slot(Double(seats)))), ("", .rest),
    ]
    let grading = sketch.grade(
      "star", by: score, within: branch, ties: ties, bands: bands, ineligible: [barred])
    let ranking = sketch.rank("rank", by: score, within: branch, ineligible: [barred])
    let plan = sketch.plan(total: score)
    let population = try Conformance.population(plan, ["staff": Self.staff])
    try Conformance.check(plan, population)
    let scored = PlanEngine(plan: plan).score(population)
    let order = ["c", "e", "f", "g", "d"].prefix(seats)
    let others = seats == 0 ? [] : seats == 1 ? ["a", "i"] : ["a", "h", "i"]
    let top = population.tables[0].keys.indices.filter {
      scored.column(grading.result)?.text(of: $0) == "top"
    }.map { population.pool.text(of: population.tables[0].keys[$0]) }
    #expect(Set(top) == Set(order + others))
    #expect(scored.column(grading.result)?.text(of: 5) == "")
    #expect(
      (0..<9).map { scored.column(ranking.result)?[$0] } == [1, 1, 1, 1, 1, nil, 1, 2, 1])
  }

  @Test("a text tie may be descending, a number ascending", arguments: [false, true])
  func directions(isDescending: Bool) throws {
    for isText in [false, true] {
      var sketch = PlanSketch()
      let score = sketch.column("score")
      let tie = sketch.column("tie", isText ? .text : .number)
      let bands: [(String, Grading.Limit)] = [("top", .seats(sketch.slot(2))), ("rest", .rest)]
      let ties = [
        Grading.Tie(register: tie, isText: isText, isDescending: isDescending, name: "tie")
      ]
      let grading = sketch.grade("star", by: score, ties: ties, bands: bands)
      let plan = sketch.plan(total: score)
      let population = try Conformance.population(
        plan, ["staff": "id,score,tie\na,1,2\nb,1,\nc,1,3\nd,1,1\n"])
      let column = PlanEngine(plan: plan).score(population).column(grading.result)
      let top = (0..<4).filter { column?.text(of: $0) == "top" }
      #expect(top == (isDescending ? [0, 2] : [0, 3]))
    }
  }

  @Test("the grades of many subjects are those of a plain sort", arguments: UInt64(0)..<20)
  func plainSort(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<Int.random(in: 1...400, using: &random)).map { row in
      (
        key: "k\(row * 7919 % 1009)", group: Int.random(in: 0...5, using: &random),
        score: Int.random(in: 0...12, using: &random), tie: Int.random(in: 0...3, using: &random)
      )
    }
    var sketch = PlanSketch()
    let group = sketch.column("group", .text)
    let score = sketch.column("score")
    let tie = sketch.column("tie")
    let seats = Int.random(in: 0...9, using: &random)
    let minimum = Int.random(in: 0...12, using: &random)
    let bands: [(String, Grading.Limit)] = [
      ("seat", .seats(sketch.slot(Double(seats)))), ("half", .share(sketch.slot(0.5))),
      ("good", .minimum(sketch.slot(Double(minimum)))), ("other", .rest),
    ]
    let ties = [Grading.Tie(register: tie, isText: false, isDescending: false, name: "tie")]
    let grading = sketch.grade("grade", by: score, within: group, ties: ties, bands: bands)
    let plan = sketch.plan(total: score)
    let lines = rows.map { "\($0.key),\($0.group),\($0.score),\($0.tie)" }
    let population = try Conformance.population(
      plan, ["staff": "id,group,score,tie\n" + lines.joined(separator: "\n")])
    var expected = [String?](repeating: nil, count: rows.count)
    for members in Dictionary(grouping: rows.indices, by: { rows[$0].group }).values {
      let sorted = members.sorted { one, other in
        let (left, right) = (rows[one], rows[other])
        return (-left.score, left.tie, left.key) < (-right.score, right.tie, right.key)
      }
      for (place, subject) in sorted.enumerated() {
        let isHalf = place < (members.count + 1) / 2
        expected[subject] =
          place < seats
          ? "seat"
          : isHalf ? "half" : rows[subject].score >= minimum ? "good" : "other"
      }
    }
    for options in Conformance.options {
      let column = PlanEngine(plan: plan).score(population, options: options)
        .column(grading.result)
      #expect(rows.indices.map { column?.text(of: $0) } == expected)
    }
  }
}
