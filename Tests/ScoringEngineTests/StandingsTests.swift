import ScorecardPolicy
import ScoringPlan
import Testing

@testable import ScoringEngine

@Suite("Where subjects stand")
struct StandingsTests {
  /// Scores that are columns, so that to change a score is to change a cell.
  private static let policy = """
    policy: stand
    decimals: 1
    tables:
      staff:
        key: id
        columns:
          branch: {type: text, missing: allow}
          first: {unit: point}
          second: {unit: point}
          third: {unit: point}
          extra: {unit: point}
          amount: {missing: allow}
          bad: {unit: count}
    scorecard:
      weights: {work: 0.75, more: 0.25}
      dimensions:
        work:
          weights: {first: 0.6, second: 0.4}
          measures:
            first: {score: first, floor: 0, cap: 100}
            second: {score: second, cap: 90}
        more:
          measures:
            third: {score: third}
        extra:
          bonus: true
          measures:
            extra: {score: 2 * extra}
    gates:
      bad: {when: bad > 0, deduct: 3 * bad}
      ceiling: {when: bad > 1, cap: 40}
      veto: {when: bad > 2, ineligible: [seats, overall]}
    rankings:
      overall: {by: final}
      in_branch: {by: work, within: branch}
    grades:
      seats:
        by: final
        within: branch
        ties: [-amount]
        bands: [{grade: A, seats: 1}, {grade: B, seats: 2}, {grade: C}]
      shares:
        by: work
        bands: [{grade: top, share: 25%}, {grade: middle, share: 50%}, {grade: rest}]
      minima:
        by: final
        bands: [{grade: high, minimum: 80}, {grade: low, minimum: 50}, {grade: none}]
    """

  private static let header = "id,branch,first,second,third,extra,amount,bad"

  private static let rows = [
    "a,x,90,90,90,0,5,0", "b,x,70,70,70,0,4,0", "c,x,70,70,70,0,3,0", "d,x,70,70,70,0,3,0",
    "e,x,60,50,55,1,9,0", "f,x,95,95,95,0,9,3", "g,y,66,61,77,0,1,1", "h,y,20,30,40,0,1,2",
    "i,,81,82,83,0,1,0", "j,y,120,-5,61,2,,0",
  ]

  private static func plan(_ policy: String = policy) throws -> Plan {
    Plan(try ResolvedPolicy(try PolicyReader.read(policy, file: "policy.yaml").policy))
  }

  private static func score(_ rows: [String], _ plan: Plan) throws -> ScoredPopulation {
    let text = ([header] + rows).joined(separator: "\n")
    return PlanEngine(plan: plan).score(try Conformance.population(plan, ["staff": text]))
  }

  private static func accounts(_ rows: [String]) throws -> [String: SubjectAccount] {
    let standings = Standings(try score(rows, plan()))
    let accounts = rows.indices.compactMap { standings.account(of: $0) }
    return Dictionary(uniqueKeysWithValues: accounts.map { ($0.explanation.key, $0) })
  }

  @Test("ranks and bands come with how many share them, and with the gates that keep one out")
  func places() throws {
    let accounts = try Self.accounts(Self.rows)
    let first = try #require(accounts["a"]?.standing)
    #expect(first.places.map(\.rank) == [1, 2])
    // Nine of ten are ranked in all; six of branch x.
    #expect(first.places.map(\.count) == [9, 6])
    #expect(first.places.map(\.group) == [nil, "x"])
    #expect(first.grades.map { $0.band?.grade } == ["A", "top", "high"])
    #expect(first.grades.map(\.count) == [5, 10, 10])
    #expect(first.grades[0].bandCount == 1 && first.grades[0].value == 90)
    let barred = try #require(accounts["f"]?.standing)
    #expect(barred.places[0].rank == nil && barred.places[0].barredBy.map(\.name) == ["veto"])
    #expect(barred.places[1].rank == 1 && barred.places[1].barredBy.isEmpty)
    #expect(barred.grades[0].band == nil && barred.grades[0].next == nil)
    #expect(barred.grades[0].barredBy.map(\.name) == ["veto"])
    #expect(barred.grades[1].band != nil)
    #expect(accounts["i"]?.standing.grades[0].group == nil)
  }

  @Test("a group has its name where the policy holds no text of its own")
  func groupNames() throws {
    let plan = try Self.plan(
      Self.policy.replacing(/grades:[\s\S]*/, with: "").replacing("[seats, overall]", with: "true"))
    let account = Standings(try Self.score(Self.rows, plan)).account(of: 0)
    #expect(account?.standing.places.map(\.group) == [nil, "x"])
  }

  @Test("what decided between equals is the first tie that differs, else the key")
  func decisions() throws {
    let accounts = try Self.accounts(Self.rows)
    // Of b, c, d with 70 two are B: b by its amount, c by its key before d.
    #expect(
      ["b", "c", "d"].map { accounts[$0]?.standing.grades[0].band?.grade } == ["B", "B", "C"])
    #expect(accounts["a"]?.standing.grades[0].decidedBy == nil)
    #expect(accounts["b"]?.standing.grades[0].decidedBy == "amount")
    #expect(accounts["c"]?.standing.grades[0].decidedBy == "id")
    #expect(accounts["d"]?.standing.grades[0].decidedBy == "id")
    #expect(accounts["e"]?.standing.grades[0].decidedBy == nil)
  }

  @Test("the band below, and how far the value is above the cut, and who is first and last")
  func lowerBands() throws {
    let accounts = try Self.accounts(Self.rows)
    func grade(_ key: String, _ index: Int) throws -> GradePlace {
      try #require(accounts[key]?.standing.grades[index])
    }
    // Seats in x: a 90 is A, b and c 70 are B, d 70 and e are C.
    let first = try grade("a", 0)
    #expect(first.lower?.band.grade == "B" && first.lower?.margin == 20)
    #expect(first.isFirstInBand && first.isLastInBand)
    #expect(try grade("b", 0).lower?.margin == 0)
    #expect(try grade("d", 0).lower == nil && (try grade("d", 0).isFirstInBand))
    #expect(try !grade("d", 0).isLastInBand && (try grade("e", 0).isLastInBand))
    // Minima: 90 falls below 80.0 when it loses 10.1, and then is low.
    let minimum = try grade("a", 2)
    #expect(minimum.lower?.band.grade == "low")
    #expect(abs((minimum.lower?.margin ?? 0) - 10.1) < 1e-12)
    // f is in no band of the seats.
    let barred = try grade("f", 0)
    #expect(barred.lower == nil && !barred.isFirstInBand && !barred.isLastInBand)
  }

  @Test("how each band of a group is filled, and who may be in it")
  func bandUses() throws {
    let standings = Standings(try Self.score(Self.rows, Self.plan()))
    let seats = standings.bandUses(ofGrade: 0, inGroupOf: 0)
    #expect(seats.map(\.band.grade) == ["A", "B", "C"] && seats.map(\.count) == [1, 2, 2])
    #expect(seats.map(\.limit) == [.seats(1), .seats(2), .rest])
    #expect(standings.bandUses(ofGrade: 0, inGroupOf: 8).map(\.count) == [1, 0, 0])
    let shares = standings.bandUses(ofGrade: 1, inGroupOf: 0)
    #expect(shares.map(\.limit) == [.share(0.25), .share(0.5), .rest])
    #expect(shares.map(\.count) == [3, 5, 2])
    let minima = standings.bandUses(ofGrade: 2, inGroupOf: 0)
    #expect(minima.map(\.limit) == [.minimum(80), .minimum(50), .rest])
  }

  @Test("one who has no value for a tie comes after those who have one")
  func missingTie() throws {
    let rows = ["a,x,70,70,70,0,,0", "b,x,70,70,70,0,-9,0"]
    let accounts = try Self.accounts(rows)
    #expect(accounts["b"]?.standing.grades[0].band?.grade == "A")
    #expect(accounts["a"]?.standing.grades[0].decidedBy == "amount")
  }

  @Test("every step that is told leads to the band when the cell is changed by so much")
  func steps() throws {
    let plan = try Self.plan()
    let standings = Standings(try Self.score(Self.rows, plan))
    let columns = ["first": 2, "second": 3, "third": 4, "extra": 5]
    var tried = 0
    for subject in Self.rows.indices {
      let account = try #require(standings.account(of: subject))
      for (index, place) in account.standing.grades.enumerated() {
        guard let next = place.next else { continue }
        let bands = plan.gradings[index].bands.map(\.grade)
        let goal = try #require(bands.firstIndex(of: next.band.grade))
        for step in next.steps {
          var cells = Self.rows[subject].split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
          let column = try #require(columns[step.measure])
          cells[column] = "\(step.measure == "extra" ? step.needed / 2 : step.needed)"
          var rows = Self.rows
          rows[subject] = cells.joined(separator: ",")
          let changed = try Self.score(rows, plan)
          let grade = changed.column(plan.gradings[index].result)?.text(of: subject)
          let reached = try #require(grade.flatMap { bands.firstIndex(of: $0) })
          #expect(
            reached <= goal,
            "\(account.explanation.key), \(place.name): \(step) gives \(grade ?? "")")
          tried += 1
        }
      }
    }
    #expect(tried > 30)
  }

  @Test("steps are the smallest changes first, within caps, and say how far the band is")
  func order() throws {
    let accounts = try Self.accounts(Self.rows)
    let next = try #require(accounts["e"]?.standing.grades[0].next)
    // 59.8 now (and twice the extra point); the last of the two B seats has 70.0.
    #expect(next.band.grade == "B" && next.needed == 70.1)
    #expect(abs(next.gap - 12.3) < 1e-9)
    #expect(next.steps.map(\.measure) == ["extra", "first", "third"])
    #expect(next.steps.map(\.change) == next.steps.map(\.change).sorted())
    // A dimension that is graded is reached by its own measures only.
    let shares = try #require(accounts["e"]?.standing.grades[1].next)
    #expect(Set(shares.steps.map(\.dimension)) == ["work"])
    // A cap by a gate stands in the way of every measure.
    let capped = try #require(accounts["h"]?.standing.grades[2].next)
    #expect(capped.band.grade == "low" && capped.steps.isEmpty)
  }

  @Test("a value that is graded through a formula is reached by trying")
  func formula() throws {
    let policy = """
      policy: formula
      tables:
        staff:
          key: id
          columns: {score: {unit: point}, other: {unit: point}}
      scorecard:
        weights: {one: 0.5, two: 0.5}
        dimensions:
          one: {measures: {score: {score: score}}}
          two: {measures: {other: {score: "MIN(other, 50)"}}}
      gates:
        share: {deduct: 0.5 * total}
      grades:
        g:
          by: final
          bands: [{grade: high, minimum: 40}, {grade: low}]
      """
    let plan = Plan(
      try ResolvedPolicy(try PolicyReader.read(policy, file: "policy.yaml").policy))
    let population = try Conformance.population(plan, ["staff": "id,score,other\na,60,40\n"])
    let account = Standings(PlanEngine(plan: plan).score(population)).account(of: 0)
    // Half of the total of 50 is left, 15 short: 60 points more of the one measure that may rise.
    let next = try #require(account?.standing.grades[0].next)
    #expect(next.steps.map(\.measure) == ["score"])
    let needed = try #require(next.steps.first?.needed)
    #expect((119.9...120.1).contains(needed))
  }

  @Test("a rejected subject has no account and is in nobody's count")
  func rejected() throws {
    var rows = Self.rows
    rows[0] = "a,x,nothing,90,90,0,5,0"
    let accounts = try Self.accounts(rows)
    #expect(accounts["a"] == nil)
    #expect(accounts["b"]?.standing.places[1].count == 5)
  }
}
