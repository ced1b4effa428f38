import ScoringPlan

extension Plan {
  /// The registers of the subject table whose values may change when some parameters do.
  public func registers(dependingOn slots: Set<ParameterSlot>) -> Set<Register> {
    var dependent: Set<Register> = []
    var detailsDepend = false
    for stage in stages {
      switch stage {
      case .detailRows(_, let program):
        if program.contains(where: { reads($0.operation, slots) }) { detailsDepend = true }
      case .aggregate(let aggregates):
        if detailsDepend { dependent.formUnion(aggregates.map(\.result)) }
      case .subjectRows(let program):
        for instruction in program
        where reads(instruction.operation, slots)
          || instruction.operation.operands.contains(where: dependent.contains)
        {
          dependent.insert(instruction.result)
        }
      case .require: break
      case .statistics(let statistics):
        for statistic in statistics where dependent.contains(statistic.source) {
          dependent.insert(statistic.result)
        }
      case .rank(let rankings):
        for ranking in rankings where !dependent.isDisjoint(with: [ranking.by] + ranking.ineligible)
        {
          dependent.insert(ranking.result)
        }
      case .grade(let gradings):
        for grading in gradings
        where !dependent.isDisjoint(
          with: [grading.by] + grading.ineligible + grading.ties.map(\.register))
          || grading.bands.contains(where: { $0.limit.slot.map(slots.contains) ?? false })
        {
          dependent.insert(grading.result)
        }
      }
    }
    return dependent
  }

  /// Whether an operation reads one of some parameters.
  func reads(
    _ operation: ScoringPlan.Operation, _ slots: Set<ParameterSlot>
  ) -> Bool {
    switch operation {
    case .parameter(let slot): slots.contains(slot)
    case .curve(let index, _):
      curves[index].points.contains { slots.contains($0.x) || slots.contains($0.y) }
    case .lookup(let index, _, _): lookups[index].values.contains(where: slots.contains)
    case .weightedSum(let terms, _):
      terms.contains { $0.weight.slot.map(slots.contains) ?? false }
    case .number, .text, .truth, .negate, .arithmetic, .minimum, .maximum, .compare, .compareText,
      .and, .or, .not, .unary, .binary, .select, .onlyIf, .ifMissing, .isMissing:
      false
    }
  }
}

extension Grading.Limit {
  /// The parameter that limits the band; nil where nothing does.
  fileprivate var slot: ParameterSlot? {
    switch self {
    case .seats(let slot), .share(let slot), .minimum(let slot): slot
    case .rest: nil
    }
  }
}
