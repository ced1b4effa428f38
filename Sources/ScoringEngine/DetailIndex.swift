/// Which rows of a detail table belong to each subject: a compressed sparse row index.
struct DetailIndex: Sendable {
  /// Where each subject's rows begin in `rows`; one entry more than there are subjects.
  private let starts: [Int32]
  /// Row numbers, subject by subject, in file order.
  let rows: [Int32]

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
}
