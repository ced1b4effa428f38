import AHP
import DelimitedText
import Diagnostics
import Foundation
import SeededRandom
import TestSupport
import Testing

@Suite("Damaged judgement files")
struct DamagedJudgementTests {
  private static let rounds = LongTests.rounds(500, long: 20_000)

  @Test(
    "whatever is done to a judgement file, the reader answers with judgements or with diagnostics",
    arguments: ["saaty-1990-house/matrix.csv", "synthetic-panel/panel.csv"])
  func readerNeverFails(_ name: String) throws {
    let original = try ProjectFiles.text("Datasets/judgements/\(name)")
    var random = SplitMix64(seed: 21)
    var faults = 0
    for _ in 0..<Self.rounds {
      let text = DamagedText.damage(original, &random)
      do {
        let file = try JudgementFile(DecodedText(Array(text.utf8), file: name))
        for set in file.sets { _ = try JudgementAnalysis(set.aggregatedJudgements()) }
      } catch let failure as DiagnosedFailure {
        faults += 1
        #expect(failure.diagnostics.hasErrors)
      } catch is DelimitedTextError {
        faults += 1
      }
    }
    #expect(faults > Self.rounds / 10)
  }
}
