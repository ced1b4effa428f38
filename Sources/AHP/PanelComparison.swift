import Diagnostics

/// One comparison by one respondent in one set, wherever it was written.
public struct PanelComparison: Sendable {
  /// The set it belongs to; nil where there is only one, without a name.
  public let set: String?
  /// Who compared.
  public let respondent: String
  /// How much the respondent counts in a group, above 0.
  public let weight: Double
  /// What was compared, and the judgement as text.
  public let comparison: JudgementComparison

  /// A comparison by a respondent.
  public init(
    set: String?, respondent: String, weight: Double = 1, _ comparison: JudgementComparison
  ) {
    (self.set, self.respondent, self.weight) = (set, respondent, weight)
    self.comparison = comparison
  }
}

extension JudgementFile {
  /// What a panel file with the same comparisons would be, with the same faults.
  ///
  /// - Parameters:
  ///   - file: the file they come from.
  ///   - findings: what was met when they were read.
  public init(
    file: String, comparisons: [PanelComparison], findings: [Diagnostic] = []
  ) throws(DiagnosedFailure) {
    var sets: [PanelSet] = []
    var diagnostics = findings
    for entry in comparisons {
      let index = sets.firstIndex { $0.name == entry.set } ?? sets.endIndex
      if index == sets.endIndex {
        let start = SourceLocation(file: file, line: 1, column: 1)
        sets.append(PanelSet(name: entry.set, location: entry.comparison.location ?? start))
      }
      diagnostics += sets[index].add(entry.comparison, by: entry.respondent, weight: entry.weight)
    }
    for set in sets { diagnostics += set.diagnostics(.refused) }
    guard !diagnostics.hasErrors, !sets.isEmpty else { throw DiagnosedFailure(diagnostics) }
    self.file = file
    self.sets = sets.map(\.judgementSet)
    self.findings = diagnostics.inFileOrder()
  }
}
