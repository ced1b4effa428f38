import ScorecardPolicy
import ScoringPlan

/// An aggregate as expressions over the relations in which its parts are found.
struct AggregateValue {
  let dialect: SQLDialect
  let aggregate: Aggregate
  let found: FoundAggregate
  /// The names of the relations: `group`, and those of first and last rows.
  let relations: [String: String]

  /// The value; NULL where it is missing or a fault.
  var expression: String {
    let bad = faults.map { "\($0) IS NOT NULL" } + found.gaps.map { "\(placed($0)) = 1" }
    return bad.isEmpty
      ? plain : "CASE WHEN \(bad.joined(separator: " OR ")) THEN NULL ELSE \(plain) END"
  }

  /// The lowest fault, the first of several of one kind; NULL where there is none.
  var fault: String {
    guard let first = faults.first else { return "CASE WHEN 1 = 0 THEN 0 END" }
    let kind = dialect.whole(1 << 20)
    return faults.dropFirst().reduce(first) { one, other in
      "CASE WHEN \(one) IS NULL OR \(dialect.quotient("(\(other))", kind))"
        + " < \(dialect.quotient("(\(one))", kind)) THEN \(other) ELSE \(one) END"
    }
  }

  /// A reason where it cannot be decided.
  var undecided: String {
    let rows = "\(group).undecided__"
    guard [.sum, .average].contains(aggregate.function) else { return rows }
    let name = aggregate.sourceName.map { " of \($0)" } ?? ""
    let reason = dialect.text(
      "the \(aggregate.function.rawValue)\(name) cannot be decided in SQL")
    return "\(rows), CASE WHEN \(column(found.value))_left__ = 1 THEN \(reason) END"
  }

  private var group: String { relations["group", default: "group"] }

  private func column(_ name: String) -> String { "\(group).\(name)" }

  /// A column of a relation by the relation's real name.
  private func placed(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    return "\(relations[String(parts[0]), default: ""]).\(parts[1])"
  }

  private var faults: [String] {
    found.faults.map(placed) + (unknown.map { [$0.fault] } ?? [])
  }

  /// Of a streak whether the latest row that is no truth decides, and its fault.
  private var unknown: (decides: String, fault: String)? {
    guard let unknown = found.unknown else { return nil }
    let codes = dialect.whole(FoundAggregate.codes)
    let decides =
      "\(dialect.quotient(column(unknown), codes)) > COALESCE(\(column(found.value)), 0)"
    let fault = "\(column(unknown)) % \(codes)"
    return (decides, "CASE WHEN \(decides) AND \(fault) > 0 THEN \(fault) END")
  }

  /// The value where nothing is missing and nothing a fault.
  private var plain: String {
    let (value, count) = (column(found.value), column(found.count))
    switch aggregate.function {
    case .count: return dialect.toDouble("COALESCE(\(count), 0)")
    case .sum: return "COALESCE(\(value), \(dialect.double(0)))"
    case .average: return "CASE WHEN \(count) > 0 THEN \(value) / \(dialect.toDouble(count)) END"
    case .minimum, .maximum: return dialect.unsigned(zero: value)
    case .first, .last: return placed("\(found.end ?? "group").\(found.value)")
    case .streak:
      let length = dialect.toDouble("\(count) - COALESCE(\(value), 0)")
      return "CASE WHEN \(unknown?.decides ?? "1 = 0") THEN NULL ELSE \(length) END"
    }
  }
}
