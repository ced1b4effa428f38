/// Columns of a table that are written as text, each as what it holds wants.
struct ExportedColumns {
  /// What is selected.
  let items: String
  private let kinds: [CellKind]

  /// - Parameters:
  ///   - columns: their names, in order.
  ///   - declarations: the columns that the table has, with their types.
  ///   - double: what makes a double of a number of any width.
  init(
    _ columns: [String], _ declarations: [(name: String, type: String)],
    double: (String) -> String
  ) {
    let types = Dictionary(
      declarations.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    let kinds = columns.map { CellKind(type: types[$0] ?? "") }
    items = zip(columns, kinds).map { name, kind in
      kind == .real ? double(SQLText.quoted(name)) : SQLText.quoted(name)
    }.joined(separator: ", ")
    self.kinds = kinds
  }

  /// Appends the cells of a row.
  func append(_ row: CopiedRows.Row, to text: inout TableText) {
    for index in kinds.indices { kinds[index].append(row, index, to: &text) }
  }
}
