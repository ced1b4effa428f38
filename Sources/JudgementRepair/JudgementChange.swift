import AHP

/// One judgement that is proposed in place of another.
public struct JudgementChange: Hashable, Sendable {
  /// The label of the row, which stands above the column in the matrix.
  public let row: String
  /// The label of the column.
  public let column: String
  /// The judgement given for row against column.
  public let given: Judgement
  /// The judgement proposed, on the scale 1/9 ... 9.
  public let proposed: Judgement

  /// How far the two lie apart on the scale: 1 from 2 to 3 and from 1 to 1/2, 4 from 3 to 1/3.
  public var steps: Double {
    abs(FundamentalScale.step(of: given) - FundamentalScale.step(of: proposed))
  }
}
