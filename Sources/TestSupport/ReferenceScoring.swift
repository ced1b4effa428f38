import ScoringPlan

/// Scores a whole population by the definition: rows are judged one by one, and those that take part
/// are interpreted together. Slow and plain; shares nothing with the engine but the plan.
public struct ReferenceScoring {
  /// One row of the subject table.
  public struct Subject {
    /// The key as it stands.
    public let key: String
    /// What the interpreter found; nil when the row, its key or one of its detail rows is at fault.
    public let evaluation: Evaluation?
    /// The ranks by the names of rankings; empty when the subject is rejected.
    public let ranks: [String: Int]

    /// Whether the subject is published.
    public var isRejected: Bool { evaluation.map { $0.rejection != nil } ?? true }
  }

  /// What becomes of the rows of a table.
  struct Counts: Equatable {
    /// Rows that count in results.
    var scored = 0
    /// Rows that are rejected.
    var rejected = 0
    /// Good detail rows of rejected subjects.
    var setAside = 0
    /// Detail rows that are passed over because nobody knows their key.
    var ignored = 0
  }

  /// The subjects in the order of their rows.
  public let subjects: [Subject]
  /// For each table of the plan the rows that are rejected.
  private(set) var rejectedRows: [Set<Int>]
  /// For each table of the plan what becomes of its rows.
  let counts: [Counts]

  /// Scores plain tables, given by the names of the plan's.
  public init(_ plan: Plan, values: ParameterVector? = nil, _ tables: [String: PlainTable]) {
    let rows = plan.tables.map { table in
      let plain = tables[table.name] ?? PlainTable(header: [], rows: [])
      return plain.rows.indices.map { PlainRow(plain, row: $0, table) }
    }
    var admission = Admission(plan, rows)
    admission.judge()
    let owned = rows.enumerated().map { table, rows in
      Dictionary(grouping: rows.indices.filter { !admission.rejected[table].contains($0) }) {
        rows[$0].key
      }
    }
    let admitted = rows[0].indices.filter { !admission.rejected[0].contains($0) }
    let evaluations = PopulationInterpreter(plan, values: values).evaluate(
      admitted.map { index in
        let row = rows[0][index]
        let details = (1..<rows.count).map { table in
          (owned[table][row.key] ?? []).map { rows[table][$0].values }
        }
        return (subject: row.values, details: details)
      })
    let found = Dictionary(uniqueKeysWithValues: zip(admitted, evaluations))
    let subjects = rows[0].enumerated().map { index, row in
      Subject(key: row.keyText, evaluation: found[index], ranks: found[index]?.ranks(plan) ?? [:])
    }
    self.subjects = subjects
    rejectedRows = admission.rejected
    rejectedRows[0].formUnion(subjects.indices.filter { subjects[$0].isRejected })
    let published = Set(rows[0].indices.filter { !subjects[$0].isRejected }.map { rows[0][$0].key })
    let known = Set(rows[0].map(\.key))
    counts = rows.enumerated().map { [rejectedRows] table, rows in
      rows.enumerated().reduce(into: Counts()) { counts, row in
        if rejectedRows[table].contains(row.offset) {
          counts.rejected += 1
        } else if !known.contains(row.element.key) {
          counts.ignored += 1
        } else if !published.contains(row.element.key) {
          counts.setAside += 1
        } else {
          counts.scored += 1
        }
      }
    }
  }
}

extension Evaluation {
  fileprivate func ranks(_ plan: Plan) -> [String: Int] {
    guard rejection == nil else { return [:] }
    let ranks = plan.rankings.compactMap { ranking -> (String, Int)? in
      if case .number(let rank) = self[ranking.result] { (ranking.name, Int(rank)) } else { nil }
    }
    return Dictionary(uniqueKeysWithValues: ranks)
  }
}

extension PlainRow {
  fileprivate var keyText: String {
    if case .text(let text) = values[0] { text } else { "" }
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
    let (names, columns) = (plan.tables[table].uniqueBy, plan.tables[table].columns)
    if names.isEmpty { return }
    // The key is register 0, and stands among no columns.
    let registers = names.map { name in (columns.firstIndex { $0.name == name } ?? -1) + 1 }
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
