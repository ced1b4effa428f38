import AHP
import Diagnostics
import ScorecardPolicy

/// What the respondents behind one weighing say: all, one alone, or all but some.
struct WeighingPanel: Sendable {
  /// The respondents who count.
  let set: JudgementSet
  private let declaration: JudgementsDeclaration
  private let labels: [String]

  /// The panel of a weighing; nil where fewer than two respondents with names count.
  init?(_ weighing: JudgedWeighing) {
    guard let set = weighing.declaration.respondents, set.respondents.count > 1,
      set.respondents.allSatisfy({ $0.name != nil })
    else { return nil }
    (self.set, declaration, labels) = (set, weighing.declaration, weighing.labels)
  }

  /// The names of the respondents, in the order of the file.
  var names: [String] { self.set.respondents.compactMap(\.name) }

  /// The weights that one respondent's own judgements give, in the order of the weighing; nil where the
  /// respondent is not of the panel, or has left pairs open that the policy wants compared.
  func weights(of name: String) throws -> [Double]? {
    try weights { $0.name == name ? $0.weight : 0 }
  }

  /// The weights that the others' judgements give; nil where the respondent is not of the panel, or the
  /// others have not compared enough.
  func weights(without name: String) throws -> [Double]? {
    guard names.contains(name) else { return nil }
    return try weights { $0.name == name ? 0 : $0.weight }
  }

  /// The weights of those respondents who count more than 0.
  private func weights(_ counts: (Respondent) -> Double) throws -> [Double]? {
    let chosen: JudgementSet
    do throws(DiagnosedFailure) {
      chosen = try set.weighted(set.respondents.map(counts))
    } catch {
      return nil
    }
    if declaration.panel != nil {
      return try chosen.aggregatedPriorities(
        method: declaration.method, completion: declaration.completion
      ).reordered(declaration.panelLabels)?.weights
    }
    let given = chosen.aggregatedIncompleteMatrix().relabelled(names(of: chosen.labels))
    guard let ordered = given.reordered(labels) else { return nil }
    guard let matrix = ordered.complete else {
      guard let completion = declaration.completion else { return nil }
      return try PriorityVector(
        CompletedMatrix(ordered, method: completion).matrix, method: declaration.method
      ).weights
    }
    return try PriorityVector(matrix, method: declaration.method).weights
  }

  /// The names that the policy has for the labels of the file.
  private func names(of labels: [String]) -> [String] {
    let names = Dictionary(
      zip(declaration.panelLabels, self.labels), uniquingKeysWith: { first, _ in first })
    return labels.map { names[$0] ?? $0 }
  }
}
