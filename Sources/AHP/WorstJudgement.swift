/// The judgement that is farthest from what the weights imply for its pair.
public struct WorstJudgement: Hashable, Sendable {
  /// The label of the row, which stands above the column in the matrix.
  public let row: String
  /// The label of the column.
  public let column: String
  /// The judgement given for row against column.
  public let given: Judgement
  /// The quotient of the two weights, row by column: what the weights imply for it.
  public let implied: Double
  /// The larger of given by implied and its inverse; above 1.
  public let factor: Double
  /// The consistency ratio that the matrix would have with `implied` in place of `given`; nil where
  /// the random index does not reach.
  public let ratioIfRevised: Double?
}
