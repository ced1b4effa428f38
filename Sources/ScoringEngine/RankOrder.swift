/// Competition ranks (1, 2, 2, 4) of whole numbers within groups, largest first.
///
/// Sorts by digits of 11 bits, lowest first, and only those in which keys differ: as scores are small
/// numbers, that is two or three passes. O(subjects) for each pass.
struct RankOrder {
  /// The group of each subject.
  var groups: [UInt32]
  private var keys: [Int64]
  private var subjects: [Int32] = []

  /// For subjects from 0 to below `count`, all in group 0.
  init(count: Int) {
    groups = [UInt32](repeating: 0, count: count)
    keys = [Int64](repeating: 0, count: count)
    subjects.reserveCapacity(count)
  }

  /// Lets a subject take part; at most once.
  mutating func add(_ subject: Int, key: Int64) {
    keys[subject] = key
    subjects.append(Int32(subject))
  }

  /// Calls `body` with each subject that takes part and its rank.
  consuming func forEachRank(_ body: (Int, Int) -> Void) {
    sort()
    var (rank, position) = (0, 0)
    var previous: (group: UInt32, key: Int64)?
    for subject in subjects.lazy.map({ Int($0) }) {
      let (group, key) = (groups[subject], keys[subject])
      if group != previous?.group { position = 0 }
      position += 1
      if position == 1 || key != previous?.key { rank = position }
      previous = (group, key)
      body(subject, rank)
    }
  }

  private mutating func sort() {
    guard let first = subjects.first else { return }
    let largest = subjects.reduce(keys[Int(first)]) { max($0, keys[Int($1)]) }
    // The distance from the largest fits 64 bits without a sign, and orders the largest first.
    let distances = keys.map { UInt64(bitPattern: largest &- $0) }
    let (groups, participants) = (self.groups, subjects)
    sort(upTo: participants.reduce(0) { max($0, distances[Int($1)]) }) { distances[$0] }
    sort(upTo: participants.reduce(0) { max($0, UInt64(groups[Int($1)])) }) { UInt64(groups[$0]) }
  }

  /// Sorts stably by a number of each subject, none of them above `largest`.
  private mutating func sort(upTo largest: UInt64, by number: (Int) -> UInt64) {
    let digits = 11
    var sorted = subjects
    var shift = 0
    while shift < 64, largest >> UInt64(shift) > 0 {
      func digit(_ subject: Int32) -> Int {
        Int(truncatingIfNeeded: number(Int(subject)) >> UInt64(shift)) & (1 << digits - 1)
      }
      var starts = [Int](repeating: 0, count: 1 << digits + 1)
      for subject in subjects { starts[digit(subject) + 1] += 1 }
      for index in 1..<starts.count { starts[index] += starts[index - 1] }
      for subject in subjects {
        sorted[starts[digit(subject)]] = subject
        starts[digit(subject)] += 1
      }
      swap(&subjects, &sorted)
      shift += digits
    }
  }
}
