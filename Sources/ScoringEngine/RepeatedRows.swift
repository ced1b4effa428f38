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
  /// Some of them where they are found faster, by the lowest bits of their hashes.
  private var recent = [(hash: UInt64, number: Int)](repeating: (0, -1), count: 256)
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

  /// Notes rows.
  ///
  /// - Parameters:
  ///   - hashes: a number for the values of each row.
  ///   - subjects: the subject of each, -1 for nobody.
  ///   - skipped: rows that are passed over.
  ///   - found: called with a row's subject and that of an earlier one with which it may agree.
  mutating func insert(
    _ hashes: [UInt64], of subjects: [Int32], skipping skipped: Set<Int>,
    found: (Int32, Int32) -> Void
  ) {
    for (row, hash) in hashes.enumerated() {
      if !skipped.isEmpty, skipped.contains(row) { continue }
      let subject = subjects[row]
      // A row of nobody's agrees with no one else's, and is looked at closer anyway.
      if usesKey, subject < 0 { continue }
      if let other = usesKey ? insertByKey(hash, subject) : insertByHash(hash, subject) {
        found(subject, other)
      }
    }
  }

  private mutating func insertByKey(_ hash: UInt64, _ subject: Int32) -> Int32? {
    guard let number = number(of: hash) else {
      return insertByHash(hash &+ UInt64(subject) &* 0x9E37_79B9_7F4A_7C15, subject)
    }
    let bit: UInt64 = 1 << UInt64(number & 63)
    let isRepeated = planes[number >> 6][Int(subject)] & bit != 0
    planes[number >> 6][Int(subject)] |= bit
    return isRepeated ? subject : nil
  }

  /// The number of a combination; nil when there are too many.
  private mutating func number(of hash: UInt64) -> Int? {
    let place = Int(hash & 255)
    if recent[place].number >= 0, recent[place].hash == hash { return recent[place].number }
    let number = combinations[hash] ?? combinations.count
    if number >= Self.mostPlanes * 64 { return nil }
    combinations[hash] = number
    recent[place] = (hash, number)
    if number >> 6 == planes.count {
      planes.append([UInt64](repeating: 0, count: subjectCount))
    }
    return number
  }

  private mutating func insertByHash(_ hash: UInt64, _ subject: Int32) -> Int32? {
    if let first = firstSubjects[hash] { return first }
    firstSubjects[hash] = subject
    return nil
  }
}
