import ScorecardPolicy

/// Runs a plan over a whole population in the plainest way: the meaning of statistics, ranks, grades
/// and of taking out rejected subjects, which every other executor must reproduce.
public struct PopulationInterpreter: Sendable {
  private let interpreter: PlanInterpreter
  private var plan: Plan { interpreter.plan }

  /// An interpreter for a plan with its own or with other parameter values.
  public init(_ plan: Plan, values: ParameterVector? = nil) {
    interpreter = PlanInterpreter(plan, values: values)
  }

  /// Evaluates subjects together.
  ///
  /// Stages run in order, and a subject that fails a requirement counts no more from there on. Where
  /// it has counted before, in a stage over the population, all stages from the first such stage on
  /// are done again without it, until none is new.
  ///
  /// - Parameter subjects: for each subject its row and its detail rows, as
  ///   `PlanInterpreter.evaluate` takes them; those that are rejected for their rows left out.
  public func evaluate(_ subjects: [(subject: [Value], details: [[[Value]]])]) -> [Evaluation] {
    var evaluations = subjects.map { interpreter.begin(subject: $0.subject, details: $0.details) }
    let first = plan.stages.firstIndex(where: \.looksAtPopulation) ?? plan.stages.count
    _ = run(plan.stages[..<first], &evaluations)
    while run(plan.stages[first...], &evaluations) > 0 {}
    return evaluations
  }

  /// Runs stages, and tells how many subjects they rejected.
  private func run(_ stages: ArraySlice<Stage>, _ evaluations: inout [Evaluation]) -> Int {
    let before = evaluations.count { $0.rejection != nil }
    for stage in stages {
      switch stage {
      case .statistics(let statistics):
        for statistic in statistics { run(statistic, &evaluations) }
      case .rank(let rankings): for ranking in rankings { run(ranking, &evaluations) }
      case .grade(let gradings): for grading in gradings { run(grading, &evaluations) }
      default:
        for index in evaluations.indices { interpreter.run(stage, &evaluations[index]) }
      }
    }
    return evaluations.count { $0.rejection != nil } - before
  }

  /// The subjects that count, by the text of their group.
  private func groups(
    _ evaluations: [Evaluation], by group: Register?, leavingOut ineligible: [Register] = []
  ) -> [[Int]] {
    let counting = evaluations.indices.filter { index in
      evaluations[index].rejection == nil
        && !ineligible.contains { evaluations[index][$0] == .truth(true) }
    }
    guard let group else { return [counting] }
    let named = Dictionary(grouping: counting) { index -> [UInt8]? in
      if case .text(let text) = evaluations[index][group] { Array(text.utf8) } else { nil }
    }
    return Array(named.values)
  }

  // MARK: Statistics

  private func run(_ statistic: Statistic, _ evaluations: inout [Evaluation]) {
    for group in groups(evaluations, by: statistic.group) {
      let values = group.map { evaluations[$0][statistic.source] }
      let results = GroupStatistic(statistic).values(of: values)
      for (index, result) in zip(group, results) {
        evaluations[index].subject[statistic.result.index] = result
      }
    }
  }

  // MARK: Ranks

  private func run(_ ranking: Ranking, _ evaluations: inout [Evaluation]) {
    for index in evaluations.indices {
      evaluations[index].subject[ranking.result.index] = .missing
    }
    let groups = groups(evaluations, by: ranking.within, leavingOut: ranking.ineligible)
    for group in groups {
      let keys = group.map { key(of: evaluations[$0][ranking.by]) }
      for (index, key) in zip(group, keys) {
        let rank = 1 + keys.count { $0 > key }
        evaluations[index].subject[ranking.result.index] = .number(Double(rank))
      }
    }
  }

  /// Requirements see to it that there is one.
  private func key(of value: Value) -> Int64 {
    guard case .number(let number) = value else { return .min }
    return ScoreKey.key(of: number, decimals: plan.decimals) ?? .min
  }

  // MARK: Grades

  private func run(_ grading: Grading, _ evaluations: inout [Evaluation]) {
    for index in evaluations.indices {
      evaluations[index].subject[grading.result.index] = .text("")
    }
    let groups = groups(evaluations, by: grading.within, leavingOut: grading.ineligible)
    for group in groups {
      let subjects = group.map { BandCandidate(evaluations[$0], grading, index: $0, plan) }
        .sorted { $0.comesBefore($1, grading) }
      let grades = BandFilling(grading, interpreter.values, decimals: plan.decimals)
        .bands(of: subjects.map(\.key))
      for (subject, band) in zip(subjects, grades) {
        evaluations[subject.index].subject[grading.result.index] = .text(
          grading.bands[band].grade)
      }
    }
  }
}

/// A subject among those that bands are filled with.
private struct BandCandidate {
  let index: Int
  let key: Int64
  private let ties: [Value]
  private let name: Value

  init(_ evaluation: Evaluation, _ grading: Grading, index: Int, _ plan: Plan) {
    self.index = index
    let value: Int64? =
      if case .number(let number) = evaluation[grading.by] {
        ScoreKey.key(of: number, decimals: plan.decimals)
      } else { nil }
    key = value ?? .min
    ties = grading.ties.map { evaluation[$0.register] }
    name = evaluation[.key]
  }

  func comesBefore(_ other: BandCandidate, _ grading: Grading) -> Bool {
    if key != other.key { return key > other.key }
    for (position, tie) in grading.ties.enumerated() {
      let order = ties[position].order(against: other.ties[position])
      guard order != 0 else { continue }
      let isMissing = !ties[position].isPresent || !other.ties[position].isPresent
      return tie.isDescending && !isMissing ? order > 0 : order < 0
    }
    return name.order(against: other.name) < 0
  }
}

extension Value {
  fileprivate var isPresent: Bool { self != .missing && !isFault }

  /// Below 0 when this value comes first in ascending order; one that is not there comes last.
  fileprivate func order(against other: Value) -> Int {
    switch (self, other) {
    case (.number(let one), .number(let two)): one < two ? -1 : one > two ? 1 : 0
    case (.truth(let one), .truth(let two)): (one ? 1 : 0) - (two ? 1 : 0)
    case (.text(let one), .text(let two)):
      one.utf8.elementsEqual(two.utf8) ? 0 : one.utf8.lexicographicallyPrecedes(two.utf8) ? -1 : 1
    default: (isPresent ? 0 : 1) - (other.isPresent ? 0 : 1)
    }
  }
}
