import SQLiteAccess

extension SQLiteSession {
  /// Writes columns of a table as comma-separated text, as the protocol says; a column declared as
  /// BOOLEAN has TRUE and FALSE for 1 and 0.
  public func export(
    table: String, columns: [String], order: RowOrder,
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let types = Dictionary(
      try declarations(of: table).map { ($0.name, $0.type) },
      uniquingKeysWith: { first, _ in first })
    let isTruth = columns.map { types[$0]?.uppercased().hasPrefix("BOOL") == true }
    var text = TableText(header: columns)
    do {
      try database.rows(Self.select(columns, of: table, order)) { row in
        for index in columns.indices {
          try append(row, index, isTruth: isTruth[index], to: &text)
        }
        try text.endRow(sink)
      }
    } catch let error as DatabaseError {
      throw DatabaseFault(error, location)
    } catch let fault as CellFault {
      throw self.fault(
        "the table \(table) has \(fault.what) in the column \(columns[fault.column])"
          + (fault.key.isEmpty ? "" : " of the row \"\(fault.key)\""))
    }
    try text.flush(sink)
  }

  /// What is no text that could stand in a cell.
  private struct CellFault: Error {
    let what: String
    let column: Int
    let key: String
  }

  /// The columns, and after them the one that rows are told by in messages.
  private static func select(
    _ columns: [String], of table: String, _ order: RowOrder
  ) -> String {
    let names = columns.map(SQLText.quoted)
    let (teller, terms): (String, String)
    switch order {
    case .key(let key):
      teller = SQLText.quoted(key)
      let rest = names.filter { $0 != teller }.map { ", \($0) COLLATE BINARY" }.joined()
      terms = "CAST(\(teller) AS TEXT) COLLATE BINARY\(rest)"
    case .place(let place):
      teller = SQLText.quoted(place)
      terms = teller
    }
    return "SELECT \(names.joined(separator: ", ")), \(teller) FROM \(SQLText.quoted(table)) "
      + "ORDER BY \(terms)"
  }

  private func append(
    _ row: PreparedStatement, _ index: Int, isTruth: Bool, to text: inout TableText
  ) throws {
    switch row.kind(index) {
    case .null: text.appendMissing()
    case .integer(let integer):
      if isTruth, integer == 0 || integer == 1 {
        text.append(integer == 1)
      } else {
        text.append(integer)
      }
    case .real(let real): text.append(real)
    case .text:
      let isSound = row.withText(index) { utf8 in
        let isSound = !utf8.contains(0) && Self.isUTF8(utf8)
        if isSound { text.append(utf8: utf8) }
        return isSound
      }
      if !isSound { throw fault("a text that is no UTF-8, or has a zero byte", row, index) }
    case .bytes: throw fault("bytes and no text", row, index)
    }
  }

  private func fault(_ what: String, _ row: PreparedStatement, _ index: Int) -> CellFault {
    let key: String =
      switch row.value(row.columnCount - 1) {
      case .text(let text): text
      case .integer(let integer): String(integer)
      case .real(let real): "\(real)"
      case .null, .bytes: ""
      }
    return CellFault(what: what, column: index, key: key)
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}
