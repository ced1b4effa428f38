import Foundation
import SeededRandom
import TestSupport
import Testing

/// A short run of what the fuzzers do at length; see "Fuzzing" in CONTRIBUTING.md.
@Suite("Arbitrary input to the readers")
struct FuzzCorpusTests {
  @Test("every input of the corpus is read rightly or refused", arguments: FuzzedReader.allCases)
  func corpus(reader: FuzzedReader) throws {
    let corpus = try FuzzCorpus(reader)
    #expect(corpus.inputs.count > 20)
    for (name, bytes) in corpus.inputs {
      let faults = reader.faults(in: bytes)
      #expect(faults.isEmpty, "\(reader)/\(name): \(faults)")
    }
  }

  @Test(
    "damaged inputs are read rightly or refused",
    arguments: [(FuzzedReader.tables, 300), (.policy, 300), (.judgements, 1500)])
  func damaged(reader: FuzzedReader, rounds: Int) throws {
    let corpus = try FuzzCorpus(reader)
    var generator = SplitMix64(seed: 71)
    for round in 0..<LongTests.rounds(rounds, long: rounds * 20) {
      let bytes = corpus.damaged(&generator)
      let faults = reader.faults(in: bytes)
      #expect(
        faults.isEmpty, "round \(round), \(Data(bytes).base64EncodedString()): \(faults)")
    }
  }
}
