import AHP
import DelimitedText
import Diagnostics
import SeededRandom
import Testing

@Suite("Damaged judgement files with gaps")
struct MutatedGapTests {
  private static let files = [
    ",a,b,c,d\na,1,1,5,2\nb,,1,3,4\nc,,,1,?\nd,,,,1\n",
    "respondent,row,column,judgement\nx,a,b,2\nx,b,c,1/3\ny,c,d,1e20\ny,d,a,7\ny,a,c,\n",
  ]

  @Test("each either says what is wrong, or has finite weights by every method", arguments: 0..<300)
  func mutated(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var bytes = Array(Self.files[seed % 2].utf8)
    for _ in 0..<1 + generator.next(below: 3) {
      let place = generator.next(below: bytes.count)
      let byte = Array("0123456789,?/.e-\n".utf8)[generator.next(below: 17)]
      if seed.isMultiple(of: 3) { bytes.remove(at: place) } else { bytes[place] = byte }
    }
    let text = try DecodedText(bytes, file: "gaps.csv")
    guard let file = try? JudgementFile(text, gaps: .allowed) else { return }
    for set in file.sets {
      let given = set.aggregatedIncompleteMatrix()
      for method in CompletionMethod.allCases {
        do throws(DiagnosedFailure) {
          let completed = try CompletedMatrix(given, method: method)
          let weights = try? Incomplete.analysis(completed).weights
          #expect(weights?.allSatisfy { $0 >= 0 && $0.isFinite } == true)
          if let bounds = completed.leastLambdaBounds {
            #expect(bounds.lowerBound >= Double(given.size))
          }
        } catch {
          #expect(error.diagnostics.map(\.code) == ["judgement.completed-out-of-range"])
        }
      }
    }
  }
}
