/// Why no matrices can be recovered.
public enum RecoveryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// This way of deriving weights is not searched.
  case methodNotSearched(String)
  /// There are fewer than two weights: no judgement.
  case tooFewWeights
  /// What the printed weights stand for cannot sum to 1.
  case sumNotOne(Double)
  /// No matrix has so small an eigenvalue.
  case eigenvalueTooSmall(printed: String, size: Int)
  /// More matrices give the numbers than are worth listing.
  case tooMany(Int)
  /// The numbers leave open more than can be gone through.
  case tooMuchWork(size: Int)

  /// What is wrong, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .methodNotSearched(let name): "matrices cannot be recovered from weights by \(name)"
    case .tooFewWeights: "there are no judgements behind fewer than two weights"
    case .sumNotOne(let sum):
      "the weights sum to \(sum), which is farther from 1 than their rounding explains"
    case .eigenvalueTooSmall(let printed, let size):
      "no pairwise comparison matrix of \(size) rows has the eigenvalue \(printed): it is at least "
        + "\(size)"
    case .tooMany(let count):
      "more than \(count) matrices give these weights: with so many nothing is recovered"
    case .tooMuchWork(let size):
      "the numbers leave open too many matrices of \(size) rows to go through"
    }
  }

  /// What to do about it.
  public var suggestion: String {
    switch self {
    case .methodNotSearched: "search by the eigenvector or by row geometric means"
    case .tooFewWeights: "give every weight of the matrix, such as 0.6,0.3,0.1"
    case .sumNotOne: "give the weights as fractions of 1, all of one matrix, as they are printed"
    case .eigenvalueTooSmall:
      "look for a misprint: a point in the wrong place, or the index instead"
    case .tooMany, .tooMuchWork:
      "give more decimals of the weights, or the eigenvalue; each decimal leaves a tenth for every row"
    }
  }
}
