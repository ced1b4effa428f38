import ColumnStore
import ScoringEngine

/// Which subject of one population is which of another: those with the same key.
struct SubjectMatching {
  /// The subjects that both policies score, in the order of the baseline.
  let subjects: Compared<[Int]>
  /// Those that only one of them scores or that one rejects, in the order of their keys' bytes.
  let unmatched: [UnmatchedSubject]

  /// Matches the subjects of two runs by the bytes of their keys. O(subjects).
  init(_ scored: Compared<ScoredPopulation>) {
    let (before, after) = (KeyedSubjects(scored.before), KeyedSubjects(scored.after))
    var rows: [(Int, Int)] = []
    var unmatched: [UnmatchedSubject] = []
    for code in before.codes {
      let other = after.code(like: code, of: before)
      if let row = before.row(of: code), let otherRow = other.flatMap(after.row) {
        rows.append((row, otherRow))
      } else {
        unmatched.append(
          UnmatchedSubject(
            key: before.pool.text(of: code),
            presence: Compared(
              before: before.presence(of: code),
              after: other.map(after.presence) ?? .absent)))
      }
    }
    for code in after.codes where before.code(like: code, of: after).map(before.isAbsent) ?? true {
      unmatched.append(
        UnmatchedSubject(
          key: after.pool.text(of: code),
          presence: Compared(before: .absent, after: after.presence(of: code))))
    }
    subjects = Compared(before: rows.map(\.0), after: rows.map(\.1))
    self.unmatched = unmatched.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

/// The subjects of one run by their keys.
private struct KeyedSubjects {
  private static let absent: Int32 = -1
  private static let rejected: Int32 = -2

  let pool: TextPool
  /// The keys in the order of their first rows, each once.
  private(set) var codes: [Int32] = []
  /// For each text of the pool the row of the subject with that key, or why there is none.
  private var rows: [Int32]

  init(_ scored: ScoredPopulation) {
    pool = scored.population.pool
    rows = [Int32](repeating: Self.absent, count: pool.count)
    for (row, key) in scored.population.tables[0].keys.enumerated() where key >= 0 {
      if rows[Int(key)] == Self.absent { codes.append(key) }
      rows[Int(key)] = scored.isRejected(row) ? Self.rejected : Int32(row)
    }
  }

  /// The row of the subject with a key; nil when it has no score.
  func row(of code: Int32) -> Int? { rows[Int(code)] < 0 ? nil : Int(rows[Int(code)]) }

  func isAbsent(_ code: Int32) -> Bool { rows[Int(code)] == Self.absent }

  func presence(of code: Int32) -> UnmatchedSubject.Presence {
    switch rows[Int(code)] {
    case Self.absent: .absent
    case Self.rejected: .rejected
    default: .scored
    }
  }

  /// The code that this run's texts have for a key of another's; nil when they do not hold it.
  func code(like code: Int32, of other: KeyedSubjects) -> Int32? {
    other.pool.withUTF8(of: code) { pool.find(utf8: $0) }
  }
}
