import ScorecardPolicy
import SeededRandom

/// A random table: columns, formulas of its rows, and rows.
struct RandomTable {
  let name: String
  let key = "id"
  let columns: [RandomColumn]
  /// Whether rows stand in the order of the column `place`.
  let isOrdered: Bool
  private let isUnique: Bool
  private let ignoresUnknownKeys: Bool

  /// A table of two numbers, a text and a truth at least.
  init(_ name: String, isSubject: Bool, forSQL: Bool = false, _ generator: inout SplitMix64) {
    self.name = name
    let types: [ValueType] =
      [.number, .number, .text, .truth]
      + (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        [.number, .number, .text, .truth, .date, .period].randomElement(using: &generator)
          ?? .number
      }
    var columns: [RandomColumn] = []
    for (index, type) in types.enumerated() {
      columns.append(RandomColumn("c\(index + 1)", type, forSQL: forSQL, &generator))
    }
    isOrdered = !isSubject && Int.random(in: 0..<3, using: &generator) > 0
    if isOrdered {
      let type = [ValueType.period, .date, .number].randomElement(using: &generator) ?? .period
      columns.append(RandomColumn("place", type, orders: true, forSQL: forSQL, &generator))
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
    if isOrdered { lines.append("    order: place") }
    if ignoresUnknownKeys { lines.append("    unknown_keys: ignore") }
    lines.append("    columns:")
    return (lines + columns.map { "      \($0.name): \($0.declaration)" })
      .joined(separator: "\n")
  }

  /// What formulas of its rows may name, beside the policy's own names.
  func names(_ policy: RandomFormula.Names) -> RandomFormula.Names {
    var names = policy
    names.values = [:]
    for column in columns { names.values[column.type, default: []].append(column.name) }
    names.groups = names.values[.text] ?? []
    names.values[.text, default: []].append(key)
    for column in columns { names.units[column.name] = column.unit }
    return names
  }

  /// Rows for keys, with a fault now and then when `dirt` is above 0.
  func rows(keys: [String], dirt: Int, _ generator: inout SplitMix64) -> PlainTable {
    var rows: [[String]] = []
    var places: [String: Set<String>] = [:]
    for key in keys {
      var row = [key]
      for column in columns {
        var cell = column.cell(&generator)
        if isOrdered, column.name == "place" {
          cell = place(&generator)
          let mayRepeat = dirt > 0 && Int.random(in: 0..<9, using: &generator) == 0
          while !mayRepeat, places[key]?.contains(cell) == true { cell = place(&generator) }
          places[key, default: []].insert(cell)
        }
        row.append(cell)
      }
      if dirt > 0, Int.random(in: 0..<dirt, using: &generator) == 0 { spoil(&row, &generator) }
      rows.append(row)
    }
    return PlainTable(header: [key] + columns.map(\.name), rows: rows)
  }

  /// A place in the order that is written in one way only; few, so that some repeat.
  private func place(_ generator: inout SplitMix64) -> String {
    let number = Int.random(in: 10...21, using: &generator)
    return switch columns.last?.type {
    case .date: "2025-03-\(number)"
    case .period: "2025-\(number - 9)"
    default: "\(number)"
    }
  }

  private func spoil(_ row: inout [String], _ generator: inout SplitMix64) {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: row[0] = ""
    case 1: row.removeLast()
    default:
      let index = Int.random(in: 0..<columns.count, using: &generator)
      row[index + 1] = columns[index].faultyCell ?? row[index + 1]
    }
  }
}
