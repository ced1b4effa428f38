import AHP
import JudgementRepair

/// What one way of deriving weights explains of printed numbers.
struct RecoveryByMethod {
  let method: PriorityMethod
  /// The matrices that give the weights.
  let matrices: [RecoveredMatrix]
  let hasEigenvalue: Bool
  /// Why there is no answer, if there is none.
  let refusal: RecoveryError?

  /// The matrices that give all that is printed.
  var fitting: [RecoveredMatrix] { matrices.filter { $0.fitsEigenvalue != false } }

  /// How many matrices give the weights whatever their eigenvalue; nil where the search was narrowed
  /// by the eigenvalue.
  var byWeights: Int? {
    refusal != nil || hasEigenvalue && method == .eigenvector ? nil : matrices.count
  }
}
