import AHP

/// Finds the judgements behind printed numbers: every matrix on the scale 1/9 ... 9 that gives weights
/// and, where it is known, an eigenvalue that round to what is printed.
///
/// What is recovered gives exactly what is printed; it proves nothing about what anybody said. The
/// geometric mean of a panel's judgements need not lie on the scale, and is not found.
public struct JudgementRecovery: Sendable {
  private let weights: [PrintedNumber]
  private let eigenvalue: PrintedNumber?
  private let method: PriorityMethod

  /// The ways of deriving weights that are searched.
  public static let methods: [PriorityMethod] = [.geometricMean, .eigenvector]
  /// The most matrices that are listed.
  public static let mostMatrices = 10_000
  /// The most judgements that are tried; a few seconds of work.
  static let mostSteps = 10_000_000

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - weights: the weights as printed, in the order of the rows.
  ///   - eigenvalue: the largest eigenvalue as printed; for a method other than the eigenvector the
  ///     mean of (A w)_i / w_i.
  ///   - method: how the weights were derived: the eigenvector, or row geometric means.
  /// - Throws: a `RecoveryError` when there can be no such matrix.
  public init(
    weights: [PrintedNumber], eigenvalue: PrintedNumber? = nil, method: PriorityMethod
  ) throws(RecoveryError) {
    guard Self.methods.contains(method) else { throw .methodNotSearched(method.rawValue) }
    guard weights.count >= 2 else { throw .tooFewWeights }
    let sum = weights.reduce(0) { $0 + $1.value }
    let tolerance = weights.reduce(1e-9) { $0 + $1.halfUnit }
    guard abs(sum - 1) <= tolerance else { throw .sumNotOne(sum) }
    if let eigenvalue, eigenvalue.range.upperBound < Double(weights.count) {
      throw .eigenvalueTooSmall(printed: eigenvalue.text, size: weights.count)
    }
    self.weights = weights
    self.eigenvalue = eigenvalue
    self.method = method
  }

  /// Every matrix whose weights fit, in the order of its upper triangle, and whether its eigenvalue
  /// fits too. By the eigenvector, an eigenvalue that was given narrows the search, and matrices with
  /// another are left out.
  ///
  /// Judgements are chosen row by row, and a row is left as soon as it cannot come to what its weight
  /// asks for. The time grows with the number of matrices that nearly fit: few for four things and four
  /// decimals, very many for six.
  ///
  /// - Throws: a `RecoveryError` when there are too many, or a `LinearAlgebraError`.
  public func matrices(labels: [String]) throws -> [RecoveredMatrix] {
    let isByEigenvector = method == .eigenvector
    let terms =
      isByEigenvector
      ? RowTerms.eigenvector(weights, eigenvalue: eigenvalue) : RowTerms.geometricMeans(weights)
    var search = RowSearch(size: weights.count, terms: terms, mostSteps: Self.mostSteps)
    var found: [RecoveredMatrix] = []
    let isDone = try search.forEach { indices in
      let matrix = PairwiseComparisonMatrix(
        labels: labels, upperTriangle: indices.map { FundamentalScale.judgements[$0] })
      let analysis = try JudgementAnalysis(matrix, method: method)
      guard zip(weights, analysis.weights).allSatisfy({ $0.fits($1) }) else { return }
      let fits = eigenvalue.map { $0.fits(analysis.lambdaMax) }
      if isByEigenvector, fits == false { return }
      guard found.count < Self.mostMatrices else {
        throw RecoveryError.tooMany(Self.mostMatrices)
      }
      found.append(
        RecoveredMatrix(matrix: matrix, analysis: analysis, fitsEigenvalue: fits))
    }
    guard isDone else { throw RecoveryError.tooMuchWork(size: weights.count) }
    return found
  }
}
