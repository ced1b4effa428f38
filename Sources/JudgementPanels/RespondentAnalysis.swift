import AHP

/// One respondent of a panel beside the group.
public struct RespondentAnalysis: Sendable {
  /// What becomes of the group's weights without the respondent.
  public struct Absence: Sendable {
    /// The group's weights without the respondent, in the order of the labels.
    public let weights: [Double]
    /// The label whose weight changes most, the first among equals.
    public let label: String
    /// By how much it does: the weight without the respondent, less that with.
    public let change: Double
    /// Whether the labels stand in another order of weights.
    public let changesOrder: Bool
  }

  /// The name; nil for the one author of a square file.
  public let name: String?
  /// The weight that the file gives.
  public let weight: Double
  /// The part of the group's weight, from 0 to 1; 0 for one who is left out.
  public let share: Double
  /// How many pairs the respondent has compared.
  public let comparedCount: Int
  /// What the respondent's own judgements say; nil when some pair was not compared.
  public let analysis: JudgementAnalysis?
  /// The group without the respondent; nil for one who is left out, and where the others are nobody or
  /// have not compared every pair.
  public let absence: Absence?

  /// Whether the respondent's own ratio was too large, so that the judgements do not count.
  public var isExcluded: Bool { share == 0 }
}
