import Glibc

/// Frees judgements of a matrix, between 1/9 and 9 and not only on the scale, and looks how low the
/// Perron root can get: no values on the scale can do better.
struct Relaxation {
  /// What was found.
  enum Answer {
    /// The root stays at or above the limit, by this tangent.
    case excluded(Cut)
    /// The root gets below the limit, or so near that nobody can tell.
    case possible
  }

  let given: [Double]
  /// The logarithm of the limit.
  let limit: Double

  /// Moves the free judgements of a matrix until the question is decided.
  func decide(_ free: [Int], from matrix: inout LogMatrix) -> Answer {
    for _ in 0..<Self.mostSteps {
      matrix.solve()
      let root = log(matrix.root)
      if root < limit { return .possible }
      let cut = Cut(at: matrix, given: given, logarithmOfRoot: root, limit: limit)
      if cut.excludes(free) { return .excluded(cut) }
      Self.improve(free, in: &matrix)
    }
    return .possible
  }

  /// Decides whether some judgements, and a number of others, can bring the root below the limit: the
  /// others may be changed in part, so that only the sum of their shares is that number.
  ///
  /// Each step goes towards the best corner of what is allowed (Frank, M., Wolfe, P. (1956), Naval
  /// Research Logistics Quarterly 3, 95-110, doi:10.1002/nav.3800030109), whose tangent is the cut.
  func decide(
    _ free: [Int], with count: Int, of others: ArraySlice<Int>, from matrix: inout LogMatrix
  ) -> Answer {
    for _ in 0..<Self.mostSharedSteps {
      matrix.solve()
      let root = log(matrix.root)
      if root < limit { return .possible }
      let cut = Cut(at: matrix, given: given, logarithmOfRoot: root, limit: limit)
      let best = others.sorted { (-cut.most[$0], $0) < (-cut.most[$1], $1) }.prefix(count)
      if cut.excludes(free + best) { return .excluded(cut) }
      Self.improve(free, in: &matrix)
      move(others, towards: Array(best), &matrix)
    }
    return .possible
  }

  /// Moves judgements towards the corner at which the best ones stand at an end of the scale and the
  /// others where they were given.
  private func move(
    _ others: ArraySlice<Int>, towards best: [Int], _ matrix: inout LogMatrix
  ) {
    let gradient = matrix.gradient
    let steps = others.map { index in
      let corner =
        !best.contains(index)
        ? given[index] : gradient[index] > 0 ? -FundamentalScale.bound : FundamentalScale.bound
      return (index: index, length: corner - matrix[index])
    }
    let slope = steps.reduce(0) { $0 + gradient[$1.index] * $1.length }
    var end = matrix
    for step in steps { end[step.index] += step.length }
    end.solve()
    let slopes = end.gradient
    let slopeAtEnd = steps.reduce(0) { $0 + slopes[$1.index] * $1.length }
    let share = slopeAtEnd <= 0 ? 1 : slope / (slope - slopeAtEnd)
    for step in steps { matrix[step.index] += share * step.length }
  }

  /// Steps after which a set is not worth more of them.
  private static let mostSteps = 60
  private static let mostSharedSteps = 12

  /// Moves each free judgement to where the vectors say that it should be, and a little beyond, since
  /// they will follow.
  static func improve(_ free: [Int], in matrix: inout LogMatrix) {
    let size = Double(matrix.size)
    let beyond = size > 4 ? 1 / (1 - 2 / size) : 1
    for index in free {
      let target = matrix.stationary(index)
      let moved = matrix[index] + beyond * (target - matrix[index])
      matrix[index] = min(max(moved, -FundamentalScale.bound), FundamentalScale.bound)
    }
  }
}
