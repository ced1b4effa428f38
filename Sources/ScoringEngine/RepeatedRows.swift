import ColumnStore
import ScoringPlan

/// Finds rows of a table that may agree in all columns which together must be unique, while they are
/// read; whoever is told looks closer.
///
/// Where the key is one of the columns, memory grows with subjects: each combination of the other
/// columns has a number, and each subject a bit for it. Beyond 256 combinations, or without the key,
/// it grows with rows.
struct RepeatedRows {
  private static let mostPlanes = 4
  private let usesKey: Bool
  private let subjectCount: Int
  private var combinations: [UInt64: Int] = [:]
  /// For 64 combinations each, the bits of all subjects.
  private var planes: [[UInt64]] = []
  /// The first subject of each row that has no bit, by the row's hash; -1 for a row of nobody's.
  private var firstSubjects: [UInt64: Int32] = [:]

  /// nil when rows of the table may agree.
  init?(_ table: PlanTable, subjectCount: Int) {
    if table.uniqueBy.isEmpty { return nil }
    usesKey = table.uniqueBy.contains(table.keyName)
    self.subjectCount = subjectCount
  }

  /// Notes a row; the subject of an earlier row that it may agree with, if there is one: -1 for a row
  /// of nobody's.
  mutating func insert(_ hash: UInt64, of subject: Int32) -> Int32? {
    guard usesKey else { return insertByHash(hash, of: subject) }
    // A row of nobody's agrees with no one else's, and is looked at closer anyway.
    if subject < 0 { return nil }
    let number = combinations[hash] ?? combinations.count
    if number >= Self.mostPlanes * 64 {
      return insertByHash(hash &+ UInt64(subject) &* 0x9E37_79B9_7F4A_7C15, of: subject)
    }
    if number == combinations.count { combinations[hash] = number }
    if number / 64 == planes.count {
      planes.append([UInt64](repeating: 0, count: subjectCount))
    }
    let bit: UInt64 = 1 << UInt64(number % 64)
    let isRepeated = planes[number / 64][Int(subject)] & bit != 0
    planes[number / 64][Int(subject)] |= bit
    return isRepeated ? subject : nil
  }

  private mutating func insertByHash(_ hash: UInt64, of subject: Int32) -> Int32? {
    if let first = firstSubjects[hash] { return first }
    firstSubjects[hash] = subject
    return nil
  }
}
