import TestSupport
import Testing

@Suite("Cases, through every executor")
struct CaseTests {
  static let cases = Result {
    try ["scoring", "policies"].flatMap { try ScoringCase.all(in: "Tests/Cases/\($0)") }
  }

  @Test("The cases are there, each with a sentence and a source of its numbers")
  func described() throws {
    let cases = try Self.cases.get()
    #expect(cases.count >= 40)
    for scoringCase in cases {
      #expect(scoringCase.sentence.count > 10 && !scoringCase.source.isEmpty, "\(scoringCase.name)")
    }
  }

  @Test("Every case gives what it says", arguments: (try? cases.get()) ?? [])
  func gives(scoringCase: ScoringCase) throws {
    let differences = try scoringCase.differences(
      shapes: ExecutorComparison.Shape.all(threads: [1, 2]))
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
