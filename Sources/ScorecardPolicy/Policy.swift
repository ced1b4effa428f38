import Diagnostics

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
  /// Where the policy says so.
  public let effectiveFromLocation: SourceLocation?
  /// How many decimals scores are published, compared and ranked at.
  public let decimals: Int
  /// The named parameters, in the order written.
  public let parameters: [ParameterDeclaration]
  /// The subject table, then the detail tables.
  public let tables: [TableDeclaration]
  /// Curves, kind by kind, in the order written.
  public let curves: [CurveDeclaration]
  /// Lookups from text to number.
  public let lookups: [LookupDeclaration]
  /// The scorecard.
  public let scorecard: ScorecardDeclaration
  /// Gates in the order written, which is that in which they apply.
  public let gates: [GateDeclaration]
  /// Rankings in the order written.
  public let rankings: [RankingDeclaration]
  /// Grades in the order written.
  public let grades: [GradeDeclaration]
  /// Results, each after those it uses.
  public let results: [ResultDeclaration]
  /// The names of the results in the order written.
  public let resultOrder: [String]
  /// Which result is money paid.
  public let payroll: PayrollDeclaration?
  /// How to appeal, for the people appraised.
  public let appeal: Title?
  /// The file that it was read from.
  public let file: String
  /// The policies that it extends, the nearest first.
  public let basisFiles: [String]

  /// Every file that it was read from: its own, those it extends, then its judgement files.
  public var files: [String] {
    let weights = [scorecard.weights] + scorecard.dimensions.map(\.weights)
    return [file] + basisFiles + weights.flatMap(\.files)
  }
}
