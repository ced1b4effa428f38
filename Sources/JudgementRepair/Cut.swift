/// What a set of changed judgements must fulfil so that the Perron root can come below a limit: the
/// most that each changed judgement can take off must add up to what is required.
///
/// A convex function lies above each of its tangents. The tangent of the root's logarithm at any
/// matrix bounds it from below for all matrices; there each judgement counts by itself.
struct Cut {
  /// How much must be taken off.
  let required: Double
  /// How much each judgement can take off at most, at one end of the scale.
  let most: [Double]

  /// The tangent at a matrix that has been solved.
  ///
  /// - Parameters:
  ///   - given: the logarithms of the judgements before any is changed.
  ///   - limit: the logarithm of the limit.
  init(at point: LogMatrix, given: [Double], logarithmOfRoot: Double, limit: Double) {
    let gradient = point.gradient
    var height = logarithmOfRoot
    for index in given.indices {
      height += gradient[index] * (given[index] - point.logarithms[index])
    }
    required = height - limit - Self.margin
    most = given.indices.map { index in
      max(
        gradient[index] * given[index] + gradient[index].magnitude * FundamentalScale.bound, 0)
    }
  }

  /// More than rounding can have moved a tangent.
  static let margin = 1e-9

  /// Whether a set cannot bring the root below the limit.
  func excludes(_ set: [Int]) -> Bool { set.reduce(0) { $0 + most[$1] } < required }
}
