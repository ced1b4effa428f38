/// What a script prints for the driver: how far it has come, what it counted, and rejected rows.
struct SparkOutput: Equatable {
  static let stepMark = "steelyard-step"
  static let countsMark = "steelyard-counts"
  static let rejectedMark = "steelyard-rejected"

  /// The number of the step that began last.
  private(set) var step = 0
  /// What was counted, by the name of what was counted and then by the name of the number.
  private(set) var counts: [String: [String: Int]] = [:]
  /// The first rejected rows.
  private(set) var rejected: [SparkRejection] = []

  /// Forgets what an earlier script counted, but for one.
  mutating func clearCounts(besides name: String) { counts = counts.filter { $0.key == name } }

  /// Takes a line of the script's output; lines that are not for the driver are passed over.
  ///
  /// - Returns: whether a step began.
  mutating func take(_ line: String) -> Bool {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    switch fields.first {
    case Self.stepMark where fields.count == 2:
      step = Int(fields[1]) ?? step
      return true
    case Self.countsMark where fields.count >= 2:
      for (name, value) in zip(fields.dropFirst(2), fields.dropFirst(3)) {
        if let number = Int(value) { counts[fields[1], default: [:]][name] = number }
      }
    case Self.rejectedMark where fields.count == 6:
      rejected.append(SparkRejection(fields.dropFirst()))
    default: break
    }
    return false
  }
}
