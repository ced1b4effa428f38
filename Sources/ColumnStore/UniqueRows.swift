/// Finds the rows that agree in all columns which together must be unique.
struct UniqueRows {
  private let table: Table
  private let names: [String]
  private let usesKey: Bool
  private let columns: [Column]

  init(_ table: Table, _ specification: TableSpecification) {
    self.table = table
    names = specification.uniqueBy
    usesKey = names.contains(specification.keyName)
    columns = names.filter { $0 != specification.keyName }.compactMap { table.column(named: $0) }
  }

  /// The faults, with one more for each row that agrees with another, each naming the other's line.
  ///
  /// Rows with a fault in one of the columns agree with none: what they should hold is not known. Two
  /// blank cells agree. The result is in the order of rows. Linear in rows on average.
  func addingRepetitions(to faults: [RowFault], _ pool: TextPool) -> [RowFault] {
    if names.isEmpty { return faults }
    let pairs = pairs(skipping: uncertainRows(faults))
    if pairs.isEmpty { return faults }
    var isNamed: Set<Int> = []
    var added: [RowFault] = []
    for (row, first) in pairs {
      if isNamed.insert(first).inserted { added.append(fault(first, repeatedIn: row, pool)) }
      added.append(fault(row, repeatedIn: first, pool))
    }
    added.sort { ($0.row ?? 0) < ($1.row ?? 0) }
    return merged(faults, added)
  }

  private func uncertainRows(_ faults: [RowFault]) -> Set<Int> {
    var rows: Set<Int> = []
    for fault in faults {
      let bears = fault.column.isEmpty ? !columns.isEmpty : names.contains(fault.column)
      if bears, let row = fault.row { rows.insert(row) }
    }
    return rows
  }

  /// Each later row with the first of its kind, in the order of rows.
  private func pairs(skipping skipped: Set<Int>) -> [(row: Int, first: Int)] {
    let hashes = hashes()
    var pairs: [(row: Int, first: Int)] = []
    var capacity = 64
    while capacity < table.rowCount * 2 { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    for row in 0..<table.rowCount {
      if usesKey, table.keys[row] < 0 { continue }
      if !skipped.isEmpty, skipped.contains(row) { continue }
      var slot = Int(truncatingIfNeeded: hashes[row]) & (capacity - 1)
      while slots[slot] >= 0 {
        let first = Int(slots[slot])
        if hashes[first] == hashes[row], agree(first, row) {
          pairs.append((row, first))
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] < 0 { slots[slot] = Int32(row) }
    }
    return pairs
  }

  private func hashes() -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: table.rowCount)
    func mix(_ row: Int, _ value: UInt64) {
      let seeded = hashes[row] ^ value ^ 0x9E37_79B9_7F4A_7C15
      let product = seeded.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hashes[row] = product.high ^ product.low
    }
    if usesKey {
      for row in hashes.indices { mix(row, UInt64(bitPattern: Int64(table.keys[row]))) }
    }
    for column in columns {
      for row in hashes.indices { mix(row, Self.bits(column, row)) }
    }
    return hashes
  }

  private func agree(_ one: Int, _ other: Int) -> Bool {
    if usesKey, table.keys[one] != table.keys[other] { return false }
    return columns.allSatisfy { column in
      column.states[one] == column.states[other]
        && Self.bits(column, one) == Self.bits(column, other)
    }
  }

  private static func bits(_ column: Column, _ row: Int) -> UInt64 {
    column.type == .text
      ? UInt64(bitPattern: Int64(column.codes[row])) : column.values[row].bitPattern
  }

  private func fault(_ row: Int, repeatedIn other: Int, _ pool: TextPool) -> RowFault {
    let file = table.file(ofRow: row)
    let otherFile = table.file(ofRow: other)
    let line = otherFile == file ? "line" : "\(otherFile), line"
    let place = table.hasPlaces ? " in \(line) \(table.lines[other])" : ""
    return RowFault(
      table: table.name, file: file, line: Int(table.lines[row]),
      column: names.count == 1 ? names[0] : "",
      text: CellFault.shortened(names.map { text($0, row, pool) }.joined(separator: ", ")),
      reason: "expected \(names.joined(separator: ", ")) once, found the same again\(place)",
      row: row, rowText: table.rowText(row))
  }

  private func text(_ name: String, _ row: Int, _ pool: TextPool) -> String {
    guard let column = columns.first(where: { $0.name == name }) else {
      return pool.text(of: table.keys[row])
    }
    if column.states[row] == Column.missing { return "" }
    switch column.type {
    case .text: return pool.text(of: column.codes[row])
    default: return column.type.text(of: column.values[row])
    }
  }

  /// Both lists, each in the order of rows, as one.
  private func merged(_ one: [RowFault], _ other: [RowFault]) -> [RowFault] {
    var result: [RowFault] = []
    result.reserveCapacity(one.count + other.count)
    var rest = other[...]
    for fault in one {
      while let next = rest.first, next.row ?? 0 < fault.row ?? 0 {
        result.append(rest.removeFirst())
      }
      result.append(fault)
    }
    return result + rest
  }
}
