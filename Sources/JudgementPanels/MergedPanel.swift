import AHP
import Diagnostics

/// The answers of many files as one panel.
public struct MergedPanel: Sendable {
  /// The sets: those of the questionnaire in its order, else in the order of the files.
  public let sets: [JudgementSet]
  /// What must be seen although the panel can be used: empty files, sets and pairs that a respondent has
  /// not answered.
  public let findings: [Diagnostic]

  /// Merges files, in the order of their names, so that the order they are given in does not matter.
  ///
  /// - Parameters:
  ///   - questionnaire: what was asked; without it the files are held against each other.
  ///   - weights: what respondents count, by name, in place of what the files say.
  /// - Throws: every clash of all files together: a respondent in two of them for one set or with two
  ///   weights, labels that were not asked about, sets of another questionnaire, pairs that nobody
  ///   compared, a weight for nobody.
  public init(
    _ files: [String], questionnaire: Questionnaire? = nil, weights: [String: Double] = [:]
  ) throws(DiagnosedFailure) {
    var (answers, found): ([PanelAnswers], [Diagnostic]) = ([], [])
    for file in files.sorted() {
      do throws(DiagnosedFailure) {
        let read = try PanelAnswers(file)
        found += read.findings
        answers.append(read)
      } catch {
        found += error.diagnostics
      }
    }
    answers.removeAll { $0.sets.isEmpty }
    found += RespondentClashes.diagnostics(answers, weights)
    if answers.isEmpty, !found.hasErrors {
      found.append(
        Diagnostic(
          code: "judgement.empty", "there are no answers to merge",
          suggestion: "give a folder with the files that the experts have saved"))
    }
    guard !found.hasErrors else { throw DiagnosedFailure(found) }
    var matching = questionnaire.map { AnswerMatching($0, answers) } ?? AnswerMatching(answers)
    guard !matching.diagnostics.hasErrors else {
      throw DiagnosedFailure(found + matching.diagnostics)
    }
    sets = try matching.merged().map { $0.weighted(byName: weights) }
    findings = found + matching.diagnostics
  }

  /// The panel as rows of a file: a header, then one row for each judgement, turned so that it is not
  /// below 1, which no spreadsheet takes for a date.
  public var rows: [[String]] {
    var rows = [["respondent", "row", "column", "judgement", "weight", "set"]]
    for set in sets {
      for respondent in set.respondents {
        for row in set.labels.indices {
          for column in set.labels.indices.dropFirst(row + 1) {
            guard let given = set.judgement(of: respondent, row, column) else { continue }
            let isTurned = given.value < 1
            let labels = [set.labels[row], set.labels[column]]
            rows.append(
              [respondent.name ?? ""] + (isTurned ? labels.reversed() : labels)
                + [
                  isTurned ? given.reciprocal.text : given.text, "\(respondent.weight)".shortened,
                  set.name ?? "",
                ])
          }
        }
      }
    }
    return sets.contains { $0.name != nil } ? rows : rows.map { $0.dropLast() }
  }
}

extension String {
  /// A number without the decimals of a whole one.
  fileprivate var shortened: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
