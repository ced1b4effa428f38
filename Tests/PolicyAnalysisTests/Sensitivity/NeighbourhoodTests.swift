import PolicyAnalysis
import ScorecardPolicy
import Testing

@Suite("The values at which a number is tried")
struct NeighbourhoodTests {
  private static let cases: [(path: String, values: [String])] = [
    ("scorecard.weights.judgements.business.risk", ["1", "2", "3"]),
    ("scorecard.weights.judgements.risk.service", ["1/3", "1/2", "1"]),
    ("scorecard.dimensions.business.weights.income", ["0.15", "0.175", "0.2", "0.225", "0.25"]),
    ("grades.star.bands.1.seats", ["1", "2", "3"]),
    ("gates.complaints.when.1", ["0", "1", "2"]),
    ("grades.quarter.bands.1.share", ["0.225", "0.2375", "0.25", "0.2625", "0.275"]),
    ("curves.npl_points.1.x", ["-1", "0", "1"]),
    ("curves.npl_points.2.x", ["0.018", "0.019", "0.02", "0.021", "0.022"]),
    ("parameters.full_pay", ["1350", "1425", "1500元", "1575", "1650"]),
  ]

  @Test("are near the present one, according to what the number is", arguments: cases)
  func near(path: String, values: [String]) throws {
    let policy = try VariedBank().analysis().policy
    let number = try #require(policy.number(at: path))
    #expect(Neighbourhood(of: number).values.map(number.text(of:)) == values)
  }

  @Test("do not leave the scale of judgements, nor 0 to 1 for weights")
  func ends() throws {
    let bank = VariedBank().with("d", "9")
      .with("scorecard.dimensions.business.weights", "{deposit: 0.97, loan: 0.03, income: 0}")
    let policy = try bank.analysis().policy
    let tried = { (path: String) throws in
      let number = try #require(policy.number(at: path))
      return Neighbourhood(of: number).values.map(number.text(of:))
    }
    #expect(
      try tried("scorecard.dimensions.service.weights.judgements.review.grade") == ["8", "9"])
    #expect(
      try tried("scorecard.dimensions.business.weights.deposit") == [
        "0.92", "0.945", "0.97", "0.995",
      ])
    #expect(
      try tried("scorecard.dimensions.business.weights.income") == ["0", "0.025", "0.05"])
  }

  @Test("go from one to another, in steps of the scale for judgements")
  func ranges() throws {
    let policy = try VariedBank().analysis().policy
    let judgement = try #require(
      policy.number(at: "scorecard.weights.judgements.business.risk"))
    let range = try #require(Neighbourhood(of: judgement, from: 1.0 / 3, to: 5, step: 1))
    #expect(range.values.map(judgement.text(of:)) == ["1/3", "1/2", "1", "2", "3", "4", "5"])
    let share = try #require(policy.number(at: "parameters.share"))
    let found = try #require(Neighbourhood(of: share, from: 0.1, to: 1, step: 0.3))
    // The present value stands among them.
    #expect(found.values == [0.1, 0.4, 0.7, 0.8, 1])
    #expect(Neighbourhood(of: share, from: 1, to: 0.5, step: 0.1) == nil)
    #expect(Neighbourhood(of: share, from: 0, to: 1, step: 0) == nil)
    #expect(Neighbourhood(of: share, from: 0, to: 1, step: 0.001) == nil)
    #expect(share.value(of: "30%") == 0.3 && judgement.value(of: "1/4") == 0.25)
    #expect(share.value(of: "1/4") == nil && judgement.value(of: "much") == nil)
  }
}
