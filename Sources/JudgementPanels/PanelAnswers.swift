import AHP
import DelimitedText
import Diagnostics

/// What one file of answers says.
struct PanelAnswers {
  let file: String
  /// None when nothing is answered.
  let sets: [JudgementSet]
  let findings: [Diagnostic]

  /// Reads a file; who is not named in it goes by the file's name without its extension.
  init(_ file: String) throws(DiagnosedFailure) {
    let text: DecodedText
    do throws(DelimitedTextError) {
      text = try DecodedText(contentsOf: file)
    } catch {
      throw DiagnosedFailure([Diagnostic(code: "judgement.unreadable", error.description)])
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let answers = try JudgementFile.answers(text, by: stem)
    self.file = file
    sets = answers?.sets ?? []
    findings =
      answers?.findings
      ?? [
        Diagnostic(
          .finding, code: "judgement.unanswered",
          at: SourceLocation(file: file, line: 1, column: 1),
          "no judgement is filled in, so nobody's answers are in it",
          suggestion: "take the file out, or ask for it again")
      ]
  }

  /// Everybody who answers in it, by set.
  var respondents: [(name: String, set: String?, weight: Double, location: SourceLocation?)] {
    sets.flatMap { set in
      set.respondents.map { ($0.name ?? "", set.name, $0.weight, $0.location) }
    }
  }
}
