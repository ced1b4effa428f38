import Foundation
import ScorecardPolicy
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Random policies, through every executor")
struct RandomConformanceTests {
  /// How many policies are tried; 10,000 in the long tests.
  static let count: UInt64 = LongTests.rounds(50, long: 10_000)
  private static let batch: UInt64 = 25

  @Test(
    "The engine gives the interpreter's bits, ranks and rejected rows, however it is cut up",
    arguments: Array(stride(from: 0, to: count, by: Int(batch))))
  func agree(first: UInt64) throws {
    let shapes = ExecutorComparison.Shape.all(threads: [1, 2, 3])
    for seed in first..<min(first + Self.batch, Self.count) {
      let random = RandomPolicy(seed: seed)
      do {
        let comparison = try ExecutorComparison(
          try random.plan(), random.tables, shapes: shapes)
        #expect(
          comparison.differences.isEmpty,
          "seed \(seed):\n\(comparison.differences.joined(separator: "\n"))\n\(random.yaml)")
      } catch {
        Issue.record("seed \(seed): \(error)\n\(random.yaml)")
      }
    }
  }

  @Test("Other parameter values change nothing of that", arguments: 0..<60 as Range<UInt64>)
  func agreeWithOtherValues(seed: UInt64) throws {
    let random = RandomPolicy(seed: seed)
    let plan = try random.plan()
    var generator = SplitMix64(seed: seed)
    var values = plan.values
    for (index, parameter) in plan.parameters.enumerated() {
      // The points of curves must stay in order.
      let isOfPoints = CurveKind.allCases.contains {
        parameter.path.hasPrefix("\($0.section).")
      }
      if isOfPoints || Bool.random(using: &generator) { continue }
      let slot = ParameterSlot(index)
      let factor = Double(Int.random(in: 0...40, using: &generator)) / 16
      values[slot] = values[slot].isFinite ? values[slot] * factor : 50
    }
    let shapes = ExecutorComparison.Shape.all(blocks: [7], threads: [1, 2])
    let comparison = try ExecutorComparison(plan, values: values, random.tables, shapes: shapes)
    #expect(
      comparison.differences.isEmpty,
      "seed \(seed):\n\(comparison.differences.joined(separator: "\n"))")
  }

  @Test("The random policies put everything to work: scores, gaps, faults, ranks, grades, results")
  func variety() throws {
    var tally = Tally()
    for seed in 0..<100 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      tally.add(plan, ReferenceScoring(plan, random.tables))
    }
    #expect(tally.scored > 400 && tally.rejected > 400 && tally.missing > 1_000, "\(tally)")
    #expect(tally.ranked > 400 && tally.graded > 400 && tally.results > 400, "\(tally)")
    #expect(tally.late > 100 && tally.policiesWithLate > 15, "\(tally)")
    #expect(tally.published > 40 && tally.tied > 100, "\(tally)")
    #expect(tally.faults.count >= 7, "\(tally)")
  }

  /// What the policies bring about.
  private struct Tally {
    var (scored, rejected, missing, ranked, graded, results) = (0, 0, 0, 0, 0, 0)
    /// Those rejected after they have counted in a stage over the population.
    var late = 0
    var policiesWithLate = 0
    /// Subjects that share their rank.
    var tied = 0
    /// Policies that score anybody.
    var published = 0
    var faults: Set<String> = []

    mutating func add(_ plan: Plan, _ reference: ReferenceScoring) {
      let lateNames = Self.lateRequirements(of: plan)
      let before = (scored, late)
      var ranks: [[String: Int]: Int] = [:]
      for subject in reference.subjects {
        rejected += subject.isRejected ? 1 : 0
        guard let evaluation = subject.evaluation else { continue }
        late += evaluation.rejection.map { lateNames.contains($0.name) } == true ? 1 : 0
        for value in evaluation.subject {
          if value == .missing { missing += 1 }
          if case .fault(let fault) = value { faults.insert(fault.kind.reason) }
        }
        if subject.isRejected { continue }
        scored += 1
        ranked += subject.ranks.count
        graded += plan.gradings.count { evaluation[$0.result] != .text("") }
        results += plan.layout.results.count { evaluation[$0.register] != .missing }
        ranks[subject.ranks, default: 0] += 1
      }
      tied += ranks.filter { !$0.key.isEmpty && $0.value > 1 }.values.reduce(0, +)
      published += scored > before.0 ? 1 : 0
      policiesWithLate += late > before.1 ? 1 : 0
    }

    /// The requirements that stand after the first stage over the population.
    private static func lateRequirements(of plan: Plan) -> Set<String> {
      let first = plan.stages.firstIndex(where: \.looksAtPopulation) ?? plan.stages.count
      return Set(
        plan.stages[first...].flatMap { stage -> [String] in
          if case .require(let requirements) = stage { requirements.map(\.name) } else { [] }
        })
    }
  }
}
