import ScoringPlan

/// Detail rows brought together for each subject, as steps.
struct AggregateSteps {
  let subjects: any SQLScope
  /// How the rows of each detail table are held, in the plan's order of tables.
  let details: [any SQLScope]

  init(_ subjects: any SQLScope, details: [any SQLScope]) {
    (self.subjects, self.details) = (subjects, details)
  }

  /// The steps of a stage's aggregates.
  ///
  /// - Parameters:
  ///   - relation: a relation of subjects.
  ///   - relations: for each detail table a relation of its rows, with the column `undecided`.
  ///   - columns: those of the subjects' columns that the last step has too, quoted, without
  ///     `undecided`.
  ///   - prefix: what the names of the steps begin with.
  /// - Returns: the steps; the last has the columns carried, the aggregates and `undecided`.
  func steps(
    for aggregates: [Aggregate], from relation: String, details relations: [String],
    carrying columns: [String], named prefix: String
  ) -> [SQLStep] {
    var list = StepList(prefix)
    var results: [Register: SubjectResult] = [:]
    for table in Set(aggregates.map(\.table)).sorted() {
      let members = aggregates.filter { $0.table == table }
      var steps = TableAggregates(
        subjects: subjects, rows: details[table - 1], relation: relations[table - 1],
        table: subjects.plan.tables[table], part: "table\(table)")
      for (aggregate, result) in zip(members, steps.add(members, to: &list)) {
        results[aggregate.result] = result
      }
    }
    JoinedResults(
      dialect: subjects.dialect, results: aggregates.compactMap { results[$0.result] }
    ).add(to: relation, carrying: columns, &list)
    return list.steps
  }
}
