import PolicyAnalysis
import ScorecardPolicy
import Testing

@Suite("Sensitivity of a policy's numbers")
struct SensitivityTests {
  /// A number by its path, with how an author would write a value of it.
  struct Edit: Sendable, CustomTestStringConvertible {
    let path: String
    let kind: PolicyNumber.Kind
    var key: String?
    var write: @Sendable (Double) -> String = { $0.asWritten }

    var testDescription: String { path }
  }

  private static let money: @Sendable (Double) -> String = { "\($0.asWritten)元" }
  private static let measures = "scorecard.dimensions.business.measures"

  /// Weights of business with one replaced and the others rescaled.
  private static func businessWeights(deposit: Double) -> String {
    let factor = (1 - deposit) / (0.3 + 0.2)
    return "{deposit: \(deposit), loan: \(0.3 * factor), income: \(0.2 * factor)}"
  }

  static let edits = [
    Edit(path: "scorecard.weights.judgements.business.risk", kind: .judgement, key: "a"),
    Edit(path: "scorecard.weights.judgements.risk.service", kind: .judgement, key: "c") {
      $0 == 1.0 / 3 ? "1/3" : $0.asWritten
    },
    Edit(
      path: "scorecard.dimensions.service.weights.judgements.review.grade", kind: .judgement,
      key: "d"),
    Edit(
      path: "scorecard.dimensions.business.weights.deposit", kind: .weight,
      key: "scorecard.dimensions.business.weights", write: businessWeights),
    Edit(path: "parameters.share", kind: .parameter),
    Edit(path: "parameters.full_pay", kind: .parameter, write: money),
    Edit(path: "tables.staff.columns.loan.missing", kind: .substitute),
    Edit(path: "scorecard.dimensions.service.measures.review.missing", kind: .substitute),
    Edit(path: "curves.npl_points.2.x", kind: .breakpoint),
    Edit(path: "curves.npl_points.2.y", kind: .curveValue),
    Edit(path: "steps.loan_steps.2.x", kind: .breakpoint),
    Edit(path: "lookups.level_points.junior", kind: .lookup),
    Edit(path: "\(measures).deposit.floor", kind: .floor),
    Edit(path: "\(measures).deposit.cap", kind: .cap),
    Edit(path: "gates.complaints.when.1", kind: .gateNumber),
    Edit(path: "gates.complaints.deduct", kind: .gateAmount),
    Edit(path: "gates.risky.cap", kind: .gateAmount),
    Edit(path: "grades.star.bands.1.seats", kind: .seats),
    Edit(path: "grades.quarter.bands.1.share", kind: .share),
    Edit(path: "grades.class.bands.1.minimum", kind: .minimum),
    Edit(path: "results.bonus.1", kind: .formulaNumber, write: money),
  ]

  @Test("is what scoring by the policy with the number written in it gives", arguments: edits)
  func bruteForce(_ edit: Edit) throws {
    let bank = VariedBank()
    let analysis = try bank.analysis()
    let number = try #require(analysis.policy.number(at: edit.path))
    #expect(number.kind == edit.kind)
    let response = try analysis.response(of: number, over: Neighbourhood(of: number))
    #expect(response.points.count >= 2 && response.points.contains(where: \.isPresent))
    let before = try bank.run()
    for point in response.points {
      let changed = bank.with(edit.key ?? edit.path, edit.write(point.value))
      let after = try changed.run()
      let effect = try #require(point.effect, "\(point.refusal ?? "")")
      #expect(effect == PolicyEffect(before: before, after: after), "\(edit.path) \(point.value)")
    }
    #expect(response.movesAnybody)
  }

  @Test("of judgements that lead to weights, their weights too can be varied")
  func weightOfJudgements() throws {
    let bank = VariedBank()
    let analysis = try bank.analysis()
    let path = "scorecard.weights.risk"
    let number = try #require(analysis.policy.number(at: path))
    let weights = analysis.policy.resolved.dimensionWeights.weights
    let range = try #require(Neighbourhood(of: number, from: 0, to: 1, step: 0.25))
    #expect(range.values.count == 6)
    for point in try analysis.response(of: number, over: range).points where !point.isPresent {
      let factor = (1 - point.value) / (weights[0] + weights[2])
      let text =
        "{business: \(weights[0] * factor), risk: \(point.value), service: \(weights[2] * factor)}"
      let after = try bank.with("scorecard.weights", text).run()
      #expect(point.effect == PolicyEffect(before: try bank.run(), after: after))
    }
  }

  @Test("covers every number that the policy sets, each once")
  func numbers() throws {
    let policy = try VariedBank().analysis().policy
    let paths = policy.numbers.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(Set(Self.edits.filter { $0.kind != .formulaNumber }.map(\.path)).isSubset(of: paths))
    let weights = paths.filter { $0.contains(".weights.") && !$0.contains(".judgements.") }
    // Three dimensions, three measures of business, two of service; the one of risk is alone.
    #expect(weights.count == 8)
    let slots = policy.plan.parameters.map(\.path).filter { !$0.contains(".weights.") }
    let set = zip(policy.plan.parameters, policy.plan.values.values).filter {
      $0.1.isFinite && !$0.0.path.contains(".weights.")
    }
    #expect(Set(slots).count == slots.count)
    #expect(Set(set.map(\.0.path)).isSubset(of: paths))
    #expect(paths.filter { $0.hasPrefix("gates.risky.when") } == ["gates.risky.when.1"])
  }

  @Test("is the same on one thread and on many, and whatever was varied before")
  func threads() throws {
    let paths = Self.edits.map(\.path).prefix(10)
    let responses = try [1, 2, 5].map { threads in
      let analysis = try VariedBank().analysis(threads: threads)
      return try (threads == 2 ? paths.reversed() : Array(paths))
        .map { path in
          let number = try #require(analysis.policy.number(at: path))
          return try analysis.response(of: number, over: Neighbourhood(of: number))
        }.sorted { $0.number.path < $1.number.path }
    }
    let effects = responses.map { $0.map { $0.points.map(\.effect) } }
    #expect(effects[0] == effects[1] && effects[0] == effects[2])
  }

  @Test("of the present value is nothing")
  func present() throws {
    let responses = try VariedBank().analysis().responses()
    for response in responses {
      let present = try #require(response.points.first { $0.isPresent }?.effect)
      #expect(present.gradeChanges == 0 && present.rankMovers == 0 && present.scoreChanges == 0)
      #expect(present.payroll?.change == 0 && present.unmatched == 0)
    }
    #expect(responses.byEffect.first?.mostGradeChanges ?? 0 > 0)
    let most = responses.byEffect.map { $0.mostGradeChanges ?? 0 }
    #expect(most == most.sorted(by: >))
  }

  @Test("says what a policy cannot have, and does not run it")
  func refusals() throws {
    let analysis = try VariedBank().analysis()
    let expected: [(path: String, from: Double, to: Double, words: String)] = [
      ("parameters.share", 1.25, 1.5, "outside its own bounds: its maximum is 1"),
      ("curves.npl_points.2.x", 0.5, 1, "must stand in ascending order"),
      ("scorecard.dimensions.business.measures.deposit.cap", 10, 20, "is above its cap"),
      ("grades.star.bands.1.seats", 1.5, 1.5, "seats are a whole number of people"),
      ("grades.quarter.bands.1.share", 1.5, 2, "a share lies between 0 and 1"),
      ("grades.class.bands.1.minimum", 50, 60, "the bands overlap"),
      ("scorecard.weights.risk", -0.5, -0.25, "a weight lies between 0 and 1"),
      ("scorecard.weights.risk", 1.25, 1.5, "a weight lies between 0 and 1"),
      (
        "scorecard.weights.judgements.business.risk", 1.0 / 9, 1.0 / 9,
        "contradict each other: their consistency ratio is"
      ),
    ]
    for (path, from, to, words) in expected {
      let number = try #require(analysis.policy.number(at: path))
      let range = try #require(Neighbourhood(of: number, from: from, to: to, step: 0.25))
      let points = try analysis.response(of: number, over: range).points.filter { !$0.isPresent }
      #expect(!points.isEmpty)
      for point in points {
        #expect(point.effect == nil)
        #expect(point.refusal?.contains(words) == true, "\(path): \(point.refusal ?? "run")")
      }
    }
  }

  @Test("near now is taken from the nearest values on both sides, by one unit")
  func perUnit() throws {
    let analysis = try VariedBank().analysis()
    for (path, unit) in [
      ("scorecard.dimensions.business.weights.deposit", 0.01), ("grades.star.bands.1.seats", 1),
      ("parameters.full_pay", 1),
    ] {
      let number = try #require(analysis.policy.number(at: path))
      let response = try analysis.response(of: number, over: Neighbourhood(of: number))
      let middle = try #require(response.points.firstIndex { $0.isPresent })
      let (low, high) = (response.points[middle - 1], response.points[middle + 1])
      let perUnit = try #require(response.perUnit)
      let distance = (high.value - low.value) / unit
      let pays = [low, high].compactMap { $0.effect?.payroll?.after }
      try #require(pays.count == 2)
      let pay = pays[1] - pays[0]
      #expect(abs((perUnit.payroll ?? 0) - pay / distance) <= 1e-9 * max(1, abs(pay)))
      let changes = [low, high].compactMap { $0.effect?.gradeChanges }.reduce(0, +)
      #expect(abs((perUnit.gradeChanges ?? 0) - Double(changes) / distance) <= 1e-9)
    }
  }

  @Test("a cap that is not set can be set, and a judgement be seen from its column")
  func otherNumbers() throws {
    let bank = VariedBank()
    let analysis = try bank.analysis()
    let path = "scorecard.dimensions.business.measures.loan.cap"
    #expect(!analysis.policy.numbers.contains { $0.path == path })
    let cap = try #require(analysis.policy.number(at: path))
    #expect(cap.value == nil && Neighbourhood(of: cap).values.isEmpty)
    let response = try analysis.response(
      of: cap, over: try #require(Neighbourhood(of: cap, from: 60, to: 60, step: 1)))
    #expect(response.points.map(\.effect?.scoreChanges).allSatisfy { $0 ?? 0 > 0 })
    let forward = try #require(
      analysis.policy.number(at: "scorecard.weights.judgements.business.risk"))
    let backward = try #require(
      analysis.policy.number(at: "scorecard.weights.judgements.risk.business"))
    #expect(backward.text == "1/2")
    let one = try analysis.response(
      of: forward, over: try #require(Neighbourhood(of: forward, from: 3, to: 3, step: 1)))
    let third = 1.0 / 3
    let other = try analysis.response(
      of: backward, over: try #require(Neighbourhood(of: backward, from: third, to: third, step: 1))
    )
    #expect(one.points[0].effect == other.points[0].effect)
    #expect(analysis.policy.number(at: "parameters.unknown") == nil)
    #expect(analysis.policy.number(at: "results.bonus.9") == nil)
  }
}
