/// The row of the subject table that each key stands in.
struct SubjectKeys: Sendable {
  /// Rows whose key stands in another row too, each with the first other row; in order of rows.
  let repetitions: [(row: Int, other: Int)]
  private let rows: [Int32]

  /// The keys of all rows, whose codes are below `codeCount`. O(rows + codes).
  init(_ keys: [Int32], codeCount: Int) {
    var rows = [Int32](repeating: -1, count: codeCount)
    var repetitions: [Int: Int] = [:]
    for (row, key) in keys.enumerated() where key >= 0 {
      let first = Int(rows[Int(key)])
      if first < 0 {
        rows[Int(key)] = Int32(row)
      } else {
        repetitions[row] = first
        if repetitions[first] == nil { repetitions[first] = row }
      }
    }
    self.rows = rows
    self.repetitions = repetitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The first row of a key, -1 when no subject has it.
  func row(of key: Int32) -> Int32 { Int(key) < rows.count ? rows[Int(key)] : -1 }
}
