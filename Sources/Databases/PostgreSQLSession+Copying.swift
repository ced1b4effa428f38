import CLibPQ

extension PostgreSQLSession {
  /// Calls `body` with each row of one `SELECT`. A number of any width that is whole and fits 64 bits is
  /// an integer; other exact numbers are texts.
  public func rows(_ sql: String, _ body: ([DatabaseCell]) throws -> Void) throws {
    let select = SQLText.withoutSemicolon(sql)
    let kinds = try kinds(of: select)
    try forEachRow(of: "COPY (\(select)\n) TO STDOUT (FORMAT csv)") { row in
      try body(kinds.indices.map { kinds[$0].cell(row, $0) })
    }
  }

  /// Writes columns of a table as comma-separated text, as the protocol says.
  public func export(
    table: String, columns: [String], order: RowOrder,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let exported = ExportedColumns(columns, try declarations(of: table)) { "\($0)::float8" }
    let terms = order.terms(columns) { "\($0)::text COLLATE \"C\" NULLS FIRST" }
    var text = TableText(header: columns)
    try forEachRow(
      of: "COPY (SELECT \(exported.items) FROM \(SQLText.quoted(table)) "
        + "ORDER BY \(terms)) TO STDOUT (FORMAT csv)"
    ) { row in
      exported.append(row, to: &text)
      try text.endRow(sink)
    }
    try text.flush(sink)
  }

  /// Makes a table and fills it, as the protocol says.
  public func load(
    table: String, columns: [DatabaseColumn],
    csv: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let name = SQLText.quoted(table)
    let declarations = columns.map { "\(SQLText.quoted($0.name)) \(Self.type($0.type))" }
    try execute("DROP TABLE IF EXISTS \(name)")
    try execute("CREATE TABLE \(name) (\(declarations.joined(separator: ", ")))")
    try begin("COPY \(name) FROM STDIN (FORMAT csv, HEADER)", PGRES_COPY_IN)
    do {
      try csv { piece in try self.send(piece) }
    } catch {
      PQputCopyEnd(connection, "the program has no more rows")
      finish()
      throw error
    }
    guard PQputCopyEnd(connection, nil) == 1 else { throw failure() }
    try end()
  }

  private static func type(_ type: DatabaseColumnType) -> String {
    switch type {
    case .real: "double precision"
    case .integer: "bigint"
    case .text: "text"
    case .truth: "boolean"
    case .date: "date"
    }
  }

  /// What the columns of a `SELECT` hold.
  private func kinds(of select: String) throws(DatabaseFault) -> [CellKind] {
    for result in [
      PQprepare(connection, "", select, 0, nil), PQdescribePrepared(connection, ""),
    ] {
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure() }
      let count = PQnfields(result)
      if count > 0 { return (0..<count).map { CellKind(oid: PQftype(result, $0)) } }
    }
    return []
  }

  private func forEachRow(of copy: String, _ body: (CopiedRows.Row) throws -> Void) throws {
    try begin(copy, PGRES_COPY_OUT)
    var rows = CopiedRows()
    do {
      while let piece = try nextPiece() {
        defer { free(piece) }
        try rows.take(piece, body)
      }
    } catch {
      abandon()
      throw error
    }
    try end()
  }

  /// Begins to copy in or out.
  private func begin(_ copy: String, _ status: ExecStatusType) throws(DatabaseFault) {
    let result = PQexec(connection, copy)
    defer { PQclear(result) }
    guard PQresultStatus(result) == status else { throw failure() }
  }

  /// The next row as text, to be freed; nil at the end.
  private func nextPiece() throws(DatabaseFault) -> UnsafeRawBufferPointer? {
    var start: UnsafeMutablePointer<CChar>?
    let count = PQgetCopyData(connection, &start, 0)
    if count == -1 { return nil }
    guard count > 0, let start else { throw failure() }
    return UnsafeRawBufferPointer(start: start, count: Int(count))
  }

  private func send(_ piece: UnsafeRawBufferPointer) throws(DatabaseFault) {
    let text = piece.bindMemory(to: CChar.self)
    guard PQputCopyData(connection, text.baseAddress, Int32(text.count)) == 1 else {
      throw failure()
    }
  }

  /// Reads what the server says at the end of copying.
  private func end() throws(DatabaseFault) {
    var fault: DatabaseFault?
    while let result = PQgetResult(connection) {
      if PQresultStatus(result) != PGRES_COMMAND_OK, fault == nil { fault = failure() }
      PQclear(result)
    }
    if let fault { throw fault }
  }

  /// Reads what is left to be read, and forgets it.
  private func finish() {
    while let result = PQgetResult(connection) {
      let isCopying = PQresultStatus(result) == PGRES_COPY_OUT
      PQclear(result)
      if isCopying { discardPieces() }
    }
  }

  private func discardPieces() {
    while let piece = try? nextPiece() { free(piece) }
  }

  private func free(_ piece: UnsafeRawBufferPointer) {
    PQfreemem(UnsafeMutableRawPointer(mutating: piece.baseAddress))
  }

  /// Tells the server that the rest is not wanted.
  private func abandon() {
    if let cancel = PQgetCancel(connection) {
      var words = [CChar](repeating: 0, count: 256)
      PQcancel(cancel, &words, Int32(words.count))
      PQfreeCancel(cancel)
    }
    discardPieces()
    finish()
  }
}
