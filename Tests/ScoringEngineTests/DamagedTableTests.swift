import ColumnStore
import DelimitedText
import Foundation
import ScorecardPolicy
import ScoringEngine
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Damaged tables")
struct DamagedTableTests {
  private static let rounds = LongTests.rounds(200, long: 10_000)

  @Test("whatever is done to a table's text, every row is scored or rejected with a reason")
  func everyRowIsAccountedFor() throws {
    let folder = "Datasets/branches/chinese-branch"
    let staff = try ProjectFiles.text("\(folder)/staff.csv")
    let business = try ProjectFiles.text("\(folder)/business.csv")
    let policy = ProjectFiles.url("Datasets/policies/customer-manager/policy.yaml").path
    let plan = Plan(try ResolvedPolicy(try PolicyReader.read(contentsOf: policy).policy))
    var random = SplitMix64(seed: 22)
    for _ in 0..<Self.rounds {
      let texts = [
        "staff": DamagedText.damage(staff, &random),
        "business": DamagedText.damage(business, &random),
      ]
      let decoded = try? texts.mapValues { [try DecodedText(Array($0.utf8), file: "damaged.csv")] }
      guard let decoded, let population = try? Population.load(plan, texts: decoded) else {
        continue
      }
      let scored = PlanEngine(plan: plan).score(population, options: ScoringOptions(threads: 1))
      for counts in scored.counts {
        #expect(
          counts.rowsIn == counts.scored + counts.rejected + counts.setAside + counts.ignored)
      }
      let rejected = scored.rejectedRows()
      #expect(rejected.count == scored.counts.reduce(0) { $0 + $1.rejected })
      #expect(rejected.allSatisfy { !$0.reason.isEmpty })
      let streamed = try PlanEngine(plan: plan).score(
        sources: decoded.mapValues { $0.map { TextSource($0) } },
        options: ScoringOptions(threads: 2, chunkSize: 500))
      #expect(streamed.counts == scored.counts)
      #expect(
        RejectsWriter.bytes(of: streamed.rejectedRows()) == RejectsWriter.bytes(of: rejected))
      #expect(Self.result(streamed) == Self.result(scored))
    }
  }

  private static func result(_ scored: ScoredPopulation) -> [UInt8] {
    var bytes: [UInt8] = []
    ResultWriter(scored, writesMeasures: false).write { bytes += $0 }
    return bytes
  }
}
