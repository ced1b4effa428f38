import Glibc
import ScoringEngine
import ScoringPlan

/// Finds whose grades are not safe, and what flips them.
struct FragileSearch {
  /// How far each judgement is moved, as shares of the way to the end of what is drawn.
  private static let shares = [0.25, 0.5, 0.75, 1]

  let plan: DrawPlan
  let draws: PolicyDraws
  let runs: PolicyRuns
  let records: DrawRecords
  let threads: Int

  private struct Candidate {
    let subject: Int
    let grade: Int
  }

  /// Those who keep a grade in a smaller share of draws than `limit`, the least sure first, then in the
  /// order of the data.
  func fragile(_ grades: [GradeStability], limit: Double) throws -> [FragileSubject] {
    let candidates = grades.indices.flatMap { grade in
      plan.rows.indices.filter { grades[grade].keptShare(of: $0) < limit }
        .map { Candidate(subject: $0, grade: grade) }
    }
    guard !candidates.isEmpty else { return [] }
    let flips = try self.flips(candidates)
    let moments = inputMoments
    let differences = PolicyWork.map(candidates.count, threads: threads) { index in
      difference(candidates[index], moments)
    }
    let found = candidates.indices.map { index in
      let candidate = candidates[index]
      let stability = grades[candidate.grade]
      return FragileSubject(
        subject: candidate.subject, grade: candidate.grade,
        keptShare: stability.keptShare(of: candidate.subject),
        other: stability.likeliestOther(of: candidate.subject), flip: flips[index]?.move,
        flipLabel: flips[index]?.label, difference: differences[index])
    }
    return found.enumerated().sorted { one, other in
      (one.element.keptShare, one.offset) < (other.element.keptShare, other.offset)
    }.map(\.element)
  }

  // MARK: Single moves

  /// For each candidate the first move, the smallest first, that gives it another grade.
  private func flips(_ candidates: [Candidate]) throws -> [(move: JudgementMove, label: Int)?] {
    let moves = try self.moves()
    let places = PolicyWork.map(moves.count, threads: threads) { index in
      let scored = runs.scored(with: moves[index].values)
      let labels = plan.gradings.indices.map { grade in
        GradeCodes(plan.labels[grade]).places(plan.gradings[grade], scored, plan.rows)
      }
      return candidates.map { labels[$0.grade][$0.subject] }
    }
    return candidates.enumerated().map { index, candidate in
      let given = plan.given[candidate.grade][candidate.subject]
      let first = moves.indices.first { move in
        places[move][index] != given && places[move][index] != GradeCodes.none
      }
      return first.map { (moves[$0].move, Int(places[$0][index])) }
    }
  }

  /// Every single move, the smallest first; equal ones in the order of what is drawn, upwards first.
  private func moves() throws -> [(move: JudgementMove, values: ParameterVector)] {
    let respondents = leftOut
    if !respondents.isEmpty { return try respondents.compactMap(leavingOut) }
    var moves: [(move: JudgementMove, values: ParameterVector)] = []
    for share in Self.shares {
      var first = 0
      for source in draws.sources {
        for input in source.inputs.indices {
          for signed in [share, -share] {
            guard let moved = try source.moved(input, by: signed) else { continue }
            let move = JudgementMove(
              input: first + input, respondent: nil, share: signed, judgement: moved.judgement)
            moves.append((move, values([(source.weighing, moved.weights)])))
          }
        }
        first += source.inputs.count
      }
    }
    return moves
  }

  /// The respondents to leave out one by one, where they are what is drawn.
  private var leftOut: [String] {
    guard draws.drawsRespondents else { return [] }
    var seen: Set<String> = []
    return draws.weighings.flatMap { WeighingPanel($0)?.names ?? [] }
      .filter { seen.insert($0).inserted }
  }

  private func leavingOut(
    _ name: String
  ) throws -> (move: JudgementMove, values: ParameterVector)? {
    let changed = try draws.weighings.compactMap { weighing in
      try WeighingPanel(weighing)?.weights(without: name).map { (weighing, $0) }
    }
    if changed.isEmpty { return nil }
    return (
      JudgementMove(input: nil, respondent: name, share: 1, judgement: nil), values(changed)
    )
  }

  private func values(_ changed: [(JudgedWeighing, [Double])]) -> ParameterVector {
    var values = runs.base.values
    for (weighing, weights) in changed {
      for (slot, weight) in zip(weighing.slots, weights) { values[slot] = weight }
    }
    return values
  }

  // MARK: Draws that keep and draws that lose

  /// The mean and the standard deviation of each input over all draws.
  private var inputMoments: [Moments] {
    draws.inputs.indices.map { input in
      Moments((0..<draws.count).map { draws.input(input, of: $0) })
    }
  }

  /// The sums are formed in the order of draws, so that they depend on nothing else.
  private func difference(
    _ candidate: Candidate, _ moments: [Moments]
  ) -> FragileSubject.Difference? {
    let marks = records.kept[candidate.grade]
    var sums = [Double](repeating: 0, count: moments.count)
    var lost = 0
    for draw in 0..<draws.count where !marks.isMarked(candidate.subject, in: draw) {
      lost += 1
      for input in sums.indices { sums[input] += draws.input(input, of: draw) }
    }
    let kept = draws.count - lost
    guard kept > 0, lost > 0 else { return nil }
    var best: FragileSubject.Difference?
    for input in sums.indices where moments[input].deviation > 0 {
      let lostMean = sums[input] / Double(lost)
      let keptMean = (moments[input].mean * Double(draws.count) - sums[input]) / Double(kept)
      let distance = (lostMean - keptMean) / moments[input].deviation
      guard abs(distance) > abs(best?.deviations ?? 0) else { continue }
      let isJudgement = draws.inputs[input].row != nil
      best = FragileSubject.Difference(
        input: input, kept: isJudgement ? exp(keptMean) : keptMean,
        lost: isJudgement ? exp(lostMean) : lostMean, deviations: distance)
    }
    return best
  }
}
