import Foundation
import TestSupport
import Testing

@Suite("Random policies, through every executor")
struct RandomConformanceTests {
  /// How many policies are tried: 100, or 10,000 with STEELYARD_LONG=1 in the environment.
  static let count: UInt64 =
    ProcessInfo.processInfo.environment["STEELYARD_LONG"] == "1" ? 10_000 : 100
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

  @Test("The random policies put everything to work: scores, gaps, faults, ranks and rejections")
  func variety() throws {
    var (scored, rejected, missing, ranked, published) = (0, 0, 0, 0, Set<UInt64>())
    var faults: Set<String> = []
    for seed in 0..<100 as Range<UInt64> {
      let random = RandomPolicy(seed: seed)
      let plan = try random.plan()
      for subject in ReferenceScoring(plan, random.tables).subjects {
        rejected += subject.isRejected ? 1 : 0
        guard let evaluation = subject.evaluation else { continue }
        for value in evaluation.subject {
          if value == .missing { missing += 1 }
          if case .fault(let fault) = value { faults.insert(fault.kind.reason) }
        }
        if subject.isRejected { continue }
        scored += 1
        ranked += subject.ranks.count
        published.insert(seed)
      }
    }
    #expect(scored > 400 && rejected > 400 && missing > 1_000 && ranked > 400)
    #expect(published.count > 40)
    #expect(faults.count >= 7, "\(faults)")
  }
}
