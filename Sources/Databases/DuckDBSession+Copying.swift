import Glibc

extension DuckDBSession {
  /// Calls `body` with each row of one `SELECT`. A number of any width that is whole and fits 64 bits is
  /// an integer; other exact numbers are texts.
  public func rows(_ sql: String, _ body: ([DatabaseCell]) throws -> Void) throws {
    let select = SQLText.withoutSemicolon(sql)
    let kinds = try texts("SELECT column_type FROM (DESCRIBE \(select)\n)").map {
      CellKind(type: $0[0])
    }
    try forEachRow(of: select) { row in
      try body(kinds.indices.map { kinds[$0].cell(row, $0) })
    }
  }

  /// Writes columns of a table as comma-separated text, as the protocol says.
  public func export(
    table: String, columns: [String], order: RowOrder,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let exported = ExportedColumns(columns, try declarations(of: table)) { "CAST(\($0) AS DOUBLE)" }
    let terms = order.terms(columns) { "encode(CAST(\($0) AS VARCHAR)) NULLS FIRST" }
    var text = TableText(header: columns)
    try forEachRow(
      of: "SELECT \(exported.items) FROM \(SQLText.quoted(table)) "
        + "ORDER BY \(terms)"
    ) { row in
      exported.append(row, to: &text)
      try text.endRow(sink)
    }
    try text.flush(sink)
  }

  /// Makes a table and fills it, as the protocol says; the text goes through a temporary file.
  public func load(
    table: String, columns: [DatabaseColumn],
    csv: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let name = SQLText.quoted(table)
    let declarations = columns.map { "\(SQLText.quoted($0.name)) \(Self.type($0.type))" }
    let file = try TemporaryText(for: location)
    try csv { piece in try file.append(piece) }
    try execute("DROP TABLE IF EXISTS \(name)")
    try execute("CREATE TABLE \(name) (\(declarations.joined(separator: ", ")))")
    try execute(
      "COPY \(name) FROM \(SQLText.literal(file.path)) (FORMAT csv, HEADER true, DELIMITER ',', "
        + "QUOTE '\"', ESCAPE '\"', NULL '', AUTO_DETECT false)")
  }

  private static func type(_ type: DatabaseColumnType) -> String {
    switch type {
    case .real: "DOUBLE"
    case .integer: "BIGINT"
    case .text: "VARCHAR"
    case .truth: "BOOLEAN"
    case .date: "DATE"
    }
  }
}
