/// Rows turned into columns: of each key the cells met so far, held in memory.
final class PivotTable {
  private let width: Int
  private let extraCount: Int
  private var places: [UInt64: Int] = [:]
  /// The hashes of the keys, in the order in which these were met.
  private var keys: [UInt64] = []
  private var extras: [String] = []
  private var cells: [String] = []

  init(_ table: MapTable) {
    width = table.pivot?.columns.count ?? 0
    extraCount = table.columns.count
  }

  /// Takes a cell: the columns beside it, the number of its column, and what stands there.
  func take(_ key: UInt64, _ row: [String], column: Int) {
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = keys.count
      places[key] = place
      keys.append(key)
      extras += row.prefix(extraCount)
      cells += Array(repeating: "", count: width)
    }
    cells[place * width + column] = row.last ?? ""
  }

  /// Calls `body` with each key's hash and its row, in the order in which keys were met.
  func forEach(_ body: (UInt64, [String]) throws -> Void) rethrows {
    for (place, key) in keys.enumerated() {
      let extra = extras[(place * extraCount)..<((place + 1) * extraCount)]
      try body(key, Array(extra) + cells[(place * width)..<((place + 1) * width)])
    }
  }
}
