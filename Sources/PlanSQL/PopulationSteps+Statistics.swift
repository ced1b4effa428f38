import ScorecardPolicy
import ScoringPlan

/// Statistics over groups of subjects, with the bits of the definition: missing values are left out,
/// and a fault stays with its subject.
struct StatisticSteps {
  let scope: any SQLScope
  let relation: String
  private var dialect: SQLDialect { scope.dialect }

  /// Adds the steps of a stage's statistics.
  func add(_ statistics: [Statistic], to list: inout StepList) -> [SubjectResult] {
    var groups: [Register?] = []
    for statistic in statistics where !groups.contains(statistic.group) {
      groups.append(statistic.group)
    }
    var results: [Register: SubjectResult] = [:]
    for (index, group) in groups.enumerated() {
      let members = statistics.filter { $0.group == group }
      let steps = GroupSteps(
        scope: scope, relation: relation, group: group, statistics: members,
        part: "group\(index + 1)")
      for (statistic, value) in zip(members, steps.add(to: &list)) {
        results[statistic.result] = result(of: statistic, value)
      }
    }
    return statistics.compactMap { results[$0.result] }
  }

  /// The columns of a statistic: its value, but for subjects that do not count or are at fault.
  private func result(of statistic: Statistic, _ value: GroupValue) -> SubjectResult {
    var own =
      [SubjectResult.Own(name: "counts__", expression: countsFlag)] + value.own
    var conditions = ["own__.counts__ = 1"]
    let source = statistic.function == .count ? nil : scope.fault(statistic.source)
    let fault = "fault\(statistic.source.index)__"
    if let source {
      own.append(.init(name: fault, expression: source))
      conditions.append("own__.\(fault) IS NULL")
    }
    let column = scope.column(statistic.result)
    var items = [
      "CASE WHEN \(conditions.joined(separator: " AND ")) THEN \(value.expression) END AS \(column)"
    ]
    if let result = scope.fault(statistic.result) {
      let none = "CASE WHEN 1 = 0 THEN 0 END"
      items.append("\(source == nil ? none : "own__.\(fault)") AS \(result)")
    }
    let reason = dialect.text("\(statistic.text) cannot be decided in SQL")
    return SubjectResult(
      own: own, links: value.links, items: items,
      undecided: value.isUndecided.map { "CASE WHEN \($0) THEN \(reason) END" })
  }

  private var countsFlag: String { "CASE WHEN \(scope.counts()) THEN 1 ELSE 0 END" }
}

/// How the value of a statistic is found in relations of groups.
struct GroupValue {
  var own: [SubjectResult.Own] = []
  let links: [ResultLink]
  let expression: String
  var isUndecided: String? = nil
}
