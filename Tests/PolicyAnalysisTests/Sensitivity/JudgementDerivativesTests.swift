import AHP
import PolicyAnalysis
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import Testing

@Suite("Derivatives of totals and pay by judgements")
struct JudgementDerivativesTests {
  /// The people of `VariedBank` under a policy whose pay is smooth but for what the arguments put in.
  private static func yaml(
    method: String = "eigenvector", pay: String, first: String = "2", second: String = "3",
    third: String = "1/2", fourth: String = "2", gates: String = "{}"
  ) -> String {
    """
    policy: smooth
    tables:
      staff:
        key: id
        columns:
          branch: text
          level: text
          deposit: number
          loan: {type: number, missing: 60}
          npl: number
          review: {type: number, missing: allow}
          complaints: {type: number, unit: count}
    curves: {bend: [[0, 0], [60, 30], [120, 120]]}
    scorecard:
      weights: {judgements: [[business, risk, \(first)], [business, service, \(second)], \
    [risk, service, \(third)]], method: \(method), maximum_consistency_ratio: 0.6}
      dimensions:
        business:
          weights: {by: level, junior: {deposit: 0.5, loan: 0.5}, senior: {judgements: \
    [[deposit, loan, \(fourth)]], method: \(method)}}
          measures: {deposit: {score: deposit, cap: 110}, loan: {score: loan}}
        risk: {measures: {npl: {score: 1000 * npl}}}
        service:
          weights: {judgements: [[review, other, 2]], method: \(method)}
          measures: {review: {score: review, missing: exclude}, other: {score: 10 * complaints}}
    gates: \(gates)
    results: {pay: '\(pay)'}
    payroll: {amount: pay}
    grades: {star: {by: final, bands: [{grade: star, seats: 5}, {grade: none}]}}
    """
  }

  private static func run(_ yaml: String) throws -> (VariablePolicy, ScoredPopulation) {
    let policy = try VariablePolicy(PolicyTuning(yaml, file: "policy.yaml"))
    let population = try Population.load(policy.plan, texts: VariedBank.tables)
    return (policy, PlanEngine(plan: policy.plan).score(population))
  }

  private static func derivatives(_ yaml: String) throws -> JudgementDerivatives {
    let (policy, scored) = try run(yaml)
    return try JudgementDerivatives(policy, scored, threads: 2)
  }

  /// Pay by every function that is smooth, by sums and means over people, and by a condition.
  private static let smooth = """
    10元 * total + 0.01元 * SUM(final, branch) * EXP(-final / 100) \
    + 1元 * final / AVERAGE(total, ALL) + 1元 * SQRT(total) - 2元 * ABS(LN(total)) \
    + 1元 * POWER(final / 50, 1.5) + 1元 * CURVE(bend, total) \
    + IF(total > 61.7, 3元 * total, 2元 * total) + MIN(1元 * final, 66.6元) - MAX(business, risk) * 1元
    """

  @Test(
    "are what central differences come to", arguments: ["eigenvector", "geometric-mean"])
  func differences(method: String) throws {
    let gates =
      "{complaints: {when: complaints > 1, deduct: 0.1 * total}, low: {when: total > 90, cap: 90}}"
    let derivatives = try Self.derivatives(
      Self.yaml(method: method, pay: Self.smooth, gates: gates))
    #expect(derivatives.judgements.count == 5 && derivatives.excluded.isEmpty)
    let steps: [(index: Int, yaml: (Double) -> String, value: Double)] = [
      (0, { Self.yaml(method: method, pay: Self.smooth, first: "\($0)", gates: gates) }, 2),
      (1, { Self.yaml(method: method, pay: Self.smooth, second: "\($0)", gates: gates) }, 3),
      (2, { Self.yaml(method: method, pay: Self.smooth, third: "\($0)", gates: gates) }, 0.5),
      (3, { Self.yaml(method: method, pay: Self.smooth, fourth: "\($0)", gates: gates) }, 2),
    ]
    for step in steps {
      let size = 1e-5 * step.value
      let (_, below) = try Self.run(step.yaml(step.value - size))
      let (_, above) = try Self.run(step.yaml(step.value + size))
      var payroll = 0.0
      for person in derivatives.people {
        let difference = { (register: Register) throws in
          let values = [below, above].compactMap { $0.column(register)?[person.subject] }
          try #require(values.count == 2)
          return (values[1] - values[0]) / (2 * size)
        }
        let layout = below.plan.layout
        let total = try difference(layout.total)
        #expect(abs(person.total[step.index] - total) < 1e-6)
        let final = try #require(person.final.derivatives(count: 5))
        let finalChange = try difference(try #require(layout.final))
        #expect(abs(final[step.index] - finalChange) < 1e-6)
        let pay = try #require(person.pay?.derivatives(count: 5))
        let change = try difference(try #require(below.plan.payroll).register)
        #expect(abs(pay[step.index] - change) < 1e-4 * max(1, abs(change)), "\(person.key)")
        payroll += change
      }
      let all = try #require(derivatives.payroll)
      #expect(abs(all[step.index] - payroll) < 1e-3 * max(1, abs(payroll)))
    }
  }

  @Test("by weights of one level are those of its people alone")
  func levels() throws {
    let derivatives = try Self.derivatives(Self.yaml(pay: "1元 * total"))
    let index = try #require(derivatives.judgements.firstIndex { $0.path.contains("senior") })
    for person in derivatives.people {
      let isJunior = (Int(person.key.dropFirst()) ?? 0).isMultiple(of: 2)
      #expect((person.total[index] == 0) == isJunior || person.total[index] == 0)
    }
    #expect(derivatives.people.contains { $0.total[index] != 0 })
  }

  @Test(
    "are not there where pay moves by steps, and the reason is",
    arguments: [
      ("ROUND(1元 * total, 0)", JudgementSlope.Obstacle.rounding),
      ("IF(star = \"star\", 100元, 0元)", .grade),
      ("1元 * RANK(total, ALL)", .population),
      ("1元 * MEDIAN(total, ALL)", .population),
      ("IF(total > 61.7, 100元, 50元)", .threshold),
      ("1元 * total + IF(final >= 61.7, 100元, 50元)", .threshold),
    ])
  func steps(pay: String, obstacle: JudgementSlope.Obstacle) throws {
    let derivatives = try Self.derivatives(Self.yaml(pay: pay))
    let expected: JudgementSlope.Obstacle = pay.contains("RANK") ? .rank : obstacle
    #expect(derivatives.people.allSatisfy { $0.pay?.obstacle == expected })
    #expect(derivatives.payroll == nil)
    #expect(derivatives.payObstacles.map(\.obstacle) == [expected])
    #expect(derivatives.payObstacles.first?.people == derivatives.people.count)
  }

  @Test("are not there exactly at a cap, a threshold or a point of a curve, and are beside it")
  func corners() throws {
    // All dimensions score the same for a person whose numbers agree, so that the total stays there;
    // who has other numbers stands beside the corner.
    let probe = try Self.run(Self.yaml(pay: "1元 * total"))
    let total = try #require(probe.1.column(probe.0.plan.layout.total)?[1])
    let exact: [(String, JudgementSlope.Obstacle)] = [
      ("MIN(1元 * total, \(total)元)", .bound),
      ("IF(total >= \(total), 2元 * total, 1元 * total)", .bound),
    ]
    for (pay, obstacle) in exact {
      let derivatives = try Self.derivatives(Self.yaml(pay: pay))
      #expect(derivatives.people[1].pay == .stepped(obstacle))
      #expect(derivatives.people.filter { $0.pay?.obstacle != nil }.count == 1)
      #expect(derivatives.payroll == nil)
    }
    let bent = Self.yaml(pay: "1元 * CURVE(bend, total)").replacing(
      "[60, 30]", with: "[\(total), 30]")
    let derivatives = try Self.derivatives(bent)
    #expect(derivatives.people[1].pay == .stepped(.corner))
    #expect(derivatives.people.filter { $0.pay?.obstacle != nil }.count == 1)
  }

  @Test("do not count what judgements do not touch")
  func constants() throws {
    let derivatives = try Self.derivatives(Self.yaml(pay: "ROUND(1元 * deposit, 0)"))
    #expect(derivatives.people.allSatisfy { $0.pay == .constant })
    #expect(derivatives.payroll == [0, 0, 0, 0, 0])
  }

  @Test(
    "of methods without a closed form, and of completed judgements, are left out with the reason")
  func excluded() throws {
    let squares = try Self.derivatives(
      Self.yaml(pay: "1元 * total").replacing(
        "method: eigenvector, maximum", with: "method: weighted-least-squares, maximum"))
    #expect(squares.judgements.count == 2)
    #expect(squares.excluded.map(\.path) == ["scorecard.weights"])
    #expect(squares.excluded.first?.reason.contains("weighted-least-squares") == true)
    let open = try Self.derivatives(
      Self.yaml(pay: "1元 * total", third: "?").replacing(
        "maximum_consistency_ratio: 0.6", with: "incomplete: lambda-optimal"))
    #expect(open.judgements.count == 2 && open.excluded.map(\.path) == ["scorecard.weights"])
  }
}
