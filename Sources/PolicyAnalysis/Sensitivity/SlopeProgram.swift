import ScorecardPolicy
import ScoringPlan

/// Carries slopes through a plan: the chain rule, instruction by instruction, at the values that the
/// interpreter has computed.
struct SlopeProgram {
  /// A statistic over people that moves with judgements.
  struct MovingStatistic {
    let statistic: Statistic
    /// Its number among the stages.
    let stage: Int
  }

  private let plan: Plan
  private let values: ParameterVector
  private let slots: [ParameterSlot: JudgementSlope]
  /// The instructions that depend on the slots, in order, and what looking at other people gives.
  private var steps: [Step] = []
  /// The statistics that depend on the slots, in order.
  private(set) var statistics: [MovingStatistic] = []
  private var dependent: Set<Register> = []

  private enum Step {
    case instruction(Instruction)
    case population(Register, JudgementSlope.Obstacle)
    case statistic(Register)
  }

  /// The part of a plan that depends on the slots which have slopes.
  init(_ plan: Plan, _ values: ParameterVector, slots: [ParameterSlot: JudgementSlope]) {
    (self.plan, self.values, self.slots) = (plan, values, slots)
    for (index, stage) in plan.stages.enumerated() { add(stage, index) }
  }

  private mutating func add(_ stage: Stage, _ index: Int) {
    switch stage {
    case .detailRows, .aggregate, .require: break
    case .subjectRows(let program):
      for instruction in program
      where instruction.operation.operands.contains(where: dependent.contains)
        || readsMovingSlot(instruction.operation)
      {
        dependent.insert(instruction.result)
        steps.append(.instruction(instruction))
      }
    case .statistics(let all):
      for statistic in all
      where dependent.contains(statistic.source) && statistic.function != .count {
        dependent.insert(statistic.result)
        switch statistic.function {
        case .sum, .average:
          statistics.append(MovingStatistic(statistic: statistic, stage: index))
          steps.append(.statistic(statistic.result))
        case .rank, .percentRank: steps.append(.population(statistic.result, .rank))
        default: steps.append(.population(statistic.result, .population))
        }
      }
    case .rank(let rankings):
      for ranking in rankings
      where ([ranking.by] + ranking.ineligible).contains(where: dependent.contains) {
        dependent.insert(ranking.result)
        steps.append(.population(ranking.result, .rank))
      }
    case .grade(let gradings):
      for grading in gradings
      where ([grading.by] + grading.ineligible + grading.ties.map(\.register))
        .contains(where: dependent.contains)
      {
        dependent.insert(grading.result)
        steps.append(.population(grading.result, .grade))
      }
    }
  }

  private func readsMovingSlot(_ operation: ScoringPlan.Operation) -> Bool {
    let read: [ParameterSlot] =
      switch operation {
      case .parameter(let slot): [slot]
      case .lookup(let index, _, _): plan.lookups[index].values
      case .weightedSum(let terms, _): terms.compactMap(\.weight.slot)
      default: []
      }
    return read.contains { slots[$0] != nil }
  }

  /// The slopes of one person's registers, of those that depend on judgements.
  ///
  /// - Parameters:
  ///   - evaluation: everything that the plan computes for the person.
  ///   - statistic: the slope of a statistic for the person; of those not known yet nothing that depends
  ///     on them may be asked for.
  func slopes(
    _ evaluation: Evaluation, statistic: (Register) -> JudgementSlope
  ) -> [Register: JudgementSlope] {
    var slopes: [Register: JudgementSlope] = [:]
    for step in steps {
      switch step {
      case .population(let register, let obstacle): slopes[register] = .stepped(obstacle)
      case .statistic(let register): slopes[register] = statistic(register)
      case .instruction(let instruction):
        let rule = SlopeRule(
          evaluation: evaluation, slopes: slopes, plan: plan, values: values, slots: slots)
        slopes[instruction.result] = rule.slope(of: instruction)
      }
    }
    return slopes
  }
}
