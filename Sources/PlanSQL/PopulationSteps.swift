import ScoringPlan

/// Stages that look at other subjects, as steps.
///
/// Subjects that are rejected count in none of them, and get no results.
struct PopulationSteps {
  let scope: any SQLScope

  init(_ scope: any SQLScope) { self.scope = scope }

  /// The steps of a stage.
  ///
  /// - Parameters:
  ///   - relation: a relation of subjects.
  ///   - columns: those of its columns that the last step has too, quoted; `undecided` is not among
  ///     them, for the last step has its own.
  ///   - prefix: what the names of the steps begin with.
  /// - Returns: the steps; the last has the columns carried, the stage's results and `undecided`. No
  ///   steps for a stage that looks at one subject.
  func steps(
    for stage: Stage, from relation: String, carrying columns: [String], named prefix: String
  ) -> [SQLStep] {
    list(for: stage, from: relation, carrying: columns, named: prefix).steps
  }

  func list(
    for stage: Stage, from relation: String, carrying columns: [String], named prefix: String
  ) -> StepList {
    var list = StepList(prefix)
    let results: [SubjectResult] =
      switch stage {
      case .statistics(let statistics):
        StatisticSteps(scope: scope, relation: relation).add(statistics, to: &list)
      case .rank(let rankings):
        rankings.enumerated().map {
          RankSteps(scope: scope, relation: relation).add($1, named: "rank\($0 + 1)", to: &list)
        }
      case .grade(let gradings):
        gradings.enumerated().map {
          GradeSteps(scope: scope, relation: relation).add($1, named: "grade\($0 + 1)", to: &list)
        }
      case .detailRows, .aggregate, .subjectRows, .require: []
      }
    if !results.isEmpty {
      JoinedResults(dialect: scope.dialect, results: results).add(
        to: relation, carrying: columns, &list)
    }
    return list
  }
}
