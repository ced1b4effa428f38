import DelimitedText
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import TestSupport
import Testing

@testable import PolicyAnalysis

@Suite("People who judge the weights that they are appraised by")
struct PanelConflictsTests {
  /// Three respondents, two of them appraised; `lone` judges only what the third does too.
  private static let panel = """
    respondent,set,row,column,judgement
    a,top,sales,care,5
    a,top,sales,review,3
    a,top,care,review,1/2
    d,top,sales,care,1/4
    d,top,sales,review,1/2
    d,top,care,review,3
    expert,top,sales,care,1
    expert,top,sales,review,1
    expert,top,care,review,1

    """

  private static func yaml(_ weights: String) -> String {
    """
    policy: judged
    tables:
      staff:
        key: id
        columns: {sales: {unit: point}, care: {unit: point}, review: {unit: point}}
    scorecard:
      weights: \(weights)
      dimensions:
        sales: {measures: {sales: {score: sales}}}
        care: {measures: {care: {score: care}}}
        review: {measures: {review: {score: review}}}
    rankings: {rank: {by: total}}
    grades: {star: {by: total, bands: [{grade: gold, seats: 1}, {grade: none}]}}
    results: {bonus: 'IF(star = "gold", 1000元, 0元)'}
    payroll: {amount: bonus}
    """
  }

  private static let staff =
    "id,sales,care,review\na,100,60,80\nb,80,80,85\nc,70,90,80\nd,60,100,80\n"

  private static func judged(
    _ folder: TemporaryDirectory, aggregate: String
  ) throws -> JudgedPolicy {
    try folder.write(panel, to: "panel.csv")
    let file = try folder.write(
      yaml("{file: panel.csv, set: top, aggregate: \(aggregate), method: geometric-mean}"),
      to: "policy.yaml")
    let policy = try PolicyReader.read(contentsOf: file.path).policy
    return try JudgedPolicy(try ResolvedPolicy(policy), staff)
  }

  private static func standing(
    _ weights: [Double], _ row: Int
  ) throws -> PanelStanding {
    let policy = try JudgedPolicy(
      yaml("{sales: \(weights[0]), care: \(weights[1]), review: \(weights[2]), normalize: true}"),
      staff)
    return PanelStanding(row, in: PlanEngine(plan: policy.plan).score(policy.population))
  }

  /// Row geometric means of the judgements above, by hand.
  private static let weights = [
    "a": Self.means(15, 1.0 / 10, 2.0 / 3), "d": Self.means(1.0 / 8, 12, 2.0 / 3),
    "expert": [1.0 / 3, 1.0 / 3, 1.0 / 3],
  ]

  private static func means(_ products: Double...) -> [Double] {
    let roots = products.map { root($0) }
    return roots.map { $0 / roots.reduce(0, +) }
  }

  /// The cube root, by Newton's method.
  private static func root(_ number: Double) -> Double {
    (0..<200).reduce(1.0) { root, _ in root - (root - number / (root * root)) / 3 }
  }

  private static func close(_ one: PanelStanding?, _ other: PanelStanding) -> Bool {
    guard let one, let (first, second) = one.final.flatMap({ a in other.final.map { (a, $0) } })
    else { return false }
    return abs(first - second) < 1e-9 && !one.differs(from: other)
  }

  @Test(
    "Each stands where the policy puts him whose weights are the respondent's, or the others'",
    arguments: ["judgements", "priorities"])
  func standings(aggregate: String) throws {
    let folder = try TemporaryDirectory()
    let policy = try Self.judged(folder, aggregate: aggregate)
    let conflicts = try PanelConflicts(
      policy.plan, policy.population, weighings: policy.weighings, threads: 2)
    #expect(conflicts.respondents.map(\.name) == ["a", "d", "expert"])
    #expect(conflicts.respondents.map(\.key) == ["a", "d", nil])
    #expect(conflicts.respondents.allSatisfy { $0.paths == ["scorecard.weights"] })
    for (name, row, other) in [("a", 0, "d"), ("d", 3, "a")] {
      let respondent = try #require(conflicts.respondents.first { $0.name == name })
      let own = try #require(Self.weights[name])
      // With geometric means both ways of aggregating give the means of the others' weights.
      let others = try zip(#require(Self.weights[other]), [1.0 / 3, 1.0 / 3, 1.0 / 3]).map {
        ($0 * $1).squareRoot()
      }
      #expect(Self.close(respondent.own, try Self.standing(own, row)))
      #expect(Self.close(respondent.others, try Self.standing(others, row)))
      #expect(respondent.own?.grades == ["gold"])
      #expect(respondent.own?.ranks == [1])
      #expect(respondent.others?.grades == ["none"])
    }
    let expert = conflicts.respondents[2]
    #expect(expert.standing == nil && expert.own == nil && expert.absence != nil)
  }

  @Test("Leaving a respondent out does what comparing the two policies says")
  func absence() throws {
    let folder = try TemporaryDirectory()
    let policy = try Self.judged(folder, aggregate: "judgements")
    let conflicts = try PanelConflicts(
      policy.plan, policy.population, weighings: policy.weighings)
    let absence = try #require(conflicts.respondents[0].absence)
    let others = try zip(#require(Self.weights["d"]), [1.0 / 3, 1.0 / 3, 1.0 / 3]).map {
      ($0 * $1).squareRoot()
    }
    let without = try JudgedPolicy(
      Self.yaml("{sales: \(others[0]), care: \(others[1]), review: \(others[2]), normalize: true}"),
      Self.staff)
    let comparison = PolicyComparison(
      before: conflicts.scored, after: PlanEngine(plan: without.plan).score(without.population))
    #expect(absence.movements == comparison.subjects.rankings.map(\.movement))
    #expect(absence.payroll == comparison.payroll)
    #expect(absence.gradeChanges == [2])
  }

  @Test("A respondent is the subject whose key is given, or named like it")
  func keys() throws {
    let folder = try TemporaryDirectory()
    let policy = try Self.judged(folder, aggregate: "judgements")
    let conflicts = try PanelConflicts(
      policy.plan, policy.population, weighings: policy.weighings,
      keys: ["expert": "b", "a": "nobody"])
    #expect(conflicts.respondents.map(\.key) == [nil, "d", "b"])
    #expect(PanelConflicts.names(of: policy.weighings) == ["a", "d", "expert"])
  }

  @Test("Panels are drawn anew, another expert too, and priorities that are aggregated")
  func drawings() throws {
    for aggregate in ["judgements", "priorities"] {
      let folder = try TemporaryDirectory()
      let policy = try Self.judged(folder, aggregate: aggregate)
      for drawing in [JudgementDrawing.panel, .panelSpread, .steps(0.5)] {
        let draws = try PolicyDraws(policy.weighings, drawing: drawing, count: 300, seed: 1)
        let fast = try PolicyStability(policy.plan, policy.population, draws: draws)
        let slow = try PolicyStability(policy.plan, policy.population, draws: draws, fast: false)
        #expect(fast.isFast)
        #expect(fast.fragile == slow.fragile)
        for band in draws.bands[0] { #expect(band.low < band.given && band.given < band.high) }
      }
    }
  }

  @Test("Resampled priorities have the weights that the respondents chosen give")
  func resampled() throws {
    let folder = try TemporaryDirectory()
    let policy = try Self.judged(folder, aggregate: "priorities")
    let draws = try PolicyDraws(policy.weighings, drawing: .panel, count: 50, seed: 9)
    let names = try draws.inputs.map { try #require($0.respondent) }
    for draw in 0..<50 {
      var products = [1.0, 1, 1]
      for (input, name) in names.enumerated() {
        for _ in 0..<Int(draws.input(input, of: draw)) {
          products = zip(products, Self.weights[name] ?? []).map { $0 * $1 }
        }
      }
      let means = products.map(Self.root)
      for (place, mean) in means.enumerated() {
        #expect(abs(draws.weight(place, of: draw) - mean / means.reduce(0, +)) < 1e-12)
      }
    }
  }
}
