import ScoringPlan

/// The stages of a plan that look at other subjects, as SQL over columns carried from elsewhere.
///
/// A relation of subjects has the columns `key`, `rejected` (a text, NULL while the subject counts),
/// `undecided` (a text, NULL), `r12` for the value of register 12 (a double, a truth or a text; NULL
/// where it is missing or at fault), and for what people are compared by `k12`, its `ScoreKey` at the
/// plan's decimals, or `k12_6` at six (64-bit integers). In texts some bytes stand as `%25`, `%5C`,
/// `%00`, `%09`, `%0A` and `%0D`.
public struct PopulationSQL: Sendable {
  private let scope: CarriedScope

  /// The SQL of a plan's stages.
  public init(plan: Plan, values: ParameterVector? = nil, dialect: SQLDialect) {
    scope = CarriedScope(plan: plan, values: values ?? plan.values, dialect: dialect)
  }

  /// The steps of a stage over the population, each to be made a relation of its name before the next.
  ///
  /// - Parameters:
  ///   - relation: a relation of subjects.
  ///   - columns: those of its columns that the last step has too, besides `key` and `rejected`.
  ///   - prefix: what the names of the steps begin with, a name that needs no quotes.
  /// - Returns: the steps; the last has `key`, `rejected`, the columns carried, the stage's results
  ///   (`r12`) and `undecided`, a reason where SQL cannot give the plan's bits. A subject whose own value
  ///   is at fault gets what its group gets: its fault is known where the columns come from. No steps
  ///   for a stage that looks at one subject.
  public func steps(
    for stage: Stage, from relation: String, carrying columns: [String] = [],
    named prefix: String
  ) -> [SQLStep] {
    let list = PopulationSteps(scope).list(
      for: stage, from: relation, carrying: ["key", "rejected"] + columns, named: prefix)
    return joined(list)
  }

  /// Steps that only the next one reads, put into that one: fewer and larger relations.
  private func joined(_ list: StepList) -> [SQLStep] {
    var joined: [SQLStep] = []
    var waiting: [SQLStep] = []
    for step in list.steps {
      guard list.shared.contains(step.name) || step == list.steps.last else {
        waiting.append(step)
        continue
      }
      let expressions = waiting.map { "\($0.name) AS (\n\(scope.dialect.fenced($0.query)))" }
      let with = expressions.isEmpty ? "" : "WITH \(expressions.joined(separator: ",\n"))\n"
      joined.append(
        SQLStep(
          name: step.name, comments: waiting.flatMap(\.comments) + step.comments,
          query: with + step.query))
      waiting = []
    }
    return joined
  }
}
