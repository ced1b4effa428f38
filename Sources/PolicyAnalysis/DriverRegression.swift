import LinearAlgebra

/// Least squares of a target on drivers: what subjects with the same drivers reach on average.
///
/// Number drivers enter as they are, text drivers as one step for each text but the first in the
/// order of UTF-8 bytes. The columns are brought to one scale before they are solved and the
/// coefficients brought back, so that the units of the drivers do not matter for the accuracy.
public struct DriverRegression: Sendable, Equatable {
  /// One estimated coefficient.
  public struct Coefficient: Sendable, Equatable {
    /// What it is for.
    public let term: RegressionTerm
    /// Units of the target: for one unit of a number driver; for a text, against the base text; for
    /// the intercept, where all drivers are 0 or base.
    public let estimate: Double
    /// The standard error of the estimate, in its unit.
    public let standardError: Double
  }

  /// Columns count as dependent where the condition number of the scaled columns would exceed 1e10.
  private static let reciprocalCondition = 1e-10

  /// The coefficients, the intercept first, then in the order of the drivers and their texts.
  public let coefficients: [Coefficient]
  /// The base text of each text driver.
  public let bases: [RegressionTerm]
  /// Terms that explain nothing that others do not.
  public let omitted: [OmittedTerm]
  /// The share of the target's variance that the drivers explain; nil when the target is constant.
  public let rSquared: Double?
  /// The number of subjects less the number of coefficients, at least 1.
  public let degreesOfFreedom: Int
  /// The standard deviation of what is not explained, in the unit of the target.
  public let residualStandardDeviation: Double
  /// What the drivers lead one to expect of each subject.
  private(set) var fitted: [Double]
  /// What each subject reaches beyond that.
  private(set) var residuals: [Double]
  /// The weight that each subject's own target has in what is expected of it, from 0 to 1.
  private(set) var leverages: [Double]

  /// Fits a regression. O(subjects * coefficients^2).
  ///
  /// - Throws: `tooFewSubjects` when there are no more subjects than coefficients, `tooLarge` for more
  ///   than 2^31 - 1 elements, `numerical` when LAPACK has no answer.
  init(_ subjects: ComparableSubjects) throws(StandardsError) {
    try Self.check(subjects)
    do throws(LinearAlgebraError) {
      var design = RegressionDesign(subjects)
      let solution = try Self.solve(&design, subjects.target)
      self.init(design, solution.coefficients, solution.inverse, subjects.target)
    } catch {
      throw .numerical(error)
    }
  }

  /// The same regression with its subjects in another order.
  func taking(_ places: [Int]) -> DriverRegression {
    var taken = self
    taken.fitted = places.map { fitted[$0] }
    taken.residuals = places.map { residuals[$0] }
    taken.leverages = places.map { leverages[$0] }
    return taken
  }

  private static func check(_ subjects: ComparableSubjects) throws(StandardsError) {
    let (rows, columns) = (subjects.keys.count, RegressionDesign.columnCount(subjects))
    guard rows > columns else { throw .tooFewSubjects(subjects: rows, coefficients: columns) }
    guard rows <= Int(Int32.max) / columns else {
      throw .tooLarge(subjects: rows, coefficients: columns)
    }
  }

  /// Solves for the scaled columns, and leaves out those that depend on others before them.
  private static func solve(
    _ design: inout RegressionDesign, _ target: [Double]
  ) throws(LinearAlgebraError) -> (coefficients: [Double], inverse: ColumnMajorMatrix) {
    while true {
      let matrix = design.columns.map(\.values)
      var workspace = LeastSquaresWorkspace(
        rows: target.count, columns: matrix.count, reciprocalCondition: reciprocalCondition)
      let solution = try workspace.solve(matrix, target: target)
      if let inverse = solution.inverseNormalMatrix { return (solution.coefficients, inverse) }
      // Taken from left to right the columns may just pass where the best exchange of columns, which
      // judges more sharply, finds one too many: then the last goes.
      design.omit(min(try workspace.independentPrefix(matrix), matrix.count - 1))
    }
  }

  private init(
    _ design: RegressionDesign, _ scaled: [Double], _ inverse: ColumnMajorMatrix,
    _ target: [Double]
  ) {
    fitted = target.indices.map { row in
      zip(design.columns, scaled).reduce(0) { $0 + $1.0.values[row] * $1.1 }
    }
    residuals = zip(target, fitted).map { $0 - $1 }
    degreesOfFreedom = target.count - scaled.count
    let unexplained = Moments.sum(residuals.map { $0 * $0 })
    let variance = unexplained / Double(degreesOfFreedom)
    residualStandardDeviation = variance.squareRoot()
    let moments = Moments(target)
    let total = moments.deviation * moments.deviation * Double(target.count)
    rSquared = total > 0 ? min(max(1 - unexplained / total, 0), 1) : nil
    leverages = target.indices.map { row in
      min(max(Self.form(inverse, design.columns.map { $0.values[row] }), 0), 1)
    }
    coefficients = Self.unscaled(design, scaled, inverse, variance)
    bases = design.bases
    omitted = design.omitted
  }

  /// The coefficients in the units of the drivers.
  private static func unscaled(
    _ design: RegressionDesign, _ scaled: [Double], _ inverse: ColumnMajorMatrix,
    _ variance: Double
  ) -> [Coefficient] {
    design.columns.indices.map { index in
      // The coefficient is a sum of the scaled ones, each times one of these.
      let weights = design.columns.enumerated().map { other, column in
        index == 0
          ? (other == 0 ? 1 : -column.centre / column.scale)
          : (other == index ? 1 / column.scale : 0)
      }
      let estimate = zip(weights, scaled).reduce(0) { $0 + $1.0 * $1.1 }
      return Coefficient(
        term: design.columns[index].term, estimate: estimate,
        standardError: max(variance * form(inverse, weights), 0).squareRoot())
    }
  }

  /// vᵀ M v.
  private static func form(_ matrix: ColumnMajorMatrix, _ vector: [Double]) -> Double {
    zip(vector, matrix.times(vector)).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
