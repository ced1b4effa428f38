import ScorecardPolicy
import ScoringPlan

/// The aggregates of one detail table, as steps: a fault in a row that counts makes an aggregate a
/// fault, the lowest, else a missing value makes it missing.
struct TableAggregates {
  let subjects: any SQLScope
  let rows: any SQLScope
  let relation: String
  let table: PlanTable
  let part: String

  private var dialect: SQLDialect { subjects.dialect }
  private var link: [ResultLink.Key] {
    [.init(column: "key__", expression: subjects.column(.key))]
  }

  /// The columns of rows, of groups and of sums that aggregates have asked for, each once.
  private var rowColumns: [NamedExpression] = []
  private var groupColumns: [NamedExpression] = []
  private var summed: [String] = []
  /// The relations of each subject's first or last rows.
  private var ends: [NamedExpression] = []

  init(
    subjects: any SQLScope, rows: any SQLScope, relation: String, table: PlanTable, part: String
  ) {
    (self.subjects, self.rows, self.relation) = (subjects, rows, relation)
    (self.table, self.part) = (table, part)
  }

  /// Adds the steps.
  ///
  /// - Returns: for each aggregate where it is found.
  mutating func add(_ aggregates: [Aggregate], to list: inout StepList) -> [SubjectResult] {
    need("undecided__", "MAX(undecided)", &groupColumns)
    needRow("undecided", "undecided")
    let found = aggregates.map { find($0) }
    let step = "\(part)_rows"
    let name = list.add(
      step, comments: ["the rows of \(table.name)"], isShared: true,
      StepList.select(
        ["\(rows.column(.key)) AS key__"] + rowColumns.map(\.asItem), from: relation))
    let groups = addGroups(from: name, &list)
    var relations = ["group": groups]
    for end in ends {
      relations[end.name] = list.add(
        "\(part)_\(end.name)", isShared: true,
        StepList.select(["*"], from: name, ["WHERE \(end.expression)"]))
    }
    return zip(aggregates, found).map { result(of: $0, $1, relations) }
  }

  private func addGroups(from rows: String, _ list: inout StepList) -> String {
    let others = groupColumns.map { (name: $0.name, expression: $0.expression) }
    if summed.isEmpty {
      return list.add(
        part, isShared: true,
        StepList.select(
          ["key__"] + groupColumns.map(\.asItem), from: rows, ["GROUP BY key__"]))
    }
    return ExactSumSQL(dialect: dialect, columns: summed).add(
      to: &list, named: part, [], from: rows, by: ["key__"], others: others)
  }

  // MARK: Asking for columns

  private func need(_ name: String, _ expression: String, _ columns: inout [NamedExpression]) {
    let column = NamedExpression(name: name, expression: expression)
    if !columns.contains(column) { columns.append(column) }
  }

  private mutating func needRow(_ name: String, _ expression: String) {
    need(name, expression, &rowColumns)
  }

  private mutating func needGroup(_ name: String, _ expression: String) {
    need(name, expression, &groupColumns)
  }

  /// Asks for what an aggregate needs.
  private mutating func find(_ aggregate: Aggregate) -> FoundAggregate {
    let mark = aggregate.condition.map { "_\($0.index)" } ?? ""
    var found = FoundAggregate(count: "n\(mark)__")
    let kept = needKept(aggregate.condition, mark, &found)
    needGroup(
      found.count,
      aggregate.condition == nil ? "COUNT(*)" : dialect.sum("kept\(mark)__"))
    switch aggregate.function {
    case .count: break
    case .sum, .average, .minimum, .maximum: needValue(aggregate, mark, kept, &found)
    case .first, .last: needEnd(aggregate, mark, kept, &found)
    case .streak: needStreak(aggregate, mark, kept, &found)
    }
    return found
  }

  /// The condition that a row counts; a row of which that is missing or a fault counts too.
  private mutating func needKept(
    _ condition: Register?, _ mark: String, _ found: inout FoundAggregate
  ) -> String? {
    guard let condition else { return nil }
    let truth = rows.column(condition)
    needRow("kept\(mark)__", "CASE WHEN NOT \(truth) THEN 0 ELSE 1 END")
    if let fault = rows.fault(condition) {
      needRow("fault\(condition.index)__", fault)
      needGroup("faulty\(mark)__", "MIN(fault\(condition.index)__)")
      found.faults.append("group.faulty\(mark)__")
    }
    if rows.mayBeMissing(condition) {
      needRow("gap\(mark)__", gap(condition))
      needGroup("gaps\(mark)__", "MAX(gap\(mark)__)")
      found.gaps.append("group.gaps\(mark)__")
    }
    return "kept\(mark)__ = 1"
  }

  /// 1 where a value is missing, which a fault is not.
  private func gap(_ register: Register, where kept: String? = nil) -> String {
    let conditions =
      ["\(rows.column(register)) IS NULL"]
      + (rows.fault(register).map { ["\($0) IS NULL"] } ?? []) + (kept.map { [$0] } ?? [])
    return "CASE WHEN \(conditions.joined(separator: " AND ")) THEN 1 ELSE 0 END"
  }

  /// The same truth in terms of the relation's own columns.
  private func keeps(_ condition: Register?) -> String? {
    condition.map { "CASE WHEN NOT \(rows.column($0)) THEN 0 ELSE 1 END = 1" }
  }

  private func only(_ kept: String?, _ value: String) -> String {
    kept.map { "CASE WHEN \($0) THEN \(value) END" } ?? value
  }

  private mutating func needValue(
    _ aggregate: Aggregate, _ mark: String, _ kept: String?, _ found: inout FoundAggregate
  ) {
    let (source, index) = (aggregate.source, aggregate.source.index)
    let value = "x\(index)\(mark)__"
    needRow(value, only(keeps(aggregate.condition), rows.column(source)))
    if let fault = rows.fault(source) {
      needRow("fault\(index)__", fault)
      needGroup("faulty\(index)\(mark)_x__", "MIN(\(only(kept, "fault\(index)__")))")
      found.faults.append("group.faulty\(index)\(mark)_x__")
    }
    if rows.mayBeMissing(source) {
      needRow("gap\(index)\(mark)_x__", gap(source, where: keeps(aggregate.condition)))
      needGroup("gaps\(index)\(mark)_x__", "MAX(gap\(index)\(mark)_x__)")
      found.gaps.append("group.gaps\(index)\(mark)_x__")
    }
    switch aggregate.function {
    case .minimum:
      found.value = "least\(index)\(mark)__"
      needGroup(found.value, "MIN(\(value))")
    case .maximum:
      found.value = "largest\(index)\(mark)__"
      needGroup(found.value, "MAX(\(value))")
    default:
      found.value = value
      if !summed.contains(value) { summed.append(value) }
    }
  }

  // MARK: Rows in order

  /// The place of a row among those that count, in the table's order or against it.
  private mutating func needPlace(_ condition: Register?, _ mark: String, fromEnd: Bool) -> String {
    let name = "\(fromEnd ? "until" : "place")\(mark)__"
    let order = table.order.map(rows.column) ?? rows.column(.key)
    let kept = keeps(condition).map { "CASE WHEN \($0) THEN 0 ELSE 1 END, " } ?? ""
    let direction = fromEnd ? "DESC NULLS LAST" : "NULLS FIRST"
    needRow(
      name,
      "ROW_NUMBER() OVER (PARTITION BY \(rows.column(.key)) ORDER BY \(kept)\(order) \(direction))")
    return name
  }

  private mutating func needEnd(
    _ aggregate: Aggregate, _ mark: String, _ kept: String?, _ found: inout FoundAggregate
  ) {
    let isLast = aggregate.function == .last
    let place = needPlace(aggregate.condition, mark, fromEnd: isLast)
    let end = "\(isLast ? "last" : "first")\(mark)"
    let index = aggregate.source.index
    needRow("value\(index)__", rows.column(aggregate.source))
    need(end, (["\(place) = 1"] + (kept.map { [$0] } ?? [])).joined(separator: " AND "), &ends)
    found.end = end
    found.value = "value\(index)__"
    if let fault = rows.fault(aggregate.source) {
      needRow("fault\(index)__", fault)
      found.faults.append("\(end).fault\(index)__")
    }
  }

  /// The place of the latest row that is false, and of the latest that is no truth, with its fault.
  private mutating func needStreak(
    _ aggregate: Aggregate, _ mark: String, _ kept: String?, _ found: inout FoundAggregate
  ) {
    let index = aggregate.source.index
    let place = needPlace(aggregate.condition, mark, fromEnd: false)
    let value = "value\(index)__"
    needRow(value, rows.column(aggregate.source))
    let counting = kept.map { "\($0) AND " } ?? ""
    needGroup("ended\(index)\(mark)__", "MAX(CASE WHEN \(counting)NOT \(value) THEN \(place) END)")
    found.value = "ended\(index)\(mark)__"
    let fault = rows.fault(aggregate.source)
    if let fault { needRow("fault\(index)__", fault) }
    let code = fault == nil ? "0" : "COALESCE(fault\(index)__, 0)"
    needGroup(
      "unknown\(index)\(mark)__",
      "MAX(CASE WHEN \(counting)\(value) IS NULL"
        + " THEN \(place) * \(dialect.whole(FoundAggregate.codes)) + \(code) END)")
    found.unknown = "unknown\(index)\(mark)__"
  }

  // MARK: Results

  private func result(
    of aggregate: Aggregate, _ found: FoundAggregate, _ relations: [String: String]
  ) -> SubjectResult {
    let value = AggregateValue(
      dialect: dialect, aggregate: aggregate, found: found, relations: relations)
    var items = ["\(value.expression) AS \(subjects.column(aggregate.result))"]
    if let fault = subjects.fault(aggregate.result) { items.append("\(value.fault) AS \(fault)") }
    let names = ["group", found.end].compactMap { $0.flatMap { relations[$0] } }
    return SubjectResult(
      links: names.map { ResultLink(name: $0, keys: link) }, items: items,
      undecided: value.undecided)
  }
}

/// An expression and the column that holds it.
struct NamedExpression: Equatable {
  let name: String
  let expression: String

  var asItem: String { name == expression ? name : "\(expression) AS \(name)" }
}

/// The columns in which an aggregate is found.
struct FoundAggregate {
  /// What the place of a row is multiplied by to make room for the code of a fault.
  static let codes: Int64 = 1 << 31

  /// How many rows count.
  let count: String
  /// The relation of first or last rows that holds the value.
  var end: String?
  var value = ""
  /// Of a streak the place of the latest row that is no truth, and its fault.
  var unknown: String?
  /// Columns of faults, of which the earlier wins among equal kinds, as `relation.column`.
  var faults: [String] = []
  /// Columns that are 1 where something is missing.
  var gaps: [String] = []

  init(count: String) { self.count = count }
}
