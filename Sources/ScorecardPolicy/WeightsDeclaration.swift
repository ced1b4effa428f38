import AHP
import Diagnostics
import JudgementPanels

/// How a policy says what weighs how much.
public enum WeightsDeclaration: Sendable {
  /// Nothing is said: each weight is 1.
  case absent
  /// Plain numbers, one for each item in the scorecard's order.
  case numbers([Double])
  /// Pairwise judgements.
  case judgements(JudgementsDeclaration)
  /// Other weights for each text of a column of the subject table.
  indirect case by(column: String, [(value: String, weights: WeightsDeclaration)])
}

extension WeightsDeclaration {
  /// The judgement files that they come from.
  var files: [String] {
    switch self {
    case .absent, .numbers: []
    case .judgements(let judgements): [judgements.file].compactMap(\.self)
    case .by(_, let choices): choices.flatMap(\.weights.files)
    }
  }
}

/// Weights by pairwise judgements.
public struct JudgementsDeclaration: Sendable {
  /// The pairwise comparison matrix, its labels the items in the scorecard's order, completed where pairs
  /// were not compared. (For panels aggregated by priorities it is the aggregate of the judgements, which
  /// tells consistency.)
  public let matrix: PairwiseComparisonMatrix
  /// How pairs that nobody compared are completed; nil where every pair must be compared.
  public let completion: CompletionMethod?
  /// What was completed; nil where nothing was.
  public let completed: CompletedMatrix?
  /// The panel when individual priorities are to be aggregated instead of judgements.
  public let panel: JudgementSet?
  /// The labels of the judgement file in the scorecard's order; empty without a file.
  public let panelLabels: [String]
  /// The respondents of the judgement file who count, with what they count, whichever way they are
  /// aggregated; nil without a file.
  public let respondents: JudgementSet?
  /// How priorities are computed.
  public let method: PriorityMethod
  /// The random index that the consistency ratio is formed with.
  public let randomIndex: RandomIndex
  /// The one for judgements that were completed, where the policy names one; nil for that simulated for
  /// the comparisons made.
  public let incompleteRandomIndex: IncompleteRandomIndex?
  /// The ratio must be below this.
  public let maximumConsistencyRatio: Double
  /// The judgement file; nil where the judgements stand in the policy.
  public let file: String?
  /// The name of the set in that file, where it is given.
  public let set: String?
  /// How its panel becomes weights, and what is asked of the respondents.
  public let panelOptions: PanelOptions
  /// Where it stands in the policy.
  public let path: String
  /// Where it stands in the file.
  public let location: SourceLocation
}
