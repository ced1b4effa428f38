import ColumnStore

/// The faults of the rows of all tables while a population is brought together.
struct RejectionList {
  private let tables: [Table]
  /// For each table the faults of each faulty row.
  private var faults: [[Int: [RowFault]]]

  init(_ tables: [Table], faults: [[RowFault]]) {
    self.tables = tables
    self.faults = faults.map { faults in
      // A fault without a row is no row's: there is none to reject.
      let rows = faults.filter { $0.row != nil }
      return Dictionary(grouping: rows) { $0.row ?? 0 }
    }
  }

  /// For each table the rejected rows in order.
  var rows: [[RejectedRow]] {
    faults.map { faults in faults.sorted { $0.key < $1.key }.map { RejectedRow($0.value) } }
  }

  /// Whether a row has a fault.
  func isRejected(_ row: Int, in table: Int) -> Bool { faults[table][row] != nil }

  /// For each row of a table whether it has a fault.
  func mask(of table: Int) -> [Bool] {
    var mask = [Bool](repeating: false, count: tables[table].rowCount)
    for row in faults[table].keys { mask[row] = true }
    return mask
  }

  /// Rejects a row, for another reason too if it is rejected already.
  mutating func reject(
    _ row: Int, in table: Int, column: String, text: String = "", reason: String
  ) {
    let fault = tables[table].fault(row, column: column, text: text, reason: reason)
    faults[table][row, default: []].append(fault)
  }

  /// Rejects a row because its key stands in another row too.
  mutating func reject(
    _ row: Int, in table: Int, column: String, repeating other: Int, _ pool: TextPool
  ) {
    let key = pool.text(of: tables[table].keys[row])
    let place = tables[table].place(of: other, seenFrom: row)
    reject(
      row, in: table, column: column, text: key, reason: "the key \"\(key)\" stands on \(place) too"
    )
  }

  /// Rejects a subject, unless it is rejected already, because of one of its detail rows.
  mutating func rejectSubject(_ subject: Int, for row: Int, in table: Int) {
    guard !isRejected(subject, in: 0) else { return }
    reject(
      subject, in: 0, column: "",
      reason: "a row of this subject is rejected: table \(tables[table].name)"
        + tables[table].line(of: row))
  }

  /// Rejects a subject, unless it is rejected already, because two of its detail rows have the same
  /// value in a column.
  mutating func rejectSubject(
    _ subject: Int, forRows row: Int, _ other: Int, in table: Int, sharing column: String
  ) {
    guard !isRejected(subject, in: 0) else { return }
    let places = tables[table].places(of: row, other)
    reject(
      subject, in: 0, column: "",
      reason: "two rows of the table \(tables[table].name) have the same \(column)\(places)")
  }

  /// Forgets what is wrong with a row, as nobody will use it.
  mutating func pardon(_ row: Int, in table: Int) { faults[table][row] = nil }
}

extension Table {
  /// A fault of a row of this table.
  func fault(_ row: Int, column: String, text: String = "", reason: String) -> RowFault {
    RowFault(
      table: name, file: file(ofRow: row), line: Int(lines[row]), column: column, text: text,
      reason: reason, row: row, rowText: rowText(row))
  }

  /// The line of a row, with its file when there are several; empty where it is not known.
  fileprivate func line(of row: Int) -> String {
    if !hasPlaces { return "" }
    return ", line \(lines[row])" + (files.count > 1 ? " (\(file(ofRow: row)))" : "")
  }

  /// Where a row stands, with the file when it is another than the reader's.
  fileprivate func place(of row: Int, seenFrom reader: Int) -> String {
    if !hasPlaces { return "another line" }
    let isSameFile = fileIndex(ofRow: row) == fileIndex(ofRow: reader)
    return isSameFile ? "line \(lines[row])" : "line \(lines[row]) of \(file(ofRow: row))"
  }

  /// Where two rows stand, with their files when there are several; empty where it is not known.
  fileprivate func places(of row: Int, _ other: Int) -> String {
    if !hasPlaces { return "" }
    if files.count == 1 { return ": lines \(lines[row]) and \(lines[other])" }
    return ": "
      + [row, other].map { "line \(lines[$0]) of \(file(ofRow: $0))" }
      .joined(separator: " and ")
  }
}
