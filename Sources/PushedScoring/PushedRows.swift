import ColumnStore

/// The rows of a result as text, in the order in which they came, and what sorts them.
struct PushedRows {
  /// Where a row stands in the order of a ranking.
  private struct Place {
    /// The text of its group; nil where it has none, or where all are ranked together.
    let group: String?
    /// Its rank; the largest integer where it has none.
    let rank: Int
    let bytes: Range<Int>
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []

  /// How many rows there are.
  var count: Int { places.count }

  /// Adds a row, line end included.
  mutating func append(_ row: UnsafeRawBufferPointer, group: String?, rank: Int?) {
    let start = bytes.count
    bytes.append(contentsOf: row)
    places.append(Place(group: group, rank: rank ?? .max, bytes: start..<bytes.count))
  }

  /// Hands over the rows one by one as they came, or by group and rank; rows of equal rank as they came.
  func forEach(sorted: Bool, _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let order = sorted ? places.indices.sorted { comesBefore($0, $1) } : Array(places.indices)
    try bytes.withUnsafeBytes { bytes in
      for index in order {
        try body(UnsafeRawBufferPointer(rebasing: bytes[places[index].bytes]))
      }
    }
  }

  private func comesBefore(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (places[one], places[other])
    if first.group != second.group {
      guard let group = first.group else { return true }
      guard let next = second.group else { return false }
      // By bytes; texts that look alike may differ in them.
      if !group.utf8.elementsEqual(next.utf8) {
        return group.utf8.lexicographicallyPrecedes(next.utf8)
      }
    }
    return (first.rank, one) < (second.rank, other)
  }
}
