/// One version of one policy as its author wrote it: checked, but with weights not yet computed.
public struct Policy: Sendable {
  /// The policy's name.
  public let name: String
  /// The version, as written.
  public let version: String
  /// The title for people; the name when none is given.
  public let title: Title
  /// Where the policy comes from.
  public let source: String?
  /// The first day on which it holds, as `2026-01-31`.
  public let effectiveFrom: String?
  /// How many decimals scores are published, compared and ranked at.
  public let decimals: Int
  /// The named parameters, in the order written.
  public let parameters: [ParameterDeclaration]
  /// The subject table, then the detail tables.
  public let tables: [TableDeclaration]
  /// Piecewise linear curves.
  public let curves: [PointsDeclaration]
  /// Step functions.
  public let steps: [PointsDeclaration]
  /// Lookups from text to number.
  public let lookups: [LookupDeclaration]
  /// The scorecard.
  public let scorecard: ScorecardDeclaration
  /// Rankings in the order written.
  public let rankings: [RankingDeclaration]
  /// The file that it was read from.
  public let file: String

  /// Every file that it was read from: its own, then its judgement files.
  public var files: [String] {
    let weights = [scorecard.weights] + scorecard.dimensions.map(\.weights)
    return [file]
      + weights.compactMap {
        if case .judgements(let judgements) = $0 { judgements.file } else { nil }
      }
  }
}
