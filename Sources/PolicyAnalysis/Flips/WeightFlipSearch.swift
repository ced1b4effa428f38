import LinearPrograms

/// Finds the smallest change of weights with which a subject's place becomes what it is to be.
///
/// Who must pass is chosen by branch and bound; the change itself is then that of a linear program
/// without whole numbers.
struct WeightFlipSearch {
  /// What was found.
  struct Solution {
    /// The size that changes must exceed, or reach, to have the effect.
    var distance: Double
    /// Weights just beyond, those of each weighing.
    var weights: [[Double]]
    /// No smaller change than this can have the effect.
    var bound: Double
  }

  /// What came of a search.
  enum Outcome {
    case found(Solution)
    /// No weights have the effect.
    case impossible
    /// Nothing was found before the search was stopped; no smaller change than this has the effect.
    case unknown(bound: Double)
  }

  private typealias Other = FlipProgram.Other

  let scores: LinearScores
  let norm: WeightNorm
  /// The subject.
  let subject: Int
  /// All against whom it stands.
  let others: [FlipProgram.Other]
  private let keys: [Int: Int64]

  init(_ scores: LinearScores, _ norm: WeightNorm, _ subject: Int, in contest: Contest) {
    self.init(
      scores, norm, subject,
      against: contest.groups[contest.groupOf[subject]].filter { $0 != subject }.map {
        Other(subject: $0, isAheadOnTie: contest.tiePlaces[$0] < contest.tiePlaces[subject])
      })
  }

  init(
    _ scores: LinearScores, _ norm: WeightNorm, _ subject: Int, against others: [FlipProgram.Other]
  ) {
    (self.scores, self.norm, self.subject, self.others) = (scores, norm, subject, others)
    let weights = scores.present
    keys = Dictionary(
      uniqueKeysWithValues: (others.map(\.subject) + [subject]).map {
        ($0, scores.key(of: $0, weights))
      })
  }

  /// The subject's key with the weights as they are.
  var key: Int64 { keys[subject] ?? 0 }

  /// How many stand before the subject with the weights as they are.
  var aheadCount: Int { others.count { isAhead($0, keys[$0.subject] ?? 0, key) } }

  /// The smallest change that reaches any of some targets.
  func smallest(_ targets: [FlipTarget]) throws(LinearProgramError) -> Outcome {
    var best: Solution?
    var bound = Double.infinity
    for target in targets {
      switch try solve(target, below: best?.distance) {
      case .found(let solution):
        bound = min(bound, solution.bound)
        if solution.distance < best?.distance ?? .infinity { best = solution }
      case .impossible: break
      case .unknown(let least): bound = min(bound, least)
      }
    }
    if var best {
      best.bound = min(bound, best.distance)
      return .found(best)
    }
    return bound.isFinite ? .unknown(bound: bound) : .impossible
  }

  /// Whether some weights reach a target.
  func reaches(_ target: FlipTarget, _ weights: [[Double]]) -> Bool {
    let own = scores.key(of: subject, weights)
    if let key = target.key, target.isRise ? own < key : own >= key { return false }
    guard let wanted = target.ahead else { return true }
    let ahead = others.count { isAhead($0, scores.key(of: $0.subject, weights), own) }
    return target.isRise ? ahead <= wanted : ahead >= wanted
  }

  func isAhead(_ other: FlipProgram.Other, _ key: Int64, _ own: Int64) -> Bool {
    key != own ? key > own : other.isAheadOnTie
  }

  /// The smallest change that reaches a target; `impossible` also when none is smaller than `limit`.
  func solve(_ target: FlipTarget, below limit: Double? = nil) throws(LinearProgramError) -> Outcome
  {
    guard let ahead = target.ahead else {
      return try solution(target, passing: [], most: limit ?? norm.largestChange).map(Outcome.found)
        ?? .impossible
    }
    let own = keys[subject] ?? 0
    let wrong = others.filter { isAhead($0, keys[$0.subject] ?? 0, own) == target.isRise }
    let right = others.count - wrong.count
    let needed = target.isRise ? others.count - ahead : ahead
    let missing = needed - right
    guard missing <= wrong.count else { return .impossible }
    if missing <= 0 {
      // Enough have passed; the value itself is what keeps the subject where it is.
      guard
        let alone = try solution(target, passing: [], most: limit ?? norm.largestChange)
      else { return .impossible }
      if reaches(target, alone.weights) { return .found(alone) }
      let kept = others.filter { isAhead($0, keys[$0.subject] ?? 0, own) != target.isRise }
      return try choose(
        target, needed, kept + wrong, from: alone.distance, most: limit ?? norm.largestChange)
    }
    let pairs = try nearest(wrong, missing, target, below: limit ?? norm.largestChange)
    // So many must pass, and the nearest that can are so far away.
    guard pairs.count >= missing else { return .impossible }
    let bound = pairs[missing - 1].solution.distance
    var best = pairs.filter { reaches(target, $0.solution.weights) }
      .map(\.solution).min { $0.distance < $1.distance }
    if let together = try solution(
      target, passing: pairs.prefix(missing).map(\.other),
      most: best?.distance ?? limit ?? norm.largestChange),
      reaches(target, together.weights), together.distance < best?.distance ?? .infinity
    {
      best = together
    }
    if let best, best.distance <= bound { return .found(best) }
    if missing > 1, let further = try reaching(target, beyond: pairs, count: needed),
      further.distance < best?.distance ?? limit ?? .infinity
    {
      best = further
    }
    let most = best?.distance ?? limit ?? norm.largestChange
    let outcome = try choose(target, needed, others, from: bound, most: most)
    guard var best else { return outcome }
    switch outcome {
    case .found: return outcome
    case .impossible: return .found(best)
    case .unknown(let least):
      best.bound = min(least, best.distance)
      return .found(best)
    }
  }

  // MARK: Pairs

  /// Those who can pass with the smallest changes, the nearest first: at least so many, if there are.
  private func nearest(
    _ wrong: [FlipProgram.Other], _ count: Int, _ target: FlipTarget, below limit: Double
  ) throws(LinearProgramError) -> [(other: FlipProgram.Other, solution: Solution)] {
    let candidates = wrong.map { (other: $0, least: leastDistance($0)) }
      .sorted { ($0.least, $0.other.subject) < ($1.least, $1.other.subject) }
    var found: [(other: FlipProgram.Other, solution: Solution)] = []
    for candidate in candidates {
      let farthest = found.count >= count ? found[count - 1].solution.distance : limit
      if candidate.least > farthest { break }
      guard let solution = try solution(target, passing: [candidate.other], most: limit) else {
        continue
      }
      found.append((candidate.other, solution))
      found.sort {
        ($0.solution.distance, $0.other.subject) < ($1.solution.distance, $1.other.subject)
      }
    }
    return found
  }

  /// A size that a change must have at least for another to pass: that of the line between both.
  func leastDistance(_ other: FlipProgram.Other) -> Double {
    let gap = Double(abs((keys[other.subject] ?? 0) - (keys[subject] ?? 0))) - 1
    guard gap > 0 else { return 0 }
    let (own, theirs) = (scores.factors(of: subject), scores.factors(of: other.subject))
    // Who stands at a ceiling may stay there while the other moves.
    let isApart =
      scores.weighing[subject] != scores.weighing[other.subject]
      || [subject, other.subject].contains { scores.ceilingKey(of: $0) != nil }
    let gain =
      !isApart
      ? norm.gain(zip(own, theirs).map { $0 - $1 }) : norm.gain(own) + norm.gain(theirs)
    return gain > 0 ? gap / (gain * scores.scale) : .infinity
  }

  // MARK: Programs

  /// The bounds of the level that a target leaves, to begin with.
  private func levels(_ target: FlipTarget) -> ClosedRange<Double> {
    // Keys are convex combinations of scores, give or take what is fixed.
    let all = [subject] + others.map(\.subject)
    let ends = all.map(keyRange)
    var lower = (ends.map(\.lowerBound).min() ?? 0).rounded(.down) - 2
    var upper = (ends.map(\.upperBound).max() ?? 0).rounded(.up) + 2
    if let key = target.key {
      if target.isRise {
        lower = max(lower, Double(key))
      } else {
        upper = min(upper, Double(key) - 1)
      }
    }
    if target.isRise, let ceiling = scores.ceilingKey(of: subject) {
      upper = min(upper, Double(ceiling))
    }
    return lower...max(lower, upper)
  }

  /// The least and the largest key, before rounding down, that a subject can have.
  private func keyRange(_ subject: Int) -> ClosedRange<Double> {
    let factors = scores.factors(of: subject)
    let constant = scores.constant(of: subject)
    let least = (factors.min() ?? 0) + constant
    let most = (factors.max() ?? 0) + constant
    return (least * scores.scale)...(most * scores.scale + 1)
  }

  /// Whether the bounds of a target leave no level.
  private func leavesNone(_ target: FlipTarget) -> Bool {
    guard target.isRise, let key = target.key, let ceiling = scores.ceilingKey(of: subject) else {
      return false
    }
    return ceiling < key
  }

  /// The smallest change with which the subject and some others are on the right sides.
  func solution(
    _ target: FlipTarget, passing: [FlipProgram.Other], most: Double
  ) throws(LinearProgramError) -> Solution? {
    guard !leavesNone(target) else { return nil }
    var best: Solution?
    for plan in variants(target, passing) {
      let limit = best?.distance ?? most
      guard let found = try solve(target, passing, plan, most: limit) else { continue }
      if found.distance < best?.distance ?? .infinity { best = found }
    }
    return best
  }

  /// Ways in which ceilings can help: that of the subject when it falls, that of another when it is
  /// passed. (Those of several others at once are left to branch and bound.)
  private struct Variant {
    var ownCeiling = false
    var otherCeiling = false
  }

  private func variants(_ target: FlipTarget, _ passing: [FlipProgram.Other]) -> [Variant] {
    var variants = [Variant()]
    if !target.isRise, scores.ceilingKey(of: subject) != nil {
      variants.append(Variant(ownCeiling: true))
    }
    if target.isRise, passing.contains(where: { scores.ceilingKey(of: $0.subject) != nil }) {
      variants.append(Variant(otherCeiling: true))
    }
    return variants
  }

  private func concerned(_ others: [FlipProgram.Other]) -> Set<Int> {
    Set(([subject] + others.map(\.subject)).map { scores.weighing[$0] })
  }

  private func solve(
    _ target: FlipTarget, _ passing: [FlipProgram.Other], _ variant: Variant, most: Double
  ) throws(LinearProgramError) -> Solution? {
    var levels = levels(target)
    if variant.ownCeiling, let ceiling = scores.ceilingKey(of: subject) {
      guard Double(ceiling) <= levels.upperBound else { return nil }
      levels = max(levels.lowerBound, Double(ceiling))...levels.upperBound
    }
    func program(_ levels: ClosedRange<Double>, margin: Double, most: Double) -> FlipProgram {
      var program = FlipProgram(
        scores, weighings: concerned(passing), norm: norm, isRise: target.isRise, level: levels,
        most: most, margin: margin)
      if !variant.ownCeiling { program.bound(subject) }
      for other in passing { program.require(other, byCeiling: variant.otherCeiling) }
      return program
    }
    let sought = program(levels, margin: FlipProgram.margin, most: min(most, norm.largestChange))
    guard case .optimal(let values, _) = try sought.program.solved() else { return nil }
    let level = sought.level(values)
    return try polished { program(level...level, margin: $0, most: norm.largestChange) }
  }

  /// The answer of a program without whole numbers to be found: the size with no margin, and
  /// weights with one.
  private func polished(
    _ program: (Double) -> FlipProgram
  ) throws(LinearProgramError) -> Solution? {
    let (exact, beyond) = (program(0), program(FlipProgram.margin))
    guard case .optimal(_, let distance) = try exact.program.solved(),
      case .optimal(let values, _) = try beyond.program.solved()
    else { return nil }
    return Solution(distance: distance, weights: beyond.weights(values), bound: distance)
  }

  // MARK: Branch and bound

  /// The smallest change with which at least so many of some are on the right side.
  private func choose(
    _ target: FlipTarget, _ count: Int, _ all: [FlipProgram.Other], from bound: Double, most: Double
  ) throws(LinearProgramError) -> Outcome {
    guard !leavesNone(target) else { return .impossible }
    let own = keys[subject] ?? 0
    // Whose side no change so small can change needs no choice.
    let (near, far) = (
      all.filter { leastDistance($0) <= most }, all.filter { leastDistance($0) > most }
    )
    let settled = far.count { isAhead($0, keys[$0.subject] ?? 0, own) != target.isRise }
    var best: Solution?
    var least = Double.infinity
    let hasOwn = !target.isRise && scores.ceilingKey(of: subject) != nil
    for ownCeiling in hasOwn ? [false, true] : [false] {
      let found = try search(
        target, near, count - settled, ownCeiling: ownCeiling, most: best?.distance ?? most)
      switch found {
      case .found(let solution):
        least = min(least, solution.bound)
        if solution.distance < best?.distance ?? .infinity { best = solution }
      case .impossible: break
      case .unknown(let below): least = min(least, below)
      }
    }
    guard var best else {
      return least.isFinite ? .unknown(bound: max(bound, least)) : .impossible
    }
    best.bound = min(best.distance, max(bound, least))
    return .found(best)
  }

  private func search(
    _ target: FlipTarget, _ near: [FlipProgram.Other], _ count: Int, ownCeiling: Bool, most: Double
  ) throws(LinearProgramError) -> Outcome {
    var levels = levels(target)
    if ownCeiling, let ceiling = scores.ceilingKey(of: subject) {
      guard Double(ceiling) <= levels.upperBound else { return .impossible }
      levels = max(levels.lowerBound, Double(ceiling))...levels.upperBound
    }
    var program = FlipProgram(
      scores, weighings: concerned(near), norm: norm, isRise: target.isRise, level: levels,
      most: most, margin: FlipProgram.margin)
    if !ownCeiling { program.bound(subject) }
    program.limitNodes(for: near.count)
    let width = levels.upperBound - levels.lowerBound
    program.choose(near, atLeast: count) { other in
      let range = keyRange(other.subject)
      return max(range.upperBound - levels.lowerBound, levels.upperBound - range.lowerBound, width)
        + 4
    }
    switch try program.program.solved() {
    case .optimal(let values, _):
      return try polish(target, near, program, values, ownCeiling, bound: nil)
    case .stopped(let found, let bound):
      guard let found else { return .unknown(bound: bound) }
      return try polish(target, near, program, found.values, ownCeiling, bound: bound)
    case .infeasible, .unbounded: return .impossible
    }
  }

  private func polish(
    _ target: FlipTarget, _ near: [FlipProgram.Other], _ program: FlipProgram, _ values: [Double],
    _ ownCeiling: Bool, bound: Double?
  ) throws(LinearProgramError) -> Outcome {
    let level = program.level(values)
    let chosen = zip(near, program.choices).compactMap { other, choices in
      choices.firstIndex { values[$0.index] > 0.5 }.map { (other: other, byCeiling: $0 == 1) }
    }
    let solution = try polished { margin in
      var program = FlipProgram(
        scores, weighings: concerned(near), norm: norm, isRise: target.isRise, level: level...level,
        most: norm.largestChange, margin: margin)
      if !ownCeiling { program.bound(subject) }
      for (other, byCeiling) in chosen { program.require(other, byCeiling: byCeiling) }
      return program
    }
    guard var solution else { return .unknown(bound: bound ?? 0) }
    solution.bound = min(solution.distance, bound ?? solution.distance)
    return .found(solution)
  }
}

extension WeightNorm {
  /// The size that no change of weights exceeds; several weighings may change in full.
  var largestChange: Double { self == .largest ? 1 : 1e6 }
}
