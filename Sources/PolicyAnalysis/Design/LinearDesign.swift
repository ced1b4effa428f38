import LinearPrograms
import ScoringEngine
import ScoringPlan

/// Finds the nearest weights, by the largest change of any, that keep one person's published final from
/// falling below another's: by a linear program with a whole number between each two.
struct LinearDesign {
  private typealias Term = LinearProgram.Term

  private let problem: DesignProblem
  private let laboratory: FlipLaboratory
  private let judge: DesignJudge

  init(_ problem: DesignProblem, _ laboratory: FlipLaboratory, _ judge: DesignJudge) {
    (self.problem, self.laboratory, self.judge) = (problem, laboratory, judge)
  }

  /// The nearest weights, or what conflicts.
  func answer() throws -> DesignAnswer {
    let scored = laboratory.scored
    let checksNow = judge.checks(scored, consistencyRatio: nil)
    let orders = problem.requirements.filter {
      if case .ahead = $0.requirement { true } else { false }
    }
    let register = scored.plan.layout.final ?? scored.plan.layout.total
    let scores: LinearScores
    do throws(FlipObstacle) {
      scores = try LinearScores(scored, laboratory.weighings, by: register, name: "the final")
    } catch {
      return answer(.open(orders.map(\.name)), nil, checksNow)
    }
    guard let (distance, weights) = try solve(orders, scores) else {
      return answer(.conflict(try conflict(orders, scores)), nil, checksNow)
    }
    var policy = DesignPolicy(values: scored.values)
    for (weighing, weights) in zip(laboratory.weighings, weights) where weights != weighing.weights
    {
      policy.setWeights(weights, of: weighing)
    }
    let checks = judge.checks(laboratory.run(weights), consistencyRatio: nil)
    let unmet = checks.filter { !$0.isMet }.map(\.name)
    guard unmet.isEmpty else { return answer(.open(unmet), distance, checksNow) }
    let candidate = DesignAnswer.Candidate(
      changes: policy.changes, values: policy.values, checks: checks)
    return answer(.found([candidate]), distance, checksNow)
  }

  private func answer(
    _ outcome: DesignAnswer.Outcome, _ distance: Double?, _ checks: [DesignAnswer.Check]
  ) -> DesignAnswer {
    DesignAnswer(
      outcome: outcome, distance: distance, tried: 0, possible: nil, triedBelow: nil, checks: checks
    )
  }

  /// The least change that meets some orders, and its weights; nil when none does.
  private func solve(
    _ orders: [DesignProblem.Named], _ scores: LinearScores
  ) throws -> (distance: Double, weights: [[Double]])? {
    if orders.isEmpty { return (0, scores.present) }
    var program = LinearProgram()
    let most = problem.weights?.most ?? 1
    let largest = program.add(in: 0...most, cost: 1)
    let moves = laboratory.weighings.map { weighing -> [LinearProgram.Variable] in
      guard weighing.judgements == nil else { return [] }
      let moves = weighing.weights.map { program.add(in: max(-most, -$0)...min(most, 1 - $0)) }
      program.require(moves.map { Term($0, 1) }, in: 0...0)
      for move in moves {
        program.require([Term(move, 1), Term(largest, -1)], in: -.infinity...0)
        program.require([Term(move, 1), Term(largest, 1)], in: 0...(.infinity))
      }
      return moves
    }
    for order in orders {
      guard case .ahead(let ahead, let of) = order.requirement,
        let one = laboratory.scored.population.subject(withKey: ahead.key),
        let other = laboratory.scored.population.subject(withKey: of.key)
      else { continue }
      require(one, before: other, scores, moves, &program)
    }
    guard case .optimal(let values, let cost) = try program.solved() else { return nil }
    return (
      cost,
      zip(laboratory.weighings, moves).map { weighing, moves in
        moves.isEmpty
          ? weighing.weights
          : zip(weighing.weights, moves).map { max(0, $0 + values[$1.index]) }
      }
    )
  }

  /// Requires that a whole number lies between two keys.
  private func require(
    _ one: Int, before other: Int, _ scores: LinearScores, _ moves: [[LinearProgram.Variable]],
    _ program: inout LinearProgram
  ) {
    let margin = FlipProgram.margin
    let (first, second) = (line(one, scores, moves), line(other, scores, moves))
    let bound = 1e9
    let ceiling = scores.ceilingKey(of: one).map(Double.init) ?? bound
    let level = program.add(in: -bound...min(bound, ceiling), isInteger: true)
    program.require(first.terms + [Term(level, -1)], in: (margin - first.rest)...(.infinity))
    let below = second.terms + [Term(level, -1)]
    guard let otherCeiling = scores.ceilingKey(of: other).map(Double.init) else {
      program.require(below, in: -.infinity...(1 - margin - second.rest))
      return
    }
    // Either the other's value is low enough, or the ceiling keeps it there.
    let large = 4 * (abs(second.rest) + (second.terms.map { abs($0.coefficient) }.max() ?? 0)) + 10
    let isByCeiling = program.add(in: 0...1, isInteger: true)
    program.require(
      below + [Term(isByCeiling, -large)], in: -.infinity...(1 - margin - second.rest))
    program.require(
      [Term(level, 1), Term(isByCeiling, -large)], in: (otherCeiling - large)...(.infinity))
  }

  private func line(
    _ subject: Int, _ scores: LinearScores, _ moves: [[LinearProgram.Variable]]
  ) -> (terms: [Term], rest: Double) {
    let weighing = scores.weighing[subject]
    let factors = scores.factors(of: subject).map { $0 * scores.scale }
    let sum = zip(factors, scores.weighings[weighing].weights).map(*).reduce(0, +)
    let terms = zip(moves[weighing], factors).map { Term($0, $1) }
    return (terms, sum + scores.constant(of: subject) * scores.scale + 0.5)
  }

  /// Orders that no weights meet together, none of which can be left out.
  private func conflict(
    _ orders: [DesignProblem.Named], _ scores: LinearScores
  ) throws -> [String] {
    var kept = orders
    for order in orders {
      let without = kept.filter { $0.name != order.name }
      if try solve(without, scores) == nil { kept = without }
    }
    return kept.map(\.name)
  }
}
