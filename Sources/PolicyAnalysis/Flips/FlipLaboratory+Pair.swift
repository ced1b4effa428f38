import ScoringEngine
import ScoringPlan

extension FlipLaboratory {
  /// What it takes to change the order of two subjects by their published final: to bring them level,
  /// where they are not, and to reverse them (of equals: to put either first). Neither may be rejected.
  ///
  /// - Throws: as for one subject.
  public func flips(
    ofPair one: Int, _ other: Int, options: FlipOptions = FlipOptions()
  ) throws -> [Flip] {
    precondition(
      !scored.isRejected(one) && !scored.isRejected(other), "who is rejected has no place")
    precondition(one != other, "a pair are two subjects")
    let layout = scored.plan.layout
    let register = layout.final ?? layout.total
    let order = PairOrder(one: one, other: other, register: register)
    let now = order.comparison(scored)
    let (first, second) = now >= 0 ? (one, other) : (other, one)
    let kinds: [(name: String, isAheadOnTie: Bool)] =
      now == 0 ? [("reversed", false)] : [("level", true), ("reversed", false)]
    return try kinds.map { name, isAheadOnTie in
      let isReached = { (comparison: Int) in
        now == 0
          ? comparison != 0 : isAheadOnTie ? comparison * now <= 0 : comparison * now < 0
      }
      let outcome = { (weights: [[Double]]) -> (text: String, isOther: Bool) in
        let run = run(weights)
        return (text(order, run), isReached(order.comparison(run)))
      }
      let subjects = now == 0 ? [(first, second), (second, first)] : [(first, second)]
      return try flip(name, subjects, isAheadOnTie, text(order, scored), outcome, options)
    }
  }

  /// Two subjects compared by what is published.
  private struct PairOrder {
    let one: Int
    let other: Int
    let register: Register

    /// Above 0 where the first has more, 0 where both have the same.
    func comparison(_ scored: ScoredPopulation) -> Int {
      let decimals = scored.plan.decimals
      let column = scored.column(register)
      let keys = [one, other].map {
        column?[$0].flatMap { ScoreKey.key(of: $0, decimals: decimals) }
      }
      guard let own = keys[0], let theirs = keys[1] else { return 0 }
      return (own - theirs).signum() == 0 ? 0 : own > theirs ? 1 : -1
    }
  }

  private func text(_ order: PairOrder, _ scored: ScoredPopulation) -> String {
    let (one, other) = (key(of: order.one), key(of: order.other))
    let comparison = order.comparison(scored)
    if comparison == 0 { return "\(one) = \(other)" }
    return comparison > 0 ? "\(one) > \(other)" : "\(other) > \(one)"
  }

  private func flip(
    _ name: String, _ subjects: [(first: Int, second: Int)], _ isAheadOnTie: Bool,
    _ present: String,
    _ outcome: @escaping ([[Double]]) -> (text: String, isOther: Bool), _ options: FlipOptions
  ) throws -> Flip {
    let register = scored.plan.layout.final ?? scored.plan.layout.total
    var obstacle: FlipObstacle?
    var effect: JudgementFlipSearch.Effect = { outcome($0).isOther }
    var concerned = Set(weighings.indices)
    let byWeights: WeightFlip
    do throws(FlipObstacle) {
      let scores = try LinearScores(scored, weighings, by: register, name: "the final")
      let searches = subjects.map { first, second in
        WeightFlipSearch(
          scores, options.norm, first,
          against: [FlipProgram.Other(subject: second, isAheadOnTie: isAheadOnTie)])
      }
      let target = FlipTarget(isRise: false, ahead: 1)
      concerned = Set([subjects[0].first, subjects[0].second].map { scores.weighing[$0] })
      effect = { weights in searches.contains { $0.reaches(target, weights) } }
      var answers: [WeightFlip] = []
      for search in searches { answers.append(try solved(search, [target], outcome)) }
      byWeights = answers.min { $0.size < $1.size } ?? .impossible
    } catch {
      obstacle = error
      byWeights = searched(options.norm, outcome)
    }
    let search = JudgementFlipSearch(self, weighings: concerned)
    return Flip(
      name: name, present: present, byWeights: byWeights, obstacle: obstacle,
      byJudgements: try search?.fewest(upTo: options.steps, effect, outcome: outcome))
  }
}

extension WeightFlip {
  /// The size of the change; infinite where there is none.
  var size: Double {
    if case .change(let change) = self { change.distance } else { .infinity }
  }
}
