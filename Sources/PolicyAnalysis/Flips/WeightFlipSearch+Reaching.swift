import LinearPrograms

// A change to begin with where several must pass, so that branch and bound has less to look at.
extension WeightFlipSearch {
  /// From how many of the nearest a way on is tried.
  private static let mostWays = 40
  /// Into how many parts a way on is divided.
  private static let parts = 64

  /// A change that reaches a target: further in the direction in which one passes, until enough have; then
  /// the smallest with which the same pass. Nil when no direction leads there.
  func reaching(
    _ target: FlipTarget, beyond pairs: [(other: FlipProgram.Other, solution: Solution)],
    count: Int
  ) throws(LinearProgramError) -> Solution? {
    let present = scores.present
    var nearest: (distance: Double, weights: [[Double]])?
    for pair in pairs.prefix(Self.mostWays) {
      guard let weights = first(target, from: present, toward: pair.solution.weights) else {
        continue
      }
      let distance = norm.distance(present, weights)
      if distance < nearest?.distance ?? .infinity { nearest = (distance, weights) }
    }
    guard let nearest else { return nil }
    let own = scores.key(of: subject, nearest.weights)
    let passing = others.filter {
      isAhead($0, scores.key(of: $0.subject, nearest.weights), own) != target.isRise
    }.map { (other: $0, least: leastDistance($0)) }
      .sorted { ($0.least, $0.other.subject) < ($1.least, $1.other.subject) }
    if passing.count >= count,
      let solution = try solution(
        target, passing: passing.prefix(count).map(\.other), most: norm.largestChange),
      solution.distance <= nearest.distance, reaches(target, solution.weights)
    {
      return solution
    }
    return Solution(distance: nearest.distance, weights: nearest.weights, bound: 0)
  }

  /// The first weights on a straight way, as far as its parts show it, that reach a target.
  private func first(
    _ target: FlipTarget, from present: [[Double]], toward weights: [[Double]]
  ) -> [[Double]]? {
    let moves = zip(present, weights).map { zip($0, $1).map { $1 - $0 } }
    // As far as no weight falls below 0.
    let farthest =
      zip(present.joined(), moves.joined()).compactMap { $1 < 0 ? $0 / -$1 : nil }.min() ?? 0
    let at = { (share: Double) in
      zip(present, moves).map { zip($0, $1).map { max(0, $0 + share * $1) } }
    }
    var before = 0.0
    for part in 1...Self.parts {
      let share = farthest * Double(part) / Double(Self.parts)
      guard reaches(target, at(share)) else {
        before = share
        continue
      }
      var (without, with) = (before, share)
      while with - without > 1e-9 * farthest {
        let middle = (without + with) / 2
        if reaches(target, at(middle)) { with = middle } else { without = middle }
      }
      return at(with)
    }
    return nil
  }
}
