/// How often subjects have each grade over the draws of one thread.
struct GradeTally: Sendable {
  /// How many labels there are.
  let labelCount: Int
  /// For each subject, label by label, in how many draws it has it.
  var counts: [UInt32]

  init(count: Int, labelCount: Int) {
    self.labelCount = labelCount
    counts = [UInt32](repeating: 0, count: count * labelCount)
  }

  /// Adds what another thread has counted.
  mutating func add(_ other: GradeTally) {
    for place in counts.indices { counts[place] += other.counts[place] }
  }
}
