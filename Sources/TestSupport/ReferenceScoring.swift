import ScoringPlan

/// Scores a whole population by the definition: each subject interpreted by itself, ranks by counting
/// who is better. Slow and plain; shares nothing with the engine but the plan.
public struct ReferenceScoring {
  /// One row of the subject table.
  public struct Subject {
    /// The key as it stands.
    public let key: String
    /// What the interpreter found; nil when the row, its key or one of its detail rows is at fault.
    public let evaluation: Evaluation?
    /// The ranks by the names of rankings; empty when the subject is rejected.
    public internal(set) var ranks: [String: Int] = [:]

    /// Whether the subject is published.
    public var isRejected: Bool { evaluation.map { $0.rejection != nil } ?? true }
  }

  /// The subjects in the order of their rows.
  public private(set) var subjects: [Subject]
  /// For each table of the plan the rows that are rejected.
  public private(set) var rejectedRows: [Set<Int>]

  /// Scores plain tables, given by the names of the plan's.
  public init(_ plan: Plan, values: ParameterVector? = nil, _ tables: [String: PlainTable]) {
    let rows = plan.tables.map { table in
      let plain = tables[table.name] ?? PlainTable(header: [], rows: [])
      return plain.rows.indices.map { PlainRow(plain, row: $0, table) }
    }
    var admission = Admission(plan, rows)
    admission.judge()
    let interpreter = PlanInterpreter(plan, values: values)
    let owned = rows.enumerated().map { table, rows in
      Dictionary(grouping: rows.indices.filter { !admission.rejected[table].contains($0) }) {
        rows[$0].key
      }
    }
    subjects = rows[0].enumerated().map { index, row in
      guard !admission.rejected[0].contains(index) else {
        return Subject(key: Self.text(row.values[0]), evaluation: nil)
      }
      let details = (1..<rows.count).map { table in
        (owned[table][row.key] ?? []).map { rows[table][$0].values }
      }
      let evaluation = interpreter.evaluate(subject: row.values, details: details)
      return Subject(key: Self.text(row.values[0]), evaluation: evaluation)
    }
    rejectedRows = admission.rejected
    for (index, subject) in subjects.enumerated() where subject.isRejected {
      rejectedRows[0].insert(index)
    }
    for ranking in plan.rankings { rank(ranking, plan) }
  }

  private static func text(_ value: Value) -> String {
    if case .text(let text) = value { text } else { "" }
  }

  /// The rank is one more than the number of those in the group who are better.
  private mutating func rank(_ ranking: Ranking, _ plan: Plan) {
    let places = subjects.map { subject -> (group: [UInt8]?, key: Int64)? in
      guard !subject.isRejected, let evaluation = subject.evaluation,
        case .number(let number) = evaluation[ranking.by],
        let key = ScoreKey.key(of: number, decimals: plan.decimals)
      else { return nil }
      let group = ranking.within.map { Self.text(evaluation[$0]) } ?? ""
      let isMissing = ranking.within.map { evaluation[$0] == .missing } ?? false
      return (isMissing ? nil : Array(group.utf8), key)
    }
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let better = places.count { other in
        other.map { $0.group == place.group && $0.key > place.key } ?? false
      }
      subjects[index].ranks[ranking.name] = 1 + better
    }
  }
}

/// Decides which rows take part.
private struct Admission {
  let plan: Plan
  let rows: [[PlainRow]]
  var rejected: [Set<Int>]

  init(_ plan: Plan, _ rows: [[PlainRow]]) {
    (self.plan, self.rows) = (plan, rows)
    rejected = rows.map { rows in Set(rows.indices.filter { rows[$0].isFaulty }) }
  }

  mutating func judge() {
    for table in rows.indices { rejectRepetitions(table) }
    var owners: [[UInt8]: [Int]] = [:]
    for (index, row) in rows[0].enumerated() {
      if let key = row.key { owners[key, default: []].append(index) }
    }
    for copies in owners.values where copies.count > 1 { rejected[0].formUnion(copies) }
    for table in rows.indices.dropFirst() { link(table, owners) }
  }

  /// Rows that agree in all columns which must be unique are all rejected.
  private mutating func rejectRepetitions(_ table: Int) {
    let names = plan.tables[table].uniqueBy
    if names.isEmpty { return }
    let registers = names.compactMap { plan.tables[table].register(ofColumn: $0)?.index }
    // As bytes: equal strings may spell a letter differently.
    let marks = rows[table].map { row -> [UInt8]? in
      let isUncertain = row.isCut || names.contains { row.faults.contains($0) }
      return isUncertain ? nil : Array("\(registers.map { row.values[$0] })".utf8)
    }
    let counts = Dictionary(grouping: marks.compactMap(\.self)) { $0 }
    for (index, mark) in marks.enumerated() {
      if let mark, counts[mark]?.count ?? 0 > 1 { rejected[table].insert(index) }
    }
  }

  /// A faulty row rejects its subject; one of an unknown key is rejected itself, or passed over.
  private mutating func link(_ table: Int, _ owners: [[UInt8]: [Int]]) {
    for (index, row) in rows[table].enumerated() {
      guard let key = row.key else { continue }
      if let owner = owners[key]?.first {
        if rejected[table].contains(index) { rejected[0].insert(owner) }
      } else if plan.tables[table].ignoresUnknownKeys {
        rejected[table].remove(index)
      } else {
        rejected[table].insert(index)
      }
    }
  }
}
