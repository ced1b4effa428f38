import Glibc

/// Gives the free judgements of a matrix values on the scale, so that the Perron root comes below a
/// limit.
struct ValueSearch {
  let free: [Int]
  /// The limit of the Perron root, and its logarithm.
  let limit: Double
  /// Steps of the judgements given, on the scale or between its steps.
  let givenSteps: [Double]

  /// How the search of a branch ended.
  private enum End {
    /// With values for all judgements.
    case found
    /// The root stays at or above the limit even between the values of the scale.
    case outside
    /// Only the values of the scale keep the root at or above the limit.
    case noValues
  }

  /// Values, as indices of the scale, that bring the root below the limit, each as near to the given
  /// one as the others allow; nil when there are none.
  ///
  /// A branch is left only when a tangent proves that nothing in it is below the limit.
  func values(from matrix: LogMatrix) -> [Int]? {
    var found: [Int] = []
    var start = matrix
    guard fix(0, in: &start, &found) == .found else { return nil }
    return nearest(found, start)
  }

  /// Fixes the free judgements from a place on, at values nearest to where the root is least first.
  private func fix(_ place: Int, in matrix: inout LogMatrix, _ values: inout [Int]) -> End {
    if place == free.count { return matrix.isBelow(limit) ? .found : .outside }
    guard settle(Array(free[place...]), in: &matrix) else { return .outside }
    let best = matrix[free[place]]
    let scale = FundamentalScale.logarithms
    let order = scale.indices.sorted { abs(scale[$0] - best) < abs(scale[$1] - best) }
    // Where the root is below the limit here, convexity says that beyond a value outside all are.
    let isInside = matrix.root < limit
    var tried = scale.startIndex..<scale.endIndex
    for index in order where tried.contains(index) {
      var changed = matrix
      changed[free[place]] = scale[index]
      values.append(index)
      let end = fix(place + 1, in: &changed, &values)
      if end == .found {
        matrix = changed
        return .found
      }
      values.removeLast()
      if end == .outside, isInside {
        tried = scale[index] < best ? index + 1..<tried.upperBound : tried.lowerBound..<index
      }
    }
    return .noValues
  }

  /// Moves the free judgements to where the root is least; false when a tangent proves that it stays
  /// at or above the limit.
  private func settle(_ free: [Int], in matrix: inout LogMatrix) -> Bool {
    for _ in 0..<Self.mostSteps {
      matrix.solve()
      let gradient = matrix.gradient
      // What the values of the scale can take off at most.
      let most = free.reduce(0) { sum, index in
        sum + gradient[index].magnitude * FundamentalScale.bound
          + gradient[index] * matrix[index]
      }
      if log(matrix.root) - most >= log(limit) + Cut.margin { return false }
      if most < 1e-6 { return true }
      Relaxation.improve(free, in: &matrix)
    }
    matrix.solve()
    return true
  }

  private static let mostSteps = 40

  /// Brings values step by step nearer to the given ones, that first which raises the root least,
  /// until no one of them can come nearer.
  private func nearest(_ values: [Int], _ matrix: LogMatrix) -> [Int] {
    var (values, matrix) = (values, matrix)
    while true {
      var best: (place: Int, value: Int, root: Double)?
      for place in free.indices {
        guard let value = nearer(place, values[place]) else { continue }
        var changed = matrix
        changed[free[place]] = FundamentalScale.logarithms[value]
        changed.solve()
        if changed.root < limit, changed.root < best?.root ?? .infinity {
          best = (place, value, changed.root)
        }
      }
      guard let best else { return values }
      values[best.place] = best.value
      matrix[free[best.place]] = FundamentalScale.logarithms[best.value]
    }
  }

  /// The value one step nearer to the given one; nil if it would be that or beyond it.
  private func nearer(_ place: Int, _ value: Int) -> Int? {
    let distance = givenSteps[free[place]] - FundamentalScale.step(at: value)
    guard distance.magnitude > 1 else { return nil }
    return distance > 0 ? value + 1 : value - 1
  }
}
