/// Subjects in order of whole numbers within groups, largest first, and their competition ranks
/// (1, 2, 2, 4).
///
/// Sorts by digits of 11 bits, lowest first, and only those in which keys differ: as scores are small
/// numbers, that is two or three passes. O(subjects) for each pass.
struct RankOrder {
  /// The group of each subject.
  var groups: [UInt32]
  private var keys: [Int64]
  /// Those who take part; in order once sorted.
  private(set) var subjects: [Int32] = []

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
    forEachGroup { group in
      forEachRun(of: group) { run in
        for place in run { body(Int(subjects[place]), run.lowerBound - group.lowerBound + 1) }
      }
    }
  }

  /// Calls `body` with the places of each group. Needs `sort()`.
  func forEachGroup(_ body: (Range<Int>) -> Void) {
    forEachStretch(of: 0..<subjects.count, where: { groups[Int($0)] == groups[Int($1)] }, body)
  }

  /// Calls `body` with the places of each stretch of equal keys in a group. Needs `sort()`.
  func forEachRun(of group: Range<Int>, _ body: (Range<Int>) -> Void) {
    forEachStretch(of: group, where: { keys[Int($0)] == keys[Int($1)] }, body)
  }

  /// The key of the subject at a place.
  func key(at place: Int) -> Int64 { keys[Int(subjects[place])] }

  /// Sorts the subjects of some places anew.
  mutating func sort(places: Range<Int>, by isBefore: (Int, Int) -> Bool) {
    subjects[places].sort { isBefore(Int($0), Int($1)) }
  }

  @inline(__always)
  private func forEachStretch(
    of places: Range<Int>, where isSame: (Int32, Int32) -> Bool, _ body: (Range<Int>) -> Void
  ) {
    var start = places.lowerBound
    for place in places
    where place + 1 == places.upperBound
      || !isSame(subjects[place], subjects[place + 1])
    {
      body(start..<(place + 1))
      start = place + 1
    }
  }

  /// Brings those who take part into order: by group, then the largest key first.
  mutating func sort() {
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
