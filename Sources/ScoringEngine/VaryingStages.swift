import ScoringPlan

/// What of a plan must be run again when some of its parameters change, and what that reads of the
/// rest.
///
/// Of the stages that look at one subject these are the instructions that depend on the parameters,
/// and the requirements on what these compute. All stages from the first on that looks at other
/// subjects are run again: who is rejected may change, and everybody with it.
struct VaryingStages {
  /// Those stages, and whatever is the same for all rows.
  let stages: [Stage]
  /// The stages on one subject without the requirements that are among `stages`: who fails one of
  /// theirs is rejected whatever the parameters.
  let otherStages: [Stage]
  /// The registers of the subject table that the stages read and do not write, if anything wanted
  /// comes of it.
  let boundary: [Register]

  /// The part that depends on some parameters; nil when detail rows do, which are not kept.
  init?(_ plan: Plan, _ slots: Set<ParameterSlot>, outputs: [Register]) {
    var (stages, otherStages): ([Stage], [Stage]) = ([], [])
    var dependent: Set<Register> = []
    for stage in plan.stages.prefix(plan.ownStageCount) {
      switch stage {
      case .detailRows(_, let program):
        if program.contains(where: { plan.reads($0.operation, slots) }) { return nil }
        otherStages.append(stage)
      case .aggregate: otherStages.append(stage)
      case .subjectRows(let program):
        otherStages.append(stage)
        let again = program.filter { instruction in
          let isDependent =
            plan.reads(instruction.operation, slots)
            || instruction.operation.operands.contains(where: dependent.contains)
          if isDependent { dependent.insert(instruction.result) }
          return isDependent || instruction.operation.isConstant
        }
        stages.append(.subjectRows(again))
      case .require(let requirements):
        let isDependent = { (requirement: Requirement) in
          [requirement.register, requirement.applies].contains {
            $0.map(dependent.contains) ?? false
          }
        }
        stages.append(.require(requirements.filter(isDependent)))
        otherStages.append(.require(requirements.filter { !isDependent($0) }))
      case .statistics, .rank, .grade: break
      }
    }
    self.stages = stages + plan.stages.dropFirst(plan.ownStageCount)
    self.otherStages = otherStages
    boundary = Self.boundary(plan.with(self.stages), outputs)
  }

  /// The registers that the stages of a plan, as far as these outputs come of them, read without
  /// writing them; and the outputs that they do not write.
  private static func boundary(_ plan: Plan, _ outputs: [Register]) -> [Register] {
    let liveness = RegisterLiveness(plan, outputs: outputs)
    let written = Set(plan.stages.flatMap(\.subjectResults))
    return liveness.isNeeded[0].indices.map { Register($0) }
      .filter { liveness.isNeeded[0][$0.index] && !written.contains($0) }
  }
}

extension Plan {
  /// The parameters that weigh dimensions in the total, the 1 of each bonus among them.
  public var dimensionWeights: Set<ParameterSlot> {
    let lookups = Dictionary(
      stages.flatMap(\.subjectProgram).compactMap { instruction -> (Register, Int)? in
        if case .lookup(let index, _, _) = instruction.operation {
          return (instruction.result, index)
        }
        return nil
      }, uniquingKeysWith: { first, _ in first })
    return Set(
      layout.dimensions.flatMap { dimension in
        switch dimension.weight {
        case .slot(let slot): [slot]
        case .register(let register): lookups[register].map { self.lookups[$0].values } ?? []
        }
      })
  }

  /// The parameters on which no detail row depends: a population can be prepared for all of them at once.
  public var subjectParameters: Set<ParameterSlot> {
    let details = stages.flatMap { stage -> [Instruction] in
      if case .detailRows(_, let program) = stage { program } else { [] }
    }
    return Set(
      parameters.indices.map { ParameterSlot($0) }.filter { slot in
        !details.contains { reads($0.operation, [slot]) }
      })
  }

  /// The same plan with other stages.
  func with(_ stages: [Stage]) -> Plan {
    Plan(
      policy: policy, version: version, title: title, effectiveFrom: effectiveFrom, appeal: appeal,
      decimals: decimals, tables: tables, parameters: parameters, values: values, curves: curves,
      lookups: lookups, stages: stages, layout: layout, payroll: payroll,
      formulas: formulas, origins: origins)
  }
}

extension Stage {
  /// The instructions over the subject table.
  fileprivate var subjectProgram: [Instruction] {
    if case .subjectRows(let program) = self { program } else { [] }
  }

  /// The registers of the subject table that the stage writes.
  var subjectResults: [Register] {
    switch self {
    case .aggregate(let aggregates): aggregates.map(\.result)
    default: subjectProgram.map(\.result) + populationResults
    }
  }
}
