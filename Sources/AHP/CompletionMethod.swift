/// How the judgements that nobody gave are derived from those that somebody did.
///
/// All three keep every judgement given, need comparisons that connect all labels, and agree where the
/// judgements do not contradict each other.
public enum CompletionMethod: String, CaseIterable, Sendable {
  /// The values that make the principal eigenvalue as small as it can be.
  ///
  /// Bozoki, S., Fulop, J., Ronyai, L. (2010), Mathematical and Computer Modelling 52(1-2), 318-333,
  /// doi:10.1016/j.mcm.2010.02.047.
  case lambdaOptimal = "lambda-optimal"
  /// The quotients of the weights that come nearest to the given judgements in squared logarithms.
  ///
  /// The row geometric means of the completed matrix are these weights. The same paper, section 4.
  case logarithmicLeastSquares = "logarithmic-least-squares"
  /// The quotients of the elements of the completed matrix's own principal eigenvector.
  ///
  /// Harker, P. T. (1987), Mathematical Modelling 9(11), 837-848, doi:10.1016/0270-0255(87)90503-3.
  case harker

  /// The priorities that belong to the completion: row geometric means for least squares, else the
  /// eigenvector.
  public var priorityMethod: PriorityMethod {
    self == .logarithmicLeastSquares ? .geometricMean : .eigenvector
  }
}
