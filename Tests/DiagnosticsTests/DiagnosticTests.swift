import Diagnostics
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("a full diagnostic reads like a compiler's")
  func fullDescription() {
    let diagnostic = Diagnostic(
      code: "formula.unknown-name", at: SourceLocation(file: "p.yaml", line: 3, column: 7),
      path: "formulas.rorac", "no column is named \"incom\"", notes: ["columns: income, tax"],
      suggestion: "did you mean \"income\"?")
    #expect(
      diagnostic.description == """
        p.yaml:3:7: error: no column is named "incom" [formula.unknown-name]
          in formulas.rorac
          note: columns: income, tax
          try: did you mean "income"?
        """)
  }

  @Test("what is not known is left out")
  func shortDescription() {
    let finding = Diagnostic(.finding, code: "a.b", "the ratio is 0.12")
    #expect(finding.description == "finding: the ratio is 0.12 [a.b]")
  }

  @Test("a failure lists its diagnostics in the order of the file, those without a place last")
  func order() {
    func at(_ file: String, _ line: Int, _ column: Int, _ code: String) -> Diagnostic {
      Diagnostic(code: code, at: SourceLocation(file: file, line: line, column: column), "m")
    }
    let given = [
      Diagnostic(code: "none1", "m"), at("b", 1, 1, "b"), at("a", 10, 1, "a10"),
      at("a", 9, 2, "a9.2"), Diagnostic(code: "none2", "m"), at("a", 9, 1, "first"),
      at("a", 9, 1, "second"),
    ]
    let ordered = DiagnosedFailure(given)
    let expected = ["first", "second", "a9.2", "a10", "b", "none1", "none2"]
    #expect(ordered.diagnostics.map(\.code) == expected)
    let lines = ordered.description.split(separator: "\n")
    #expect(lines.first == "a:9:1: error: m [first]")
    #expect(lines.count == given.count)
  }

  @Test("only errors count as errors")
  func hasErrors() {
    let finding = Diagnostic(.finding, code: "a", "m")
    #expect(![finding].hasErrors)
    #expect([finding, Diagnostic(code: "b", "m")].hasErrors)
    #expect(![Diagnostic]().hasErrors)
  }
}
