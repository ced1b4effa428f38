/// What steps have found, put beside the subjects that it belongs to.
struct JoinedResults {
  let dialect: SQLDialect
  let results: [SubjectResult]

  /// The relation with the results beside it.
  func add(to relation: String, carrying columns: [String], _ list: inout StepList) {
    var links: [ResultLink] = []
    for link in results.flatMap(\.links) where !links.contains(link) { links.append(link) }
    let names = Dictionary(
      links.flatMap(\.keys).enumerated().map { ($1.expression, "on\($0 + 1)__") },
      uniquingKeysWith: { first, _ in first })
    var needed: [SubjectResult.Own] = []
    for own in results.flatMap(\.own) where !needed.contains(own) { needed.append(own) }
    let keys = names.sorted { $0.value < $1.value }.map { "\($0.key) AS \($0.value)" }
    let inner = StepList.select(
      columns + ["undecided"] + needed.map { "\($0.expression) AS \($0.name)" } + keys,
      from: relation)
    let joins = links.map { link in
      let conditions = link.keys.map {
        "\(link.name).\($0.column) = own__.\(names[$0.expression, default: $0.expression])"
      }
      return "LEFT JOIN \(link.name) ON \(conditions.joined(separator: " AND "))"
    }
    let undecided = Self.undecided(["own__.undecided"] + results.compactMap(\.undecided))
    list.add(
      "results",
      StepList.select(
        columns.map { "own__.\($0)" } + results.flatMap(\.items) + [undecided],
        from: "(\(dialect.fenced(inner))) AS own__", joins))
  }

  /// The first of reasons that is there, as the column `undecided`.
  static func undecided(_ reasons: [String]) -> String {
    reasons.count == 1
      ? "\(reasons[0]) AS undecided" : "COALESCE(\(reasons.joined(separator: ", "))) AS undecided"
  }
}
