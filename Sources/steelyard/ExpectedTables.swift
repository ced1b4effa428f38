import DataImport
import ScorecardPolicy

/// The tables of a policy as the importer knows tables.
enum ExpectedTables {
  /// All tables; numbers are wanted in the unit that the policy's files have.
  static func of(_ policy: Policy) -> [ExpectedTable] {
    policy.tables.enumerated().map { index, table in
      ExpectedTable(
        name: table.name, key: table.key.name,
        hasUniqueKey: index == 0 || table.uniqueBy == [table.key.name],
        columns: ([table.key] + table.columns).map {
          column($0, isKey: $0.name == table.key.name)
        })
    }
  }

  private static func column(
    _ column: ColumnDeclaration, isKey: Bool
  ) -> ExpectedTable.Column {
    let titles = [column.title?.english, column.title?.chinese].compactMap { $0 }
    let kind: ColumnKind =
      switch column.type {
      case .number: .number
      case .text: isKey ? .identifier : .text
      case .truth: .truth
      case .date: .date
      case .period: .period
      }
    let unit = (column.fileUnit ?? column.unit).flatMap { CellUnit(spelled: "\($0)") }
    return ExpectedTable.Column(
      name: column.name, headers: column.headers + titles, kind: kind, unit: unit ?? .unknown,
      values: column.allowedTexts)
  }
}
