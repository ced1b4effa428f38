import ScoringPlan

/// Competition ranks.
///
/// Never by a window over all subjects, which engines move to one task: subjects are counted by group
/// and score key, and the counts are added up from the top.
struct RankSteps {
  let scope: any SQLScope
  let relation: String

  /// Adds the steps of a ranking.
  func add(_ ranking: Ranking, named part: String, to list: inout StepList) -> SubjectResult {
    let counts = RankCounts(
      dialect: scope.dialect, group: scope.group(ranking.within),
      key: scope.rankKey(ranking.by),
      condition: scope.counts(leavingOut: ranking.ineligible))
    let places = counts.add(
      to: &list, named: part, ["rank \(ranking.name)\(ranking.title.asComment)"], from: relation)
    let eligible = "\(part)_counts__"
    let rank = scope.dialect.toDouble("\(places).above__ + 1")
    return SubjectResult(
      own: [.init(name: eligible, expression: "CASE WHEN \(counts.condition) THEN 1 ELSE 0 END")],
      links: [counts.link(places)],
      items: [
        "CASE WHEN own__.\(eligible) = 1 THEN \(rank) END AS \(scope.column(ranking.result))"
      ])
  }
}

/// Subjects counted by group and key.
struct RankCounts {
  let dialect: SQLDialect
  /// The group, an expression that is never NULL.
  let group: String
  /// What ranks, a whole number.
  let key: String
  /// Which subjects are counted.
  let condition: String

  /// Adds steps of which the last has for each group `g__` and key `k__` how many subjects share them,
  /// `n__`, how many of the group have a larger key, `above__`, and how many the group has, `all__`.
  func add(
    to list: inout StepList, named part: String, _ comments: [String], from relation: String
  ) -> String {
    let counts = list.add(
      "\(part)_counts", comments: comments,
      StepList.select(
        ["g__", "k__", "COUNT(*) AS n__"],
        from:
          "(SELECT \(group) AS g__, \(key) AS k__ FROM \(relation) WHERE \(condition)) AS keys__",
        ["GROUP BY g__, k__"]))
    let above = dialect.sum(
      "n__", over: "PARTITION BY g__ ORDER BY k__ DESC ROWS UNBOUNDED PRECEDING")
    return list.add(
      "\(part)_places", isShared: true,
      StepList.select(
        [
          "g__", "k__", "n__", "\(above) - n__ AS above__",
          "\(dialect.sum("n__", over: "PARTITION BY g__")) AS all__",
        ], from: counts))
  }

  /// How subjects find their row of the last step.
  func link(_ places: String) -> ResultLink {
    ResultLink(
      name: places,
      keys: [.init(column: "g__", expression: group), .init(column: "k__", expression: key)])
  }
}
