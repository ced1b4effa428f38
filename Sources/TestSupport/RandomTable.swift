import ScorecardPolicy

/// A random table: columns, formulas of its rows, and rows.
struct RandomTable {
  let name: String
  let key = "id"
  let columns: [RandomColumn]
  private let isUnique: Bool
  private let ignoresUnknownKeys: Bool

  /// A table of two numbers, a text and a truth at least.
  init(_ name: String, isSubject: Bool, _ generator: inout SeededGenerator) {
    self.name = name
    let types: [ValueType] =
      [.number, .number, .text, .truth]
      + (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        [.number, .number, .text, .truth].randomElement(using: &generator) ?? .number
      }
    var columns: [RandomColumn] = []
    for (index, type) in types.enumerated() {
      columns.append(RandomColumn("c\(index + 1)", type, &generator))
    }
    self.columns = columns
    isUnique = !isSubject && Int.random(in: 0..<4, using: &generator) == 0
    ignoresUnknownKeys = !isSubject && Bool.random(using: &generator)
  }

  /// The lines that declare the table, without its formulas.
  var declaration: String {
    var lines = ["  \(name):", "    key: \(key)"]
    if isUnique {
      lines.append("    unique: [\(key), \(columns.map(\.name).joined(separator: ", "))]")
    }
    if ignoresUnknownKeys { lines.append("    unknown_keys: ignore") }
    lines.append("    columns:")
    return (lines + columns.map { "      \($0.name): \($0.declaration)" })
      .joined(separator: "\n")
  }

  /// What formulas of its rows may name, beside the policy's own names.
  func names(_ policy: RandomFormula.Names) -> RandomFormula.Names {
    var names = policy
    names.numbers = columns.filter { $0.type == .number }.map(\.name)
    names.texts = columns.filter { $0.type == .text }.map(\.name) + [key]
    names.truths = columns.filter { $0.type == .truth }.map(\.name)
    names.convertible = columns.filter { !$0.targets.isEmpty }.map { ($0.name, $0.targets) }
    for column in columns { names.units[column.name] = column.unit }
    return names
  }

  /// Rows for keys, with a fault now and then when `dirt` is above 0.
  func rows(keys: [String], dirt: Int, _ generator: inout SeededGenerator) -> PlainTable {
    var rows: [[String]] = []
    for key in keys {
      var row = [key]
      for column in columns { row.append(column.cell(&generator)) }
      if dirt > 0, Int.random(in: 0..<dirt, using: &generator) == 0 { spoil(&row, &generator) }
      rows.append(row)
    }
    return PlainTable(header: [key] + columns.map(\.name), rows: rows)
  }

  private func spoil(_ row: inout [String], _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: row[0] = ""
    case 1: row.removeLast()
    default:
      let index = Int.random(in: 0..<columns.count, using: &generator)
      row[index + 1] = columns[index].faultyCell ?? row[index + 1]
    }
  }
}
