import Foundation
import TestSupport
import Testing

@Suite("reproduce with a paper file")
struct ReproducePaperTests {
  private static let papers = Project.invalid.appendingPathComponent("papers")

  @Test(
    "a paper file with one fault, or one misprint, is told of with the words it must say",
    arguments: try Expectation.all("papers"))
  func faults(expectation: Expectation) throws {
    let result = try CommandRunner.run(["reproduce", "\(expectation.name).yaml"], in: Self.papers)
    expectation.check(result.errors)
    #expect(result.exitCode == expectation.exitCode)
    #expect(result.output.isEmpty == (expectation.exitCode != 1))
  }

  @Test("every faulty paper has its expectation")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.papers.path)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(files) == Set(try Expectation.all("papers").map(\.name)))
  }

  struct Answer: Decodable {
    struct Print: Decodable {
      let subject: String
      let numbers: [Number]
    }
    struct Number: Decodable {
      let printed: String
      let verdict: String
      let recomputed: Double?
      let explainedDigits: String
      let unexplainedDigits: String
      let meantIsExplained: Bool?
    }
    let prints: [Print]
  }

  @Test("JSON tells the digits that nothing explains")
  func json() throws {
    let file = ProjectFiles.url("Datasets/papers/saaty-1990-house.yaml").path
    let result = try CommandRunner.run(["reproduce", file, "--format", "json"])
    #expect(result.exitCode == 1)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    let factor = try #require(
      answer.prints.flatMap(\.numbers).first { $0.printed == "5.32156" })
    #expect(factor.verdict == "unexplained" && factor.meantIsExplained == true)
    #expect(factor.explainedDigits == "5.321" && factor.unexplainedDigits == "56")
    // 5.321356926 in 60-digit arithmetic, apart from this project.
    #expect(abs((factor.recomputed ?? 0) - 5.321356926) < 5e-10)
  }
}
