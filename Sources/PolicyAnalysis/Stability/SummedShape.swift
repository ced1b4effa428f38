import ScoringPlan

/// A plan in which weights that vary do no more than weigh: totals are weighted sums of scores that do not
/// vary, gates take amounts off them or cap them that do not vary either, and what follows ranks, grades
/// and chooses among constants, so that nobody can come to be rejected.
struct SummedShape {
  /// What is added up in the total.
  enum Part {
    /// A score that does not vary.
    case score(Register)
    /// A weighted sum of scores that do not vary; where some are left out, the weights of the others are
    /// rescaled.
    case sum([WeightedTerm])
  }

  /// What a gate does to the running value.
  struct Step {
    let isCap: Bool
    let amount: Register
    /// Whether it applies; nil where it always does.
    let when: Register?
  }

  private(set) var parts: [(part: Part, weight: ParameterSlot)] = []
  private(set) var steps: [Step] = []

  private let plan: Plan
  private let slots: Set<ParameterSlot>
  private var operations: [Register: ScoringPlan.Operation] = [:]
  private var dependent: Set<Register> = []
  /// The dependent registers that the parts and steps stand for.
  private var explained: Set<Register> = []

  /// The shape of a plan when some parameters vary; nil where it has another.
  init?(_ plan: Plan, varying slots: Set<ParameterSlot>) {
    (self.plan, self.slots) = (plan, slots)
    for stage in plan.stages where !findDependent(stage) { return nil }
    guard readTotal(), readGates(), comparesWhatIsKnown else { return nil }
    for stage in plan.stages where !isSafe(stage) { return nil }
  }

  // MARK: What varies

  /// Notes what of a stage varies; false where that cannot be.
  private mutating func findDependent(_ stage: Stage) -> Bool {
    switch stage {
    case .detailRows(_, let program): return !program.contains { reads($0.operation) }
    case .aggregate, .require: return true
    case .statistics(let statistics):
      return !statistics.contains { statistic in
        dependent.contains(statistic.source) || (statistic.group.map(dependent.contains) ?? false)
      }
    case .rank(let rankings): dependent.formUnion(rankings.map(\.result))
    case .grade(let gradings): dependent.formUnion(gradings.map(\.result))
    case .subjectRows(let program):
      for instruction in program {
        operations[instruction.result] = instruction.operation
        if reads(instruction.operation)
          || instruction.operation.operands.contains(where: dependent.contains)
        {
          dependent.insert(instruction.result)
        }
      }
    }
    return true
  }

  private func reads(_ operation: ScoringPlan.Operation) -> Bool {
    switch operation {
    case .parameter(let slot): slots.contains(slot)
    case .curve(let index, _):
      plan.curves[index].points.contains { slots.contains($0.x) || slots.contains($0.y) }
    case .lookup(let index, _, _): plan.lookups[index].values.contains(where: slots.contains)
    case .weightedSum(let terms, _):
      terms.contains { $0.weight.slot.map(slots.contains) ?? false }
    default: false
    }
  }

  // MARK: Totals

  private mutating func readTotal() -> Bool {
    guard case .weightedSum(let terms, rescales: false)? = operations[plan.layout.total] else {
      return false
    }
    for term in terms {
      guard case .slot(let weight) = term.weight, term.applies == nil, let part = part(term.value)
      else { return false }
      parts.append((part, weight))
    }
    explained.insert(plan.layout.total)
    return true
  }

  private mutating func part(_ score: Register) -> Part? {
    guard dependent.contains(score) else { return .score(score) }
    guard case .weightedSum(let terms, rescales: true)? = operations[score],
      terms.allSatisfy({ term in
        term.weight.slot != nil && !dependent.contains(term.value)
          && !(term.applies.map(dependent.contains) ?? false)
      })
    else { return nil }
    explained.insert(score)
    return .sum(terms)
  }

  /// Reads what gates do to the running value: an amount off it or a cap, where a condition holds.
  private mutating func readGates() -> Bool {
    var running = plan.layout.total
    for gate in plan.layout.gates {
      for effect in gate.effects {
        let others = [effect.amount] + (gate.when.map { [$0] } ?? [])
        guard !others.contains(where: dependent.contains),
          let changed = register(of: effect.operation(running))
        else { return false }
        explained.insert(changed)
        steps.append(
          Step(isCap: effect.isCap, amount: effect.amount, when: gate.when))
        guard let when = gate.when else {
          running = changed
          continue
        }
        let choice = ScoringPlan.Operation.select(
          condition: when, then: changed, otherwise: running)
        guard let chosen = register(of: choice) else { return false }
        explained.insert(chosen)
        running = chosen
      }
    }
    return running == plan.layout.final ?? plan.layout.total
  }

  private func register(of operation: ScoringPlan.Operation) -> Register? {
    operations.first { $0.value == operation }?.key
  }

  // MARK: What follows

  /// Whether people are compared by totals or finals alone, in groups and by ties that do not vary.
  private var comparesWhatIsKnown: Bool {
    let keys = [plan.layout.total, plan.layout.final ?? plan.layout.total]
    var fixed: [Register] = []
    for ranking in plan.rankings {
      fixed += ranking.ineligible
      if let within = ranking.within { fixed.append(within) }
    }
    for grading in plan.gradings {
      fixed += grading.ineligible + grading.ties.map(\.register)
      if let within = grading.within { fixed.append(within) }
    }
    return plan.rankings.allSatisfy { keys.contains($0.by) }
      && plan.gradings.allSatisfy { keys.contains($0.by) && $0.bands.count < Int(UInt8.max) }
      && !fixed.contains(where: dependent.contains)
  }

  /// Whether nothing else that varies in a stage can reject anybody.
  private func isSafe(_ stage: Stage) -> Bool {
    switch stage {
    case .subjectRows(let program):
      program.allSatisfy { instruction in
        !dependent.contains(instruction.result) || explained.contains(instruction.result)
          || isSafe(instruction.operation)
      }
    case .require(let requirements):
      requirements.allSatisfy { requirement in
        !dependent.contains(requirement.register) || explained.contains(requirement.register)
          || requirement.allowsMissing
      }
    case .detailRows, .aggregate, .statistics, .rank, .grade: true
    }
  }

  /// Whether an operation makes no fault of what it reads, none of which is a fault.
  private func isSafe(_ operation: ScoringPlan.Operation) -> Bool {
    switch operation {
    case .minimum, .maximum, .compare, .compareText, .and, .or, .not, .select, .onlyIf, .ifMissing,
      .isMissing, .negate:
      operation.operands.allSatisfy { operand in
        dependent.contains(operand) || operand.index <= plan.tables[0].columns.count
          || (operations[operand].map(isConstant) ?? false)
      }
    default: false
    }
  }

  private func isConstant(_ operation: ScoringPlan.Operation) -> Bool {
    switch operation {
    case .number, .text, .truth, .parameter: true
    default: false
    }
  }
}

extension GateLayout.Effect {
  /// Whether it caps, and does not take off.
  var isCap: Bool {
    switch effect {
    case .deduct: false
    case .cap: true
    }
  }

  /// What it does to a value.
  fileprivate func operation(_ value: Register) -> ScoringPlan.Operation {
    switch effect {
    case .deduct: .arithmetic(.subtract, value, amount)
    case .cap: .minimum(value, amount)
    }
  }
}
