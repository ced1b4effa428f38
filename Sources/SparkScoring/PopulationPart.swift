import PlanSQL
import ScoringPlan
import SegmentStreams

/// The part of a round that looks at subjects together and then goes on with each by itself.
struct PopulationPart {
  let scripts: SparkScripts
  /// The segment's number, from 1.
  let index: Int
  let round: Int

  private var plan: SegmentedPlan { scripts.plan }
  private var tables: SparkTables { scripts.tables }
  private var segment: PlanSegment { plan.segments[index] }
  private var before: String { scripts.segment(index - 1) }
  private var counting: String { "subjects_\(index)" }

  /// Adds the steps of each stage, then the filter that takes their results.
  func add(to script: inout SparkScript) {
    script.add("take the subjects that count", [tables.create(counting, round: round, as: typed)])
    var relation = counting
    var results: [String] = []
    for stage in segment.populationStages {
      let steps = PopulationSQL(
        plan: plan.plan, values: plan.values, dialect: .spark
      ).steps(
        for: plan.plan.stages[stage], from: relation, carrying: carried + results,
        named: "stage_\(stage)_")
      for step in steps {
        script.add(
          title(of: step), [tables.create(step.name, round: round, as: step.query)])
      }
      relation = steps.last?.name ?? relation
      results += plan.plan.stages[stage].populationResults.map { "r\($0.index)" }
    }
    script.add("see that nobody was lost", [check(relation)])
    script.add(
      "go on with each subject",
      [
        tables.create(scripts.segment(index), round: round, as: filtered(relation)),
        scripts.counts(
          ofSegment: index, read: "(SELECT count(*) FROM \(counting))"),
      ])
  }

  private var carried: [String] { plan.segments[index - 1].carriedNames }

  private func title(of step: SQLStep) -> String {
    ([step.name] + step.comments).joined(separator: ": ")
  }

  /// The carried columns in their types, without subjects that earlier rounds rejected.
  private var typed: String {
    let before = plan.segments[index - 1]
    let columns = zip(before.carried, before.carriedNames).map { column, name in
      column.role.type.map { "CAST(\(name) AS \($0)) AS \(name)" } ?? name
    }
    let list =
      ["key"] + columns + [
        "CAST(NULL AS STRING) AS rejected", "CAST(NULL AS STRING) AS undecided",
      ]
    let excluded =
      index > 1
      ? ""
      : (1..<round).map {
        "\n  AND NOT EXISTS (SELECT 1 FROM late_\($0) WHERE late_\($0).key = \(self.before).key)"
      }.joined()
    return """
      SELECT \(list.joined(separator: ", "))
      FROM \(self.before) WHERE kind = 'S'\(excluded)
      """
  }

  /// Everybody is still there once, and all of them decided.
  private func check(_ relation: String) -> String {
    """
    SELECT \(SparkText.literal(SparkOutput.countsMark)), '\(counting)', 'subjects', subjects,
      'compared', compared, 'undecided', undecided,
      assert_true(compared = subjects, concat(subjects, ' subjects became ', compared)),
      assert_true(undecided = 0, concat(undecided, ' subjects cannot be decided in SQL: ', reason))
    FROM (SELECT count(*) AS compared, count(undecided) AS undecided, min(undecided) AS reason,
      (SELECT count(*) FROM \(counting)) AS subjects FROM \(relation))
    """
  }

  private func filtered(_ relation: String) -> String {
    let results = segment.populationStages.flatMap { stage in
      let isGrade = if case .grade = plan.plan.stages[stage] { true } else { false }
      return plan.plan.stages[stage].populationResults.map { register in
        let column = "found.r\(register.index)"
        let text = isGrade ? SparkText.escaped(column) : "CAST(\(column) AS STRING)"
        return "\(text) AS r\(register.index)"
      }
    }
    let names = ["key", "blob"] + segment.populationResults.map { "r\($0.index)" }
    return SparkText.transform(
      names, by: scripts.filters.segment(index), to: scripts.columns(ofSegment: index),
      from: """
        SELECT \((["own.key", "own.blob"] + results).joined(separator: ", "))
        FROM \(before) AS own JOIN \(relation) AS found ON own.key = found.key
        WHERE own.kind = 'S'
        """)
  }
}
