import AHP
import DelimitedText
import Diagnostics
import Foundation
import SeededRandom
import Testing

@Suite("Judgement files with random damage")
struct MutatedFileTests {
  @Test(
    "damage is diagnosed or does no harm, and never ends the process",
    arguments: ["saaty-1990-house/matrix.csv", "wikipedia-leader/matrix.csv"]
      + ["synthetic-panel/panel.csv"])
  func damage(file: String) throws {
    let original = Array(try Data(contentsOf: Fixtures.judgements.appendingPathComponent(file)))
    let spare = Array(",\n\r\";\t/?-0159eE. \u{FEFF}".utf8) + [0, 0x80, 0xFF]
    var generator = SplitMix64(seed: 43)
    var (usable, refused) = (0, 0)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(spare[Int.random(in: 0..<spare.count, using: &generator)], at: place)
        default: bytes[place] = spare[Int.random(in: 0..<spare.count, using: &generator)]
        }
      }
      guard let text = try? DecodedText(bytes, file: file) else { continue }
      do {
        let sets = try JudgementFile(text).sets
        for set in sets {
          let analysis = try JudgementAnalysis(set.aggregatedJudgements())
          #expect(analysis.weights.allSatisfy { $0 > 0 && $0 < 1 })
          #expect(analysis.lambdaMaxBounds.contains(analysis.lambdaMax))
        }
        usable += 1
      } catch let failure as DiagnosedFailure {
        #expect(failure.diagnostics.hasErrors)
        refused += 1
      }
    }
    #expect(usable > 0 && refused > 10)
  }
}
