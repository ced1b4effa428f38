import Diagnostics
import Foundation
import ScorecardPolicy
import ScoringPlan
import TestSupport
import Testing

@Suite("Damaged policies")
struct MutatedPolicyTests {
  private static let rounds = ProcessInfo.processInfo.environment["STEELYARD_LONG"] == nil ? 150 : 5_000

  @Test("whatever is done to a policy's text, the reader answers with a policy or with diagnostics")
  func readerNeverFails() throws {
    let file = ProjectFiles.root.appending(path: "Datasets/policies/customer-manager/policy.yaml")
    let original = Array(try String(contentsOf: file, encoding: .utf8).unicodeScalars)
    let folder = file.deletingLastPathComponent().path
    var random = SeededGenerator(seed: 20)
    var faults = 0
    for _ in 0..<Self.rounds {
      let text = mutate(original, &random)
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

  /// One to three small changes: a character dropped, doubled, or replaced by one that means much.
  private func mutate(
    _ original: [Unicode.Scalar], _ random: inout SeededGenerator
  ) -> String {
    var text = original
    let telling = Array("[]{}(),:.'\"#&*!|>-+/=<>%0123456789e \n\t?万元（𠀀\u{0}".unicodeScalars)
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: 0..<text.count, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: text.remove(at: place)
      case 1: text.insert(text[place], at: place)
      case 2: text[place] = telling.randomElement(using: &random) ?? "x"
      default: text.swapAt(place, Int.random(in: 0..<text.count, using: &random))
      }
    }
    return String(String.UnicodeScalarView(text))
  }
}
