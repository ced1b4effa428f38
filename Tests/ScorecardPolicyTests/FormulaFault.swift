import Testing

@testable import ScorecardPolicy

/// A formula with one fault, and what must be said about it.
struct FormulaFault: CustomTestStringConvertible, Sendable {
  let text: String
  let code: String
  /// The column of the fault in the file, where the formula begins at column 10.
  let column: Int
  let words: [String]
  var testDescription: String { text }

  init(_ text: String, _ code: String, at column: Int, _ words: String...) {
    (self.text, self.code, self.column, self.words) = (text, code, column, words)
  }

  /// Expects this fault, and only this one, with its place, the formula and the words.
  func check(in scope: FormulaScope = SampleScope.scope, path: String = "formulas.x") throws {
    let (typed, faults) = try SampleScope.check(text, in: scope, path: path)
    #expect(typed == nil)
    let found = try #require(faults.first)
    #expect(faults.count == 1, "\(faults)")
    #expect(found.code == code)
    #expect(found.location?.line == 3)
    #expect(found.location?.column == column)
    #expect(found.path == path)
    #expect(found.notes.contains("in the formula \(text)"))
    for words in words {
      #expect(found.description.contains(words), "\(words) in: \(found.description)")
    }
  }
}
