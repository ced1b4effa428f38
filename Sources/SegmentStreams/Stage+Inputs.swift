import ScoringPlan

extension Stage {
  /// What a stage over the population reads of a subject, and how; decimals where they are not the
  /// plan's.
  var populationInputs: [(register: Register, role: CarriedColumn.Role, decimals: Int?)] {
    switch self {
    case .statistics(let statistics): statistics.flatMap(\.inputs)
    case .rank(let rankings):
      rankings.flatMap { ranking in
        [(ranking.by, .scoreKey, nil)] + texts(ranking.within) + truths(ranking.ineligible)
      }
    case .grade(let gradings):
      gradings.flatMap { grading in
        [(grading.by, .scoreKey, nil)] + texts(grading.within) + truths(grading.ineligible)
          + grading.ties.map { ($0.register, $0.isText ? .text : .number, nil) }
      }
    case .detailRows, .aggregate, .subjectRows, .require: []
    }
  }

  private typealias Input = (register: Register, role: CarriedColumn.Role, decimals: Int?)

  private func texts(_ register: Register?) -> [Input] { register.map { [($0, .text, nil)] } ?? [] }

  private func truths(_ registers: [Register]) -> [Input] { registers.map { ($0, .truth, nil) } }
}

extension Statistic {
  fileprivate var inputs: [(register: Register, role: CarriedColumn.Role, decimals: Int?)] {
    let group: [(register: Register, role: CarriedColumn.Role, decimals: Int?)] =
      group.map { [($0, .text, nil)] } ?? []
    switch function {
    case .count: return group
    case .rank, .percentRank:
      return [(source, .number, nil), (source, .scoreKey, decimals)] + group
    case .sum, .average, .minimum, .maximum, .median, .standardDeviation:
      return [(source, .number, nil)] + group
    }
  }
}
