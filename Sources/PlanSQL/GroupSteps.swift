import ScorecardPolicy
import ScoringPlan

/// The statistics of one kind of group, as steps.
struct GroupSteps {
  let scope: any SQLScope
  let relation: String
  let group: Register?
  let statistics: [Statistic]
  /// What the names of its steps begin with.
  let part: String

  private var dialect: SQLDialect { scope.dialect }
  private var link: [ResultLink.Key] {
    [.init(column: "g__", expression: scope.group(group))]
  }

  /// Adds the steps.
  ///
  /// - Returns: for each statistic where its value is found.
  func add(to list: inout StepList) -> [GroupValue] {
    let looking = statistics.filter { $0.function != .rank && $0.function != .percentRank }
    var relations = Relations()
    if !looking.isEmpty {
      relations.rows = addRows(sources(of: looking), &list)
      let simple = looking.filter { $0.function != .median }
      if !simple.isEmpty { relations.summary = addSummary(simple, relations.rows, &list) }
      let spread = sources(of: looking.filter { $0.function == .standardDeviation })
      if !spread.isEmpty { addSpread(spread, &relations, &list) }
      for source in sources(of: looking.filter { $0.function == .median }) {
        relations.medians[source] = addMedian(source, relations.rows, &list)
      }
    }
    var places: [RankSource: String] = [:]
    return statistics.map { statistic in
      switch statistic.function {
      case .rank, .percentRank: rank(statistic, &places, &list)
      default: value(statistic, relations)
      }
    }
  }

  /// The steps that values are found in.
  private struct Relations {
    var rows = ""
    var summary = ""
    var means = ""
    var squares = ""
    var medians: [Register: String] = [:]
  }

  private struct RankSource: Hashable {
    let source: Register
    let decimals: Int
  }

  private func sources(of statistics: [Statistic]) -> [Register] {
    var sources: [Register] = []
    for statistic in statistics where statistic.function != .count {
      if !sources.contains(statistic.source) { sources.append(statistic.source) }
    }
    return sources
  }

  // MARK: Steps

  /// The subjects that count, with minus zero made zero so that no order can show.
  private func addRows(_ sources: [Register], _ list: inout StepList) -> String {
    list.add(
      "\(part)_rows", comments: statistics.map(\.text), isShared: true,
      StepList.select(
        ["\(scope.group(group)) AS g__"]
          + sources.map { "\(dialect.unsigned(zero: scope.column($0))) AS x\($0.index)__" },
        from: relation, ["WHERE \(scope.counts())"]))
  }

  /// Counts, least and largest values and sums of each group.
  private func addSummary(
    _ statistics: [Statistic], _ rows: String, _ list: inout StepList
  ) -> String {
    let others =
      [(name: "n__", expression: "COUNT(*)")]
      + sources(of: statistics).flatMap { source -> [(name: String, expression: String)] in
        let index = source.index
        return [
          ("n\(index)__", "COUNT(x\(index)__)"), ("a\(index)__", "MIN(x\(index)__)"),
          ("z\(index)__", "MAX(x\(index)__)"),
        ]
      }
    let summed = sources(
      of: statistics.filter { [.sum, .average, .standardDeviation].contains($0.function) })
    if summed.isEmpty {
      return list.add(
        part, isShared: true,
        StepList.select(
          ["g__"] + others.map { "\($0.expression) AS \($0.name)" }, from: rows, ["GROUP BY g__"]))
    }
    return ExactSumSQL(dialect: dialect, columns: summed.map { "x\($0.index)__" }).add(
      to: &list, named: part, [], from: rows, by: ["g__"], others: others)
  }

  /// The sums of squared distances from the mean, scaled by a power of two where they may be large.
  private func addSpread(
    _ sources: [Register], _ relations: inout Relations, _ list: inout StepList
  ) {
    let means = list.add(
      "\(part)_means", isShared: true,
      StepList.select(
        ["g__"]
          + sources.map { source in
            "CASE WHEN n\(source.index)__ > 0"
              + " THEN x\(source.index)__ / \(dialect.toDouble("n\(source.index)__")) END"
              + " AS mean\(source.index)__"
          } + sources.flatMap { ["a\($0.index)__", "z\($0.index)__"] }, from: relations.summary))
    let scales = list.add(
      "\(part)_scales", isShared: true,
      StepList.select(
        ["g__"]
          + sources.flatMap { source in
            let (a, z) = ("a\(source.index)__", "z\(source.index)__")
            let mean = "mean\(source.index)__"
            let isSmall =
              "\(dialect.greatest("\(z) - \(mean)", "\(mean) - \(a)")) < \(dialect.power(ofTwo: 24))"
            let scale = { (exponent: Int) in
              "CASE WHEN \(isSmall) THEN \(dialect.power(ofTwo: 0))"
                + " ELSE \(dialect.power(ofTwo: exponent)) END"
            }
            return [
              mean, "\(scale(-50)) AS down\(source.index)__", "\(scale(50)) AS up\(source.index)__",
            ]
          }, from: means))
    let squares = list.add(
      "\(part)_distances",
      StepList.select(
        ["\(relations.rows).g__"]
          + sources.map { source in
            let distance = "(x\(source.index)__ - mean\(source.index)__)"
            return "\(distance) * \(distance) * down\(source.index)__ AS q\(source.index)__"
          }, from: relations.rows,
        ["JOIN \(scales) ON \(scales).g__ = \(relations.rows).g__"]))
    relations.means = scales
    relations.squares = ExactSumSQL(dialect: dialect, columns: sources.map { "q\($0.index)__" })
      .add(to: &list, named: "\(part)_squares", [], from: squares, by: ["g__"])
  }

  /// The two middle values of each group, by counts of equal values.
  private func addMedian(
    _ source: Register, _ rows: String, _ list: inout StepList
  ) -> String {
    let (x, name) = ("x\(source.index)__", "\(part)_middle\(source.index)")
    let counts = list.add(
      "\(name)_counts",
      StepList.select(
        ["g__", x, "COUNT(*) AS n__"], from: rows,
        ["WHERE \(x) IS NOT NULL", "GROUP BY g__, \(x)"]))
    let upTo = dialect.sum(
      "n__", over: "PARTITION BY g__ ORDER BY \(x) ROWS UNBOUNDED PRECEDING")
    let places = list.add(
      "\(name)_places",
      StepList.select(
        [
          "g__", x, "\(upTo) AS last__",
          "\(dialect.sum("n__", over: "PARTITION BY g__")) AS all__",
        ], from: counts))
    let lower = dialect.quotient("(all__ + 1)", "2")
    let upper = "\(dialect.quotient("all__", "2")) + 1"
    return list.add(
      name, isShared: true,
      StepList.select(
        [
          "g__", "MIN(CASE WHEN last__ >= \(lower) THEN \(x) END) AS lower__",
          "MIN(CASE WHEN last__ >= \(upper) THEN \(x) END) AS upper__",
        ], from: places, ["GROUP BY g__"]))
  }

  // MARK: Values

  private func value(_ statistic: Statistic, _ relations: Relations) -> GroupValue {
    let (index, summary) = (statistic.source.index, relations.summary)
    let found = { (name: String) in "\(summary).\(name)\(index)__" }
    let count = dialect.toDouble(found("n"))
    let isLeft = "\(found("x"))_left__ = 1"
    let links = [ResultLink(name: summary, keys: link)]
    switch statistic.function {
    case .count:
      return GroupValue(links: links, expression: dialect.toDouble("\(summary).n__"))
    case .minimum: return GroupValue(links: links, expression: found("a"))
    case .maximum: return GroupValue(links: links, expression: found("z"))
    case .sum: return GroupValue(links: links, expression: found("x"), isUndecided: isLeft)
    case .average:
      return GroupValue(
        links: links, expression: "CASE WHEN \(found("n")) > 0 THEN \(found("x")) / \(count) END",
        isUndecided: isLeft)
    case .standardDeviation: return standardDeviation(statistic, relations)
    case .median, .rank, .percentRank:
      let middle = relations.medians[statistic.source] ?? ""
      let mean = "(\(middle).lower__ + \(middle).upper__) / \(dialect.double(2))"
      return GroupValue(
        links: [ResultLink(name: middle, keys: link)],
        expression: dialect.unsigned(zero: mean))
    }
  }

  private func standardDeviation(_ statistic: Statistic, _ relations: Relations) -> GroupValue {
    let index = statistic.source.index
    let (count, sum) = ("\(relations.summary).n\(index)__", "\(relations.squares).q\(index)__")
    let variance = "\(sum) * \(relations.means).up\(index)__ / \(dialect.toDouble(count))"
    return GroupValue(
      links: [relations.summary, relations.means, relations.squares].map {
        ResultLink(name: $0, keys: link)
      },
      expression: "CASE WHEN \(count) > 0 THEN SQRT(\(variance)) END",
      isUndecided: "\(relations.summary).x\(index)___left__ = 1 OR \(sum)_left__ = 1")
  }

  /// The rank, or the share of the others that are below.
  private func rank(
    _ statistic: Statistic, _ places: inout [RankSource: String], _ list: inout StepList
  ) -> GroupValue {
    let ranked = RankSource(source: statistic.source, decimals: statistic.decimals)
    let key = scope.scoreKey(statistic.source, decimals: statistic.decimals)
    let counts = RankCounts(
      dialect: dialect, group: scope.group(group), key: key,
      condition: "\(scope.counts()) AND \(key) IS NOT NULL")
    let name =
      places[ranked]
      ?? counts.add(
        to: &list, named: "\(part)_rank\(ranked.source.index)_\(ranked.decimals)",
        [statistic.text], from: relation)
    places[ranked] = name
    let over = "over\(ranked.source.index)_\(ranked.decimals)__"
    let isOver = "\(scope.column(statistic.source)) IS NOT NULL AND \(key) IS NULL"
    return GroupValue(
      own: [.init(name: over, expression: "CASE WHEN \(isOver) THEN 1 ELSE 0 END")],
      links: [counts.link(name)],
      expression: statistic.function == .rank
        ? dialect.toDouble("\(name).above__ + 1") : shareBelow(name),
      isUndecided: "own__.counts__ = 1 AND own__.\(over) = 1")
  }

  private func shareBelow(_ places: String) -> String {
    let below = dialect.toDouble("\(places).all__ - \(places).above__ - \(places).n__")
    let others = dialect.toDouble("\(places).all__ - 1")
    return "CASE WHEN \(places).all__ = 1 THEN \(dialect.double(1))"
      + " ELSE \(below) / \(others) END"
  }
}
