import AHP
import Diagnostics
import Foundation
import Testing

@Suite("Judgement files with one fault each")
struct InvalidJudgementFileTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    let file: String
    let words: [String]
    var testDescription: String { file }
  }

  private static func expectations() throws -> [Expectation] {
    let url = Fixtures.invalid.appendingPathComponent("expectations.csv")
    return try Fixtures.table(url).map {
      Expectation(
        file: $0["file"] ?? "",
        words: ($0["words"] ?? "").split(separator: "|").map(String.init))
    }
  }

  @Test("the message says the words that it must", arguments: try expectations())
  func words(expectation: Expectation) throws {
    let path = Fixtures.invalid.appendingPathComponent(expectation.file).path
    let failure = try #require(throws: DiagnosedFailure.self) { try JudgementFile.read(path) }
    for word in expectation.words {
      #expect(failure.description.contains(word), "\(failure.description) lacks \(word)")
    }
    // A missing column is one fault that takes two messages: what is missing and what stands there.
    let isMisspeltColumn = expectation.file == "panel-no-judgement-column.csv"
    #expect(failure.diagnostics.count == (isMisspeltColumn ? 2 : 1), "\(failure.description)")
  }

  @Test("every file has its expectation")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.invalid.path)
    let named = try Self.expectations().map(\.file)
    #expect(Set(files).subtracting(["expectations.csv"]) == Set(named))
    #expect(named.count >= 18)
  }

  @Test("a file that is not there says so")
  func unreadable() {
    let failure = #expect(throws: DiagnosedFailure.self) { try JudgementFile.read("/nowhere.csv") }
    #expect(failure?.description.contains("cannot read /nowhere.csv") == true)
  }
}
