import ScorecardPolicy
import ScoringEngine
import ScoringPlan

extension FlipLaboratory {
  /// How far each weight, with the others in proportion, and each judgement can move before a grade, or
  /// the order in a ranking, changes for some subjects: among themselves, as for order, or whoever may
  /// cause it, as for grades.
  ///
  /// Both ends are tried by the engine. Grades are left out where the policy has none, and order where it
  /// has no ranking.
  ///
  /// - Parameter subjects: those watched; nil for all.
  /// - Throws: `LinearAlgebraError` when a changed matrix has no eigenvector that is found.
  /// - Complexity: O(m log n) for m changes of keys up to the end; where keys have no closed form, some
  ///   hundred runs.
  public func intervals(
    watching subjects: [Int]? = nil, progress: ((WorkProgress) -> Void)? = nil
  ) throws -> [SteadyInterval] {
    var isWatched = [Bool](repeating: subjects == nil, count: scored.population.subjectCount)
    for subject in subjects ?? [] { isWatched[subject] = true }
    let numbers = movingNumbers
    return try numbers.enumerated().flatMap { index, number in
      progress?(WorkProgress(activity: "moving numbers", done: index, total: numbers.count))
      return try SteadyInterval.Kept.allCases.compactMap { kept in
        try interval(number.weighing, number.kind, kept, isWatched)
      }
    }
  }

  private var movingNumbers: [(weighing: Int, kind: MovingNumber.Kind)] {
    weighings.enumerated().flatMap { index, weighing in
      let labels = weighing.labels.indices
      let weights = labels.filter { labels.count > 1 && weighing.weights[$0] < 1 }
        .map { (weighing: index, kind: MovingNumber.Kind.weight($0)) }
      guard let judgements = weighing.judgements, judgements.canChangeOneByOne else {
        return weights
      }
      let pairs = labels.flatMap { row in
        labels.filter { $0 > row }.map {
          (weighing: index, kind: MovingNumber.Kind.judgement(row: row, column: $0))
        }
      }
      return weights + pairs
    }
  }

  private func interval(
    _ weighing: Int, _ kind: MovingNumber.Kind, _ kept: SteadyInterval.Kept, _ isWatched: [Bool]
  ) throws -> SteadyInterval? {
    let contests = self.contests.filter { $0.isGrade == (kept == .grades) }
    guard !contests.isEmpty else { return nil }
    let standing = SteadyStanding(kept, contests, scored, isWatched: isWatched)
    let up = MovingNumber(weighings: weighings, weighing: weighing, kind: kind, isUp: true)
    let down = MovingNumber(weighings: weighings, weighing: weighing, kind: kind, isUp: false)
    var scores: [LinearScores] = []
    for contest in contests {
      if let own = try? self.scores(of: contest) { scores.append(own) }
    }
    let isExact = up.hasCurves && scores.count == contests.count
    let ends = try [down, up].map { number in
      isExact
        ? try walkedEnd(number, contests, scores, standing, kept, isWatched)
        : try searchedEnd(number, standing)
    }
    return SteadyInterval(
      path: weighings[weighing].path, subject: subject(weighing, kind), kept: kept,
      present: up.present, lower: ends[0], upper: ends[1], isExact: isExact)
  }

  private func subject(_ weighing: Int, _ kind: MovingNumber.Kind) -> SteadyInterval.Subject {
    let labels = weighings[weighing].labels
    return switch kind {
    case .weight(let place): .weight(label: labels[place])
    case .judgement(let row, let column): .judgement(row: labels[row], column: labels[column])
    }
  }

  // MARK: Closed form

  private func walkedEnd(
    _ number: MovingNumber, _ contests: [Contest], _ scores: [LinearScores],
    _ standing: SteadyStanding, _ kept: SteadyInterval.Kept, _ isWatched: [Bool]
  ) throws -> SteadyInterval.End {
    var first: KeyWalk.Change?
    for (contest, scores) in zip(contests, scores) {
      let present = scores.present
      for members in contest.groups where members.contains(where: { isWatched[$0] }) {
        let keys = members.map { scores.key(of: $0, present) }
        var awards: GroupAwards?
        if case .grading(let grading) = contest.kind {
          awards = GroupAwards(
            contest, grading, scored.values, decimals: scored.plan.decimals, members: members,
            keys: keys)
        }
        var walk = KeyWalk(
          members: members, curves: members.map { number.curve(of: $0, scores) },
          keys: keys, isWatched: members.map { isWatched[$0] }, awards: awards,
          start: number.start, limit: first?.x ?? number.end)
        if let change = walk.first(), change.x < first?.x ?? .infinity { first = change }
      }
    }
    guard let first else {
      return SteadyInterval.End(
        value: number.value(number.end), key: nil,
        isVerified: standing.isSame(in: run(try number.weights(number.end))))
    }
    return SteadyInterval.End(
      value: number.value(first.x), key: key(of: first.subject),
      isVerified: try isVerified(number, first.x, standing))
  }

  /// Whether all is the same just inside, and something is not just outside.
  private func isVerified(
    _ number: MovingNumber, _ x: Double, _ standing: SteadyStanding
  ) throws -> Bool {
    for distance in [1e-10, 1e-9, 1e-8] {
      let inside = run(try number.weights(max(number.start, x - distance)))
      let outside = run(try number.weights(min(number.end, x + distance)))
      if standing.isSame(in: inside) && !standing.isSame(in: outside) { return true }
    }
    return false
  }

  // MARK: Trying

  private static let stepsOfWay = 64

  private func searchedEnd(
    _ number: MovingNumber, _ standing: SteadyStanding
  ) throws -> SteadyInterval.End {
    let length = number.end - number.start
    let isSame = { (x: Double) in standing.isSame(in: run(try number.weights(x))) }
    var inside = number.start
    for step in 1...Self.stepsOfWay {
      let x = number.start + length * Double(step) / Double(Self.stepsOfWay)
      if try isSame(x) {
        inside = x
        continue
      }
      var outside = x
      while outside - inside > 1e-10 {
        let middle = (inside + outside) / 2
        if middle <= inside || middle >= outside { break }
        if try isSame(middle) { inside = middle } else { outside = middle }
      }
      return SteadyInterval.End(value: number.value(outside), key: nil, isVerified: true)
    }
    return SteadyInterval.End(value: number.value(number.end), key: nil, isVerified: true)
  }
}

extension Contest {
  /// Whether bands are given, and not ranks.
  var isGrade: Bool {
    if case .grading = kind { true } else { false }
  }
}
