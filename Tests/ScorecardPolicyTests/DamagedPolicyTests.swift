import Diagnostics
import Foundation
import ScorecardPolicy
import ScoringPlan
import SeededRandom
import TestSupport
import Testing

@Suite("Damaged policies")
struct DamagedPolicyTests {
  private static let rounds = LongTests.rounds(150, long: 5_000)

  @Test("whatever is done to a policy's text, the reader answers with a policy or with diagnostics")
  func readerNeverFails() throws {
    let file = ProjectFiles.root.appending(path: "Datasets/policies/customer-manager/policy.yaml")
    let original = try String(contentsOf: file, encoding: .utf8)
    let folder = file.deletingLastPathComponent().path
    var random = SplitMix64(seed: 20)
    var faults = 0
    for _ in 0..<Self.rounds {
      let text = DamagedText.damage(original, &random)
      do throws(DiagnosedFailure) {
        let (policy, _) = try PolicyReader.read(text, file: "policy.yaml", folder: folder)
        if let resolved = try? ResolvedPolicy(policy) { _ = Plan(resolved) }
      } catch {
        faults += 1
        #expect(error.diagnostics.hasErrors)
        #expect(error.diagnostics.allSatisfy { !$0.message.isEmpty })
      }
    }
    // Most places of the file matter.
    #expect(faults > Self.rounds / 4)
  }

  @Test("aliases of aliases are refused before they are written out")
  func aliases() throws {
    let names = Array("abcdefghij").map(String.init)
    let lines = zip(names, names.dropFirst()).map { name, next in
      "\(next): &\(next) [\(Array(repeating: "*\(name)", count: 9).joined(separator: ","))]"
    }
    let yaml = (["a: &a [x]"] + lines).joined(separator: "\n")
    let failure = #expect(throws: DiagnosedFailure.self) {
      try PolicyReader.read(yaml, file: "policy.yaml")
    }
    #expect(failure?.description.contains("more than 1000000 values") == true)
  }
}
