import ScorecardPolicy
import ScoringPlan

/// What the rows of tables must be for the query to mean anything, as one SELECT of what is wrong.
struct TableChecks {
  let plan: Plan
  let dialect: SQLDialect
  /// What stands for a table in SQL.
  let source: (PlanTable) -> String

  /// The SELECT.
  var query: String {
    var names = ColumnNames(avoiding: plan.tables.map(\.name))
    var steps: [SQLStep] = []
    var problems: [String] = []
    for (index, table) in plan.tables.enumerated() {
      let name = names.name("faults\(index + 1)")
      let cells = cellFaults(table)
      steps.append(cellStep(name, table, cells))
      problems += counted(table, cells.map(\.words), in: name)
      problems += rowFaults(table, isSubject: index == 0)
    }
    let last = """
      SELECT table_name, problem, key_text, row_count
      FROM (
        \(problems.joined(separator: "\n  UNION ALL\n  "))
      ) AS found
      WHERE row_count > 0
      ORDER BY table_name, problem
      """
    return SQLScript(dialect: dialect).statement(steps, last, comments: true)
  }

  /// Counts every fault of cells in one pass.
  private func cellStep(
    _ name: String, _ table: PlanTable, _ faults: [(words: String, condition: String)]
  ) -> SQLStep {
    let items = faults.enumerated().flatMap { number, fault in
      [
        "COUNT(*) FILTER (WHERE \(fault.condition)) AS count\(number)",
        "MIN(key_text) FILTER (WHERE \(fault.condition)) AS key\(number)",
      ]
    }
    return SQLStep(
      name: name, comments: ["Cells of \(table.name)."],
      query:
        "SELECT\n  \(items.joined(separator: ",\n  "))\nFROM (\n  \(cells(table).indented())\n) AS cells"
    )
  }

  /// A row for each fault from the one row of their counts. Spark, which works that row out anew each time
  /// that it is read, reads it once.
  private func counted(_ table: PlanTable, _ faults: [String], in name: String) -> [String] {
    guard dialect == .spark else {
      return faults.indices.map { number in
        "SELECT \(head(table, faults[number])), key\(number) AS key_text, "
          + "count\(number) AS row_count FROM \(name)"
      }
    }
    let rows = faults.indices.map { number in
      "\(dialect.text(faults[number])), key\(number), count\(number)"
    }
    return [
      "SELECT \(dialect.text(table.name)) AS table_name, STACK(\(rows.count),\n"
        + "    \(rows.joined(separator: ",\n    "))\n"
        + "  ) AS (problem, key_text, row_count) FROM \(name)"
    ]
  }

  /// The rows with their numbers and texts as the query reads them; other cells as they stand.
  private func cells(_ table: PlanTable) -> String {
    let key = keyCell(table)
    let items = table.columns.flatMap { column -> [String] in
      let raw = dialect.identifier(column.name)
      switch column.type {
      case .text: return ["\(dialect.textCell(raw)) AS \(raw)"]
      case .number:
        let type = dialect == .sqlite ? ["TYPEOF(\(raw)) AS \(typeName(column))"] : []
        return ["\(dialect.cell(column.name, .number)) AS \(raw)"] + type
      case .truth, .date, .period: return [raw]
      }
    }
    let known = table.ignoresUnknownKeys ? "\nWHERE \(key) IS NULL OR \(isKnown(table))" : ""
    return dialect.fenced(
      "SELECT\n  \((["\(key) AS key_text"] + items).joined(separator: ",\n  "))\n"
        + "FROM \(source(table))\(known)")
  }

  /// Beside a number its type, as columns of SQLite hold values of any.
  private func typeName(_ column: PlanColumn) -> String {
    dialect.identifier("type of \(column.name)")
  }

  private func cellFaults(_ table: PlanTable) -> [(words: String, condition: String)] {
    let columns = table.columns.flatMap { column in
      faults(column).map { (words: "\(column.name): \($0.words)", condition: $0.condition) }
    }
    return [(words: "\(table.keyName): blank", condition: "key_text IS NULL")] + columns
  }

  /// Faults that show only beside other rows.
  private func rowFaults(_ table: PlanTable, isSubject: Bool) -> [String] {
    let key = keyCell(table)
    var problems: [String] = []
    if isSubject {
      problems.append(repeated(table, "\(table.keyName): the same in several rows", [key]))
    } else if !table.ignoresUnknownKeys {
      problems.append(unknownKeys(table))
    }
    if !table.uniqueBy.isEmpty {
      let cells = table.uniqueBy.map { cell(table, $0) }
      let names = table.uniqueBy.joined(separator: ", ")
      problems.append(repeated(table, "\(names): the same in several rows", cells))
    }
    if let order = table.order {
      let column = table.columns[order.index - 1].name
      problems.append(
        repeated(
          table, "\(column): the same in two rows of one \(table.keyName)",
          [key, cell(table, column)]))
    }
    return problems
  }

  private func keyCell(_ table: PlanTable) -> String { dialect.cell(table.keyName, .text) }

  private func cell(_ table: PlanTable, _ name: String) -> String {
    let type = table.columns.first { $0.name == name }?.type ?? .text
    return dialect.cell(name, type)
  }

  /// The condition that a row has the key of a subject.
  private func isKnown(_ table: PlanTable) -> String {
    let subjects = plan.tables[0]
    return "\(keyCell(table)) IN (SELECT \(keyCell(subjects)) FROM \(source(subjects)))"
  }

  // MARK: Selects

  private func head(_ table: PlanTable, _ words: String) -> String {
    "\(dialect.text(table.name)) AS table_name, \(dialect.text(words)) AS problem"
  }

  /// Rows that agree in some cells.
  private func repeated(_ table: PlanTable, _ words: String, _ cells: [String]) -> String {
    let known = table.ignoresUnknownKeys ? " WHERE \(isKnown(table))" : ""
    let names = cells.indices.map { "cell\($0)" }
    let items = zip(cells, names).map { "\($0) AS \($1)" }
    return "SELECT \(head(table, words)), MIN(key_text) AS key_text, "
      + "COALESCE(\(dialect.sum("row_count")), 0) AS row_count FROM ("
      + "SELECT MIN(key_text) AS key_text, COUNT(*) AS row_count FROM ("
      + "SELECT \(keyCell(table)) AS key_text, \(items.joined(separator: ", ")) "
      + "FROM \(source(table))\(known)) AS cells "
      + "GROUP BY \(names.joined(separator: ", ")) HAVING COUNT(*) > 1) AS repeated"
  }

  private func unknownKeys(_ table: PlanTable) -> String {
    let subjects = plan.tables[0]
    return "SELECT \(head(table, "\(table.keyName): not among those of \(subjects.name)")), "
      + "MIN(own.key_text) AS key_text, COUNT(*) AS row_count FROM ("
      + "SELECT \(keyCell(table)) AS key_text FROM \(source(table))) AS own LEFT JOIN ("
      + "SELECT DISTINCT \(keyCell(subjects)) AS key_text FROM \(source(subjects))) AS known "
      + "ON known.key_text = own.key_text "
      + "WHERE known.key_text IS NULL AND own.key_text IS NOT NULL"
  }

  // MARK: Cells

  /// What may be wrong with a cell, and the condition that it is.
  private func faults(_ column: PlanColumn) -> [(words: String, condition: String)] {
    let raw = dialect.identifier(column.name)
    let isRead = column.type == .number || column.type == .text
    let cell = isRead ? raw : dialect.cell(column.name, column.type)
    var faults: [(String, String)] = []
    if !column.allowsMissing {
      let isText = !isRead && column.type.isText(dialect)
      faults.append(("blank", "\(isText ? dialect.textCell(raw) : raw) IS NULL"))
    }
    if let fault = typeFault(column, raw, cell) { faults.append(fault) }
    if let minimum = column.minimum {
      faults.append(("below the minimum", "\(cell) < \(dialect.double(minimum))"))
    }
    if let maximum = column.maximum {
      faults.append(("above the maximum", "\(cell) > \(dialect.double(maximum))"))
    }
    if !column.allowedTexts.isEmpty {
      let texts = column.allowedTexts.map { dialect.text($0) }.joined(separator: ", ")
      faults.append(("a text that is not allowed", "\(cell) NOT IN (\(texts))"))
    }
    return faults
  }

  private func typeFault(
    _ column: PlanColumn, _ raw: String, _ cell: String
  ) -> (String, String)? {
    switch column.type {
    case .text: nil
    case .truth: dialect == .sqlite ? ("neither 0 nor 1", "\(raw) NOT IN (0, 1)") : nil
    case .number: ("neither blank nor a number below 10^15 in size", isUnfit(column, cell))
    case .date:
      dialect == .sqlite
        ? (
          "no date such as 2026-01-31",
          "\(dialect.textCell(raw)) <> COALESCE(DATE(\(raw)), '')"
        ) : nil
    case .period: ("no period such as 2026-10", "NOT (\(dialect.isPeriod(raw)))")
    }
  }

  /// Beyond the magnitudes that the query was made for, infinite, no number.
  private func isUnfit(_ column: PlanColumn, _ cell: String) -> String {
    let fits =
      "ABS(\(cell)) <= \(dialect.double(NumberRange.largestInput)) AND (\(cell) = \(dialect.double(0)) "
      + "OR ABS(\(cell)) >= \(dialect.double(NumberRange.smallestInput)))"
    let type =
      dialect == .sqlite ? "\(typeName(column)) NOT IN ('integer', 'real', 'null') OR " : ""
    return "\(type)NOT (\(fits))"
  }
}

extension ValueType {
  /// Whether the engine holds it as a text, which may be blank without being NULL.
  fileprivate func isText(_ dialect: SQLDialect) -> Bool {
    self == .period || self == .date && dialect == .sqlite
  }
}

extension SQLDialect {
  /// The condition that a cell is a period in the form that `periodCell` reads.
  fileprivate func isPeriod(_ cell: String) -> String {
    let text = textCell(cell)
    let pattern = "[0-9]{4}(-(0[1-9]|1[0-2])|Q[1-4]|H[12])?"
    let matches =
      switch self {
      case .duckdb: "REGEXP_FULL_MATCH(\(text), '\(pattern)')"
      case .postgresql: "\(text) ~ '^\(pattern)$'"
      case .spark: "\(text) RLIKE '^\(pattern)\\\\z'"
      case .sqlite:
        "("
          + ["-0[1-9]", "-1[0-2]", "Q[1-4]", "H[12]", ""].map {
            "\(text) GLOB '[0-9][0-9][0-9][0-9]\($0)'"
          }.joined(separator: " OR ") + ")"
      }
    return "\(matches) AND \(text) NOT LIKE '0000%'"
  }
}
