import LinearPrograms
import ScoringEngine
import ScoringPlan

extension FlipLaboratory {
  /// What it takes to change each rank and grade of a subject, in the policy's order; those that the
  /// subject takes no part in are left out. The subject must not be rejected.
  ///
  /// - Throws: `LinearProgramError` when the solver gives up, or `LinearAlgebraError` when a changed
  ///   matrix has no eigenvector that is found.
  /// - Complexity: a linear program for each of those who may pass, and one with a choice for each when
  ///   several must; for judgements O(ways * subjects).
  public func flips(of subject: Int, options: FlipOptions = FlipOptions()) throws -> [Flip] {
    precondition(!scored.isRejected(subject), "who is rejected has no place")
    return try contests.filter { $0.groupOf[subject] >= 0 }.map { contest in
      try flip(of: subject, in: contest, options)
    }
  }

  private func flip(
    of subject: Int, in contest: Contest, _ options: FlipOptions
  ) throws -> Flip {
    let present = contest.award(subject, in: scored)
    let outcome = { (weights: [[Double]]) -> (text: String, isOther: Bool) in
      let award = contest.award(subject, in: run(weights))
      return (award, award != present)
    }
    // Those of anybody in the group may move the subject.
    var concerned = Set(weighings.indices)
    let byWeights: WeightFlip
    var obstacle: FlipObstacle?
    var effect: JudgementFlipSearch.Effect = { outcome($0).isOther }
    do throws(FlipObstacle) {
      let scores = try scores(of: contest)
      concerned = Set(contest.groups[contest.groupOf[subject]].map { scores.weighing[$0] })
      let search = WeightFlipSearch(scores, options.norm, subject, in: contest)
      let targets = try targets(of: subject, in: contest, search)
      effect = { weights in targets.contains { search.reaches($0, weights) } }
      byWeights = try solved(search, targets, outcome)
      if case .change(let change) = byWeights, !change.isExact { obstacle = .searchLimit }
      if case .notFound = byWeights { obstacle = .searchLimit }
    } catch {
      obstacle = error
      byWeights = searched(options.norm, outcome)
    }
    let search = JudgementFlipSearch(self, weighings: concerned)
    return Flip(
      name: contest.name, present: present, byWeights: byWeights, obstacle: obstacle,
      byJudgements: try search?.fewest(upTo: options.steps, effect, outcome: outcome))
  }

  /// The targets that change what a contest gives a subject.
  private func targets(
    of subject: Int, in contest: Contest, _ search: WeightFlipSearch
  ) throws(FlipObstacle) -> [FlipTarget] {
    let count = contest.groups[contest.groupOf[subject]].count
    let ahead = search.aheadCount
    guard case .grading(let grading) = contest.kind else {
      return FlipTarget.ofRank(ahead: ahead, count: count)
    }
    let places = try grading.places(scored.values, decimals: scored.plan.decimals, count: count)
    let key = search.key
    let band =
      places.firstIndex { ahead < $0.end || $0.minimum.map { key >= $0 } ?? false }
      ?? places.count - 1
    return FlipTarget.ofGrade(band: band, places, count: count)
  }

  /// The answer of linear programs, tried by the engine.
  func solved(
    _ search: WeightFlipSearch, _ targets: [FlipTarget],
    _ outcome: ([[Double]]) -> (text: String, isOther: Bool)
  ) throws(FlipObstacle) -> WeightFlip {
    let found: WeightFlipSearch.Outcome
    do throws(LinearProgramError) {
      found = try search.smallest(targets)
    } catch {
      throw .solver
    }
    switch found {
    case .impossible: return .impossible
    case .unknown(let bound): return .notFound(bound: bound)
    case .found(let solution):
      let (text, isOther) = outcome(solution.weights)
      return .change(
        WeightFlip.Change(
          distance: solution.distance, bound: solution.bound, weights: solution.weights,
          outcome: text, isVerified: isOther))
    }
  }
}
