import Diagnostics

/// One person's judgements in one set.
public struct Respondent: Sendable {
  /// The name in a panel file; nil for the one author of a square file.
  public let name: String?
  /// How much the judgements count in a group, above 0; 1 unless the file says otherwise.
  public let weight: Double
  /// Where the judgements begin.
  public let location: SourceLocation?
  /// The judgements given, upper label against lower.
  let judgements: [ComparedPair: Judgement]
}
