import SQLiteAccess
import ScorecardPolicy
import ScoringPlan
import TestSupport

@testable import PlanSQL

/// Runs a plan's SQL in SQLite over plain tables, and says where it differs from the reference.
struct SQLComparison {
  /// What became of the run.
  enum End: Equatable {
    /// The checks found something in the tables.
    case unfitTables
    /// SQL leaves some subject undecided.
    case undecided
    /// It ran to its end.
    case compared
  }

  private(set) var end = End.compared
  /// Where they differ, a sentence each.
  private(set) var differences: [String] = []

  init(_ plan: Plan, _ tables: [String: PlainTable]) throws {
    let database = try TableDatabase(plan, tables).database
    var excluded: [String] = []
    var reasons: [String: String] = [:]
    while true {
      let sql = try SQLPlan(plan, dialect: .sqlite, measures: true, excluding: excluded)
      if try database.value(sql.checks) != nil {
        end = .unfitTables
        return
      }
      for statement in sql.preparation { try database.execute(statement) }
      var rows: [[DatabaseValue]] = []
      try database.rows(sql.query) { row in
        rows.append((0..<row.columnCount).map { row.value($0) })
      }
      if rows.contains(where: { $0[$0.count - 1] != .null }) {
        end = .undecided
        return
      }
      let new = rows.filter { row in
        row[row.count - 2] != .null && !excluded.contains(row[0].text ?? "")
      }
      for row in new { reasons[row[0].text ?? ""] = row[row.count - 2].text }
      excluded += new.map { $0[0].text ?? "" }
      let isFirst = reasons.count == new.count
      if new.isEmpty || isFirst && !plan.stages.contains(where: \.looksAtPopulation) {
        compare(plan, ReferenceScoring(plan, tables), rows, reasons)
        return
      }
    }
  }

  private mutating func compare(
    _ plan: Plan, _ reference: ReferenceScoring, _ rows: [[DatabaseValue]],
    _ reasons: [String: String]
  ) {
    let texts = plan.tables[0].columns.count { $0.type == .text }
    let outputs = plan.outputs(writesMeasures: true)
    let found = Dictionary(rows.map { ($0[0].text ?? "", $0) }) { first, _ in first }
    if found.count != reference.subjects.count {
      differences.append("\(found.count) subjects, not \(reference.subjects.count)")
    }
    for subject in reference.subjects {
      guard let row = found[subject.key], let evaluation = subject.evaluation else {
        differences.append("\(subject.key) is not there")
        continue
      }
      let reason = evaluation.rejection?.reason
      let given = reasons[subject.key]
      if (reason == nil) != (given == nil)
        || !(reason ?? "").hasPrefix(given?.split(separator: ": check").first ?? "")
      {
        differences.append("\(subject.key): \(given ?? "scored"), not \(reason ?? "scored")")
      }
      if reason != nil { continue }
      for (index, output) in outputs.enumerated() {
        let value = row[1 + texts + index]
        if !Self.agrees(value, evaluation[output.register]) {
          differences.append(
            "\(subject.key), \(output.name): \(value), not \(evaluation[output.register])")
        }
      }
    }
  }

  private static func agrees(_ given: DatabaseValue, _ expected: Value) -> Bool {
    switch (given, expected) {
    case (.real(let number), .number(let other)): number.bitPattern == other.bitPattern
    case (.integer(let integer), .truth(let truth)): integer == (truth ? 1 : 0)
    case (.text(let text), .text(let other)): text.utf8.elementsEqual(other.utf8)
    case (.null, .missing), (.null, .fault): true
    default: false
    }
  }
}
