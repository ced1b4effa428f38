import AHP
import Foundation
import SeededRandom
import TestSupport
import Testing

@testable import PriorityBatches

@Suite("The completion with the least eigenvalue")
struct BatchCompletionTests {
  private static func completed(
    _ judgements: [Double], size: Int, places: [Int], largest: Double = .infinity
  ) throws -> (judgements: [Double], eigenvalue: Double) {
    let solver = BlockSolver(size: size)
    var completion = BatchCompletion(solver: solver, places: [places], largest: largest)
    var judgements = judgements
    try completion.complete(&judgements, firstIndex: 0).get()
    return (
      judgements, try solver.eigenvalues(judgements, count: 1, firstIndex: 0).get()[0]
    )
  }

  @Test("The published example")
  func published() throws {
    // Bozoki, Fulop and Ronyai 2010, doi:10.1016/j.mcm.2010.02.047, example 3: a12 = 1, a13 = 5,
    // a14 = 2, a23 = 3, a24 = 4, a34 missing. The optimum is the root of 8/15; the eigenvalue was
    // computed from that.
    let (judgements, eigenvalue) = try Self.completed(
      [1, 5, 2, 3, 4, 1], size: 4, places: [5])
    #expect(abs(judgements[5] - (8.0 / 15).squareRoot()) < 1e-7)
    #expect(abs(eigenvalue - 4.092367293939) < 1e-12)
  }

  @Test("A consistent matrix with a gap is completed consistently")
  func consistent() throws {
    let (judgements, eigenvalue) = try Self.completed([2, 1, 2], size: 3, places: [1])
    #expect(abs(judgements[1] - 4) < 1e-6)
    #expect(abs(eigenvalue - 3) < 1e-12)
    // On the scale 27 is not reached.
    let bounded = try Self.completed([3, 1, 9], size: 3, places: [1], largest: 9)
    #expect(abs(bounded.judgements[1] - 9) < 1e-12)
  }

  @Test("No single judgement can be changed for the better", arguments: [4, 5, 6, 8])
  func optimal(size: Int) throws {
    var random = SplitMix64(seed: 5, stream: UInt64(size), index: 0)
    for round in 0..<LongTests.rounds(6, long: 200) {
      let count = 1 + random.next(below: ComparisonGraph.mostMissing(size: size))
      var matrices = RandomMatrices(
        size: size, missing: .count(count), seed: random.next(), block: round)
      let places = matrices.missingPlaces()
      for largest in [9, .infinity] {
        let (judgements, eigenvalue) = try Self.completed(
          matrices.judgements(count: 1), size: size, places: places, largest: largest)
        // The function is convex: where no small step along or between axes goes down it is least.
        for _ in 0..<40 {
          var changed = judgements
          for place in places {
            let step = exp(0.02 * (random.nextUnit() - 0.5) * Double(random.next(below: 2)))
            changed[place] = min(max(judgements[place] * step, 1 / largest), largest)
          }
          let other = BlockSolver(size: size).eigenvalues(changed, count: 1, firstIndex: 0)
          #expect(try other.get()[0] > eigenvalue * (1 - 1e-11))
        }
      }
    }
  }
}
