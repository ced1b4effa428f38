import ScoringPlan

/// The group of each subject, numbered from 0 in the order of first appearance.
struct SubjectGroups {
  /// The number of each subject's group.
  private(set) var numbers: [UInt32]
  /// How many groups there are.
  private(set) var count: Int

  /// Groups of equal texts, those without a text being one; without a register all are one group.
  /// O(subjects + codes).
  init(_ run: ScoringRun, by register: Register?) {
    let subjectCount = run.population.subjectCount
    numbers = [UInt32](repeating: 0, count: subjectCount)
    count = 1
    guard let register else { return }
    let marks = run.withColumn(register, of: 0) { codes, states in
      (0..<subjectCount).map { states[$0] == ValueState.present ? Int(codes[$0]) + 1 : 0 }
    }
    var known = [UInt32](repeating: .max, count: (marks.max() ?? 0) + 1)
    count = 0
    for (subject, mark) in marks.enumerated() {
      if known[mark] == .max {
        known[mark] = UInt32(count)
        count += 1
      }
      numbers[subject] = known[mark]
    }
  }
}
