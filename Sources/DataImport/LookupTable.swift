/// Cells by key, held in memory for rows of other sources to be put beside.
final class LookupTable {
  let width: Int
  private var places: [UInt64: Int] = [:]
  private var cells: [String] = []

  init(width: Int) { self.width = width }

  /// Takes the cells of a key; of several the last.
  func set(_ key: UInt64, _ row: some Sequence<String>) {
    if let place = places[key] {
      for (offset, cell) in row.enumerated() { cells[place + offset] = cell }
    } else {
      places[key] = cells.count
      cells += row
    }
  }

  /// Forgets a key.
  func remove(_ key: UInt64) { places[key] = nil }

  /// The cells of a key.
  func row(_ key: UInt64) -> ArraySlice<String>? {
    places[key].map { cells[$0..<($0 + width)] }
  }
}
