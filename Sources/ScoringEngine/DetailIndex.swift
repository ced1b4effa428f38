/// Which rows of a detail table belong to each subject: a compressed sparse row index.
struct DetailIndex: Sendable {
  /// Where each subject's rows begin in `rows`; one entry more than there are subjects.
  private let starts: [Int32]
  /// Row numbers, subject by subject, in file order unless sorted.
  private(set) var rows: [Int32]

  /// Sorts rows to their subjects by counting; -1 leaves a row out. O(rows + subjects).
  init(subjects: [Int32], subjectCount: Int) {
    var starts = [Int32](repeating: 0, count: subjectCount + 1)
    for subject in subjects where subject >= 0 { starts[Int(subject) + 1] += 1 }
    for index in 0..<subjectCount { starts[index + 1] += starts[index] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[subjectCount]))
    for (row, subject) in subjects.enumerated() where subject >= 0 {
      rows[Int(next[Int(subject)])] = Int32(row)
      next[Int(subject)] += 1
    }
    (self.starts, self.rows) = (starts, rows)
  }

  /// The places in `rows` that belong to a subject.
  func range(of subject: Int) -> Range<Int> {
    Int(starts[subject])..<Int(starts[subject + 1])
  }

  /// Brings the rows of each subject into order of a value of each row; equals stay in file order.
  /// O(rows) where they are in order already.
  mutating func sort(by values: [Double]) {
    let starts = self.starts
    rows.withUnsafeMutableBufferPointer { rows in
      for (start, end) in zip(starts, starts.dropFirst()) {
        var own = UnsafeMutableBufferPointer(rebasing: rows[Int(start)..<Int(end)])
        if Self.isSorted(own, by: values) { continue }
        own.sort {
          let (one, other) = (values[Int($0)], values[Int($1)])
          return one == other ? $0 < $1 : one < other
        }
      }
    }
  }

  /// Calls `body` with each subject two of whose sorted rows have equal values, and the first such
  /// rows.
  func forEachRepetition(of values: [Double], _ body: (_ subject: Int, Int, Int) -> Void) {
    for subject in 0..<(starts.count - 1) {
      let own = rows[range(of: subject)]
      let pair = zip(own, own.dropFirst()).first { values[Int($0)] == values[Int($1)] }
      if let pair { body(subject, Int(pair.0), Int(pair.1)) }
    }
  }

  private static func isSorted(
    _ rows: UnsafeMutableBufferPointer<Int32>, by values: [Double]
  ) -> Bool {
    zip(rows, rows.dropFirst()).allSatisfy { values[Int($0)] <= values[Int($1)] }
  }
}
