/// The subjects of one group who take part, in order of their keys: the working memory of one thread
/// for one group after another.
final class GroupOrder {
  private struct Entry {
    var key: Int64
    var subject: Int32
  }

  private var capacity = 0
  private var entries = UnsafeMutablePointer<Entry>.allocate(capacity: 0)
  private var spare = UnsafeMutablePointer<Entry>.allocate(capacity: 0)
  private var counts: [Int32] = []
  private var bounds = (lowest: Int64.max, highest: Int64.min)

  /// How many take part.
  private(set) var count = 0

  deinit {
    entries.deallocate()
    spare.deallocate()
  }

  /// Takes those of a group who take part, in the order given.
  func load(_ members: some RandomAccessCollection<Int32>, _ keys: RankKeys) {
    reserve(members.count)
    let (entries, keys) = (entries, keys.keys)
    var (taken, lowest, highest) = (0, Int64.max, Int64.min)
    for subject in members {
      let key = keys[Int(subject)]
      if key == RankKeys.none { continue }
      entries[taken] = Entry(key: key, subject: subject)
      taken += 1
      (lowest, highest) = (min(lowest, key), max(highest, key))
    }
    (count, bounds) = (taken, (lowest, highest))
  }

  private func reserve(_ size: Int) {
    guard size > capacity else { return }
    capacity = size
    entries.deallocate()
    spare.deallocate()
    entries = .allocate(capacity: size)
    spare = .allocate(capacity: size)
  }

  /// The largest distance of a key from the largest; it fits 64 bits without a sign.
  private var span: UInt64 { UInt64(bitPattern: bounds.highest &- bounds.lowest) }

  // MARK: Ranks

  /// Writes the rank of each to the values of a column.
  func writeRanks(to values: UnsafeMutablePointer<Double>) {
    if count <= 16 {
      comparePairs(values)
    } else if span < UInt64(8 * count + 64) {
      countRanks(values)
    } else {
      sort()
      forEachRun { run in
        for place in run { values[subject(at: place)] = Double(run.lowerBound + 1) }
      }
    }
  }

  /// Compares each with each: that takes no branches, and few are ranked sooner than sorted.
  private func comparePairs(_ ranks: UnsafeMutablePointer<Double>) {
    let (entries, count) = (entries, count)
    for place in 0..<count {
      let key = entries[place].key
      var rank = 1
      for other in 0..<count { rank += entries[other].key > key ? 1 : 0 }
      ranks[Int(entries[place].subject)] = Double(rank)
    }
  }

  private func countRanks(_ ranks: UnsafeMutablePointer<Double>) {
    let (size, highest) = (Int(span) + 1, bounds.highest)
    if counts.count < size { counts = [Int32](repeating: 0, count: size) }
    counts.withUnsafeMutableBufferPointer { counts in
      for distance in 0..<size { counts[distance] = 0 }
      for place in 0..<count { counts[Int(highest &- entries[place].key)] += 1 }
      var sum: Int32 = 1
      for distance in 0..<size {
        (counts[distance], sum) = (sum, sum + counts[distance])
      }
      for place in 0..<count {
        let entry = entries[place]
        ranks[Int(entry.subject)] = Double(counts[Int(highest &- entry.key)])
      }
    }
  }

  // MARK: Order

  /// The subject at a place.
  func subject(at place: Int) -> Int { Int(entries[place].subject) }

  /// The key of the subject at a place.
  func key(at place: Int) -> Int64 { entries[place].key }

  /// Calls `body` with the places of each stretch of equal keys. Needs `sort()`.
  func forEachRun(_ body: (Range<Int>) -> Void) {
    var start = 0
    for place in 0..<count
    where place + 1 == count || entries[place].key != entries[place + 1].key {
      body(start..<(place + 1))
      start = place + 1
    }
  }

  /// Sorts the subjects of some places anew.
  func sort(places: Range<Int>, by isBefore: (Int, Int) -> Bool) {
    var entries = UnsafeMutableBufferPointer(
      start: entries + places.lowerBound, count: places.count)
    entries.sort { isBefore(Int($0.subject), Int($1.subject)) }
  }

  /// Brings the subjects into order, the largest key first, equals as they were.
  ///
  /// By digits, lowest first, and only those in which keys differ: as scores are small numbers, that
  /// is two or three passes. O(subjects) for each pass.
  func sort() {
    if count < 32 {
      sortFew()
      return
    }
    let digits = count < 1 << 14 ? 8 : 11
    for shift in stride(from: 0, to: 64, by: digits) where span >> UInt64(shift) > 0 {
      sort(byDigitAt: UInt64(shift), bits: digits)
    }
  }

  private func sort(byDigitAt shift: UInt64, bits: Int) {
    let (highest, mask) = (bounds.highest, 1 << bits - 1)
    func digit(_ entry: Entry) -> Int {
      Int(truncatingIfNeeded: UInt64(bitPattern: highest &- entry.key) &>> shift) & mask
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << bits) { places in
      places.initialize(repeating: 0)
      for place in 0..<count { places[digit(entries[place])] += 1 }
      var start = 0
      for value in places.indices { (places[value], start) = (start, start + places[value]) }
      for place in 0..<count {
        let entry = entries[place]
        let value = digit(entry)
        spare[places[value]] = entry
        places[value] += 1
      }
    }
    swap(&entries, &spare)
  }

  private func sortFew() {
    for place in stride(from: 1, to: count, by: 1) {
      let entry = entries[place]
      var hole = place
      while hole > 0, entries[hole - 1].key < entry.key {
        entries[hole] = entries[hole - 1]
        hole -= 1
      }
      entries[hole] = entry
    }
  }
}
