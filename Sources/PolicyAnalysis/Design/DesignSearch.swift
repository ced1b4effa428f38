import Diagnostics
import ScorecardPolicy
import ScoringEngine
import ScoringPlan

/// Finds the policy nearest to the present one that meets what is required, or what conflicts.
public struct DesignSearch: Sendable {
  /// The most policies that are listed when several are equally near.
  private static let mostListed = 20

  let problem: DesignProblem
  let laboratory: FlipLaboratory
  private let limit: Int

  /// A search in what a laboratory has prepared.
  ///
  /// - Parameter limit: the most policies that are tried.
  public init(_ problem: DesignProblem, _ laboratory: FlipLaboratory, limit: Int = 20_000) {
    (self.problem, self.laboratory, self.limit) = (problem, laboratory, limit)
  }

  /// The nearest policy, or what conflicts.
  ///
  /// Where weights may be any, a linear program says the nearest that keep orders; what else is required
  /// is tried on these. Else every policy within what may move is tried, the fewest steps first: a step of
  /// a judgement is one on the scale, a step of a parameter leads to the next of its values, and a step of
  /// weights moves one step of weight from one dimension to another.
  ///
  /// - Throws: `DiagnosedFailure` when a person who is named is not scored, and what `JudgementAnalysis`
  ///   and linear programs throw.
  public func answer(
    options: ScoringOptions = ScoringOptions(), progress: ((WorkProgress) -> Void)? = nil
  ) throws -> DesignAnswer {
    let judge = try DesignJudge(problem, laboratory.scored)
    if problem.weights.map({ $0.step == nil }) ?? false {
      return try LinearDesign(problem, laboratory, judge).answer()
    }
    let plan = laboratory.scored.plan
    let moves = DesignMoves(problem, plan, laboratory.weighings)
    var slots = Set(laboratory.weighings.flatMap(\.slots))
    for case .parameter(let slot, _) in moves.axes { slots.insert(slot) }
    let runner = Runner(laboratory.scored.population, plan, slots, options)
    return try search(moves, judge, runner, progress)
  }

  /// Runs the plan with other values of some parameters.
  private struct Runner {
    let population: Population
    let plan: Plan
    let options: ScoringOptions
    let reweighting: Reweighting?

    init(
      _ population: Population, _ plan: Plan, _ slots: Set<ParameterSlot>, _ options: ScoringOptions
    ) {
      var options = options
      options.varying = slots
      (self.population, self.plan, self.options) = (population, plan, options)
      let scored = PlanEngine(plan: plan).score(population, options: options)
      reweighting = Reweighting(scored, varying: slots, options: options)
    }

    func run(_ values: ParameterVector) -> ScoredPopulation {
      reweighting?.scored(with: values)
        ?? PlanEngine(plan: plan, values: values).score(population, options: options)
    }
  }

  private func search(
    _ moves: DesignMoves, _ judge: DesignJudge, _ runner: Runner,
    _ progress: ((WorkProgress) -> Void)?
  ) throws -> DesignAnswer {
    let present = laboratory.scored.values
    let total = moves.count > 9e15 ? Int.max : Int(moves.count)
    let now = try moves.policy(moves.axes.map { _ in 0 }, present)
    let checksNow = judge.checks(laboratory.scored, consistencyRatio: now.consistencyRatio)
    var tried = 0
    var broken: Set<Set<String>> = []
    for steps in 0...moves.mostSteps {
      var found: [DesignAnswer.Candidate] = []
      try moves.each(steps: steps) { places in
        if tried >= limit { return false }
        tried += 1
        if tried % 16 == 0 {
          progress?(
            WorkProgress(activity: "trying policies", done: tried, total: min(total, limit)))
        }
        let policy = try moves.policy(places, present)
        let checks = judge.checks(
          runner.run(policy.values), consistencyRatio: policy.consistencyRatio)
        let unmet = Set(checks.filter { !$0.isMet }.map(\.name))
        if unmet.isEmpty {
          found.append(
            DesignAnswer.Candidate(
              changes: policy.changes, values: policy.values, checks: checks))
        }
        broken.insert(unmet)
        return true
      }
      let isComplete = tried < limit || tried >= total
      if !found.isEmpty {
        return DesignAnswer(
          outcome: .found(Array(found.prefix(Self.mostListed))), distance: Double(steps),
          tried: tried, possible: total, triedBelow: isComplete ? steps + 1 : steps,
          checks: checksNow)
      }
      if !isComplete {
        return DesignAnswer(
          outcome: .stopped, distance: nil, tried: tried, possible: total, triedBelow: steps,
          checks: checksNow)
      }
    }
    return DesignAnswer(
      outcome: .conflict(conflict(broken)), distance: nil, tried: tried, possible: total,
      triedBelow: moves.mostSteps + 1, checks: checksNow)
  }

  /// Requirements that no policy tried meets together, none of which can be left out, given what each
  /// policy does not meet.
  private func conflict(_ broken: Set<Set<String>>) -> [String] {
    var names = problem.requirements.map(\.name)
    for name in names {
      let without = names.filter { $0 != name }
      if broken.allSatisfy({ !$0.isDisjoint(with: without) }) { names = without }
    }
    return names
  }
}
