import Calendars
import ColumnStore
import Databases
import ScoringEngine
import ScoringPlan

/// Puts a plan's tables into a database: the columns that the policy declares, under its names, typed,
/// as the engine understands their cells.
public struct TableLoading: Sendable {
  private let plan: Plan

  /// The tables of a plan.
  ///
  /// - Throws: `PushedScoringError` where a column's numbers have another unit in files: read from the
  ///   database again they would be taken for numbers of files.
  public init(_ plan: Plan) throws(PushedScoringError) {
    for table in plan.tables {
      for column in table.columns where column.hasOtherUnitInFiles {
        throw .otherUnit(table: table.name, column: column.name)
      }
    }
    self.plan = plan
  }

  /// Makes every table, in place of those of these names, all together or none.
  ///
  /// - Parameters:
  ///   - population: all rows of the tables, in memory; of those that are rejected the faulty cells are
  ///     missing.
  ///   - session: a connection that may write.
  ///   - progress: called before each table.
  /// - Throws: `DatabaseFault`.
  public func load(
    _ population: Population, into session: any DatabaseSession,
    progress: ((WorkProgress) -> Void)? = nil
  ) throws {
    try session.transaction {
      for (index, table) in plan.tables.enumerated() {
        progress?(
          WorkProgress(activity: "loading \(table.name)", done: index, total: plan.tables.count))
        let rows = TableText(table, population.tables[index], population.pool)
        try session.load(
          table: table.name, columns: rows.columns, csv: { try rows.write(to: $0) })
      }
    }
  }
}

/// The rows of a table in memory as comma-separated text.
private struct TableText {
  /// The columns of the text.
  let columns: [DatabaseColumn]
  private let table: Table
  private let pool: TextPool
  private static let pieceBytes = 1 << 16

  init(_ plan: PlanTable, _ table: Table, _ pool: TextPool) {
    let others = plan.columns.map { column in
      let type: DatabaseColumnType =
        switch column.type {
        case .number: .real
        case .truth: .truth
        case .date: .date
        case .text, .period: .text
        }
      return DatabaseColumn(column.name, type)
    }
    columns = [DatabaseColumn(plan.keyName, .text)] + others
    (self.table, self.pool) = (table, pool)
  }

  func write(to sink: (UnsafeRawBufferPointer) throws -> Void) throws {
    var writer = DelimitedWriter()
    writer.appendHeader(columns.map(\.name))
    for row in 0..<table.rowCount {
      appendText(table.keys[row], to: &writer)
      for column in table.columns { append(column, row, to: &writer) }
      writer.endRow()
      if writer.count > Self.pieceBytes {
        try writer.withBytes(sink)
        writer.removeBytes()
      }
    }
    try writer.withBytes(sink)
  }

  private func append(_ column: Column, _ row: Int, to writer: inout DelimitedWriter) {
    guard column.states[row] == Column.present else { return writer.appendEmpty() }
    switch column.type {
    case .number: writer.append(column.values[row])
    case .truth: writer.append(column.values[row] != 0 ? "TRUE" : "FALSE")
    case .date: writer.append(CivilDate(number: Int(column.values[row])).description)
    case .period: writer.append(CivilPeriod(number: Int(column.values[row])).description)
    case .text: appendText(column.codes[row], to: &writer)
    }
  }

  private func appendText(_ code: Int32, to writer: inout DelimitedWriter) {
    if code < 0 { writer.appendEmpty() } else { writer.append(pool.text(of: code)) }
  }
}

extension PlanColumn {
  /// Whether numbers of files must be scaled to be those of the column.
  fileprivate var hasOtherUnitInFiles: Bool {
    guard let unit, let fileUnit else { return false }
    return unit != fileUnit
  }
}
