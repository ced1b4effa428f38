/// Finds the columns of expected tables that a header can mean.
struct ColumnMatcher: Sendable {
  private let tables: [ExpectedTable]

  init(_ tables: [ExpectedTable]) { self.tables = tables }

  /// The columns that a header names, one for each table at most: by its own names before words that
  /// mean the same.
  func matches(_ header: String) -> [(table: String, column: ExpectedTable.Column)] {
    let name = HeaderName(header)
    return tables.compactMap { table in
      let column =
        table.columns.first { column in Self.names(column).contains { $0.plain == name.plain } }
        ?? table.columns.first { column in
          Self.names(column).contains { $0.withoutUnit == name.withoutUnit }
        }
        ?? ColumnAliases.group(header).flatMap { group in
          table.columns.first { column in
            ([column.name] + column.headers).contains { ColumnAliases.group($0) == group }
          }
        }
      return column.map { (table.name, $0) }
    }
  }

  private static func names(_ column: ExpectedTable.Column) -> [HeaderName] {
    ([column.name] + column.headers).map(HeaderName.init)
  }
}
